//! Lines of prose as Markdown.

use standpoint_model::{Dataset, Edtf, Status};

use super::{
    escape::{escape, escape_words, link},
    signs::signs,
};
use crate::prose::{self, Piece};

/// A line as inline Markdown.
pub(super) fn line(dataset: &Dataset, line: &[Piece<'_>]) -> String {
    line.iter().map(|piece| self::piece(dataset, piece)).collect()
}

fn piece(dataset: &Dataset, piece: &Piece<'_>) -> String {
    match piece {
        Piece::Words(words) => escape_words(words),
        Piece::Strong(words) => format!("**{}**", escape(words)),
        Piece::Quantity(text) => escape(text),
        Piece::Text(text) | Piece::Foreign(text, _) => escape(text),
        Piece::Record(id) => named(dataset, id),
        Piece::Short(id) => named_shortly(dataset, id),
        Piece::Titled(id) => titled(dataset, id),
        Piece::When(when) => date(when),
        Piece::Address(address) => link(address),
        Piece::Digest(digest) => (*digest).to_owned(),
    }
}

/// The record called `id` in a few words; the id itself where there is no such record.
pub(super) fn name(dataset: &Dataset, id: &str) -> String {
    with_status(dataset, id, &prose::name_of(dataset, id))
}

/// The record called `id` in a few words, with the signs that it bears if it is a claim.
pub(super) fn named(dataset: &Dataset, id: &str) -> String {
    name(dataset, id) + &signs_of_claim(dataset, id)
}

/// The same within a sentence.
pub(super) fn titled(dataset: &Dataset, id: &str) -> String {
    let [before, after] = prose::quotation_marks(dataset, id);
    format!("{before}{}{after}{}", name(dataset, id), signs_of_claim(dataset, id))
}

/// The same where many stand together.
fn named_shortly(dataset: &Dataset, id: &str) -> String {
    with_status(dataset, id, &prose::short_name(dataset, id)) + &signs_of_claim(dataset, id)
}

fn with_status(dataset: &Dataset, id: &str, name: &str) -> String {
    let is_withdrawn = dataset.resolve(id).is_some_and(|record| record.status() == Status::Retracted);
    escape(name) + if is_withdrawn { " (withdrawn)" } else { "" }
}

fn signs_of_claim(dataset: &Dataset, id: &str) -> String {
    if dataset.resolve(id).is_some_and(prose::is_claim) { signs(dataset, id) } else { String::new() }
}

/// A date in English.
pub(super) fn date(when: &Edtf) -> String {
    escape(&when.english())
}
