//! No text stands in for one that is still to be written.

use standpoint_model::Text;

use crate::{
    Code, Level,
    fast::Sketch,
    finding::Finding,
    rules::{Check, Rule, names::folded_words, texts::visit_texts},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "placeholder-text",
        level: Level::Warning,
        page: include_str!("../../docs/placeholder-text.md"),
    },
    check: Check::Record(check),
};

/// What is written, in lower case, where nothing is known yet.
const PLACEHOLDERS: &[&str] = &[
    "-",
    "--",
    ".",
    "...",
    "\u{2026}",
    "?",
    "??",
    "???",
    "n/a",
    "none",
    "null",
    "nil",
    "tba",
    "tbc",
    "tbd",
    "todo",
    "undefined",
    "unknown",
    "xxx",
    "placeholder",
];

/// The bytes that the longest of them takes up, with some space around it.
const LONGEST: usize = 16;

/// Words that writers put before what they have not finished.
const MARKS: &[&str] = &["TODO", "FIXME", "TBD", "TBC", "XXX"];

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(&entry.record, &mut |pointer, text| {
        if stands_in(text) {
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), "this text is still to be written")
                    .help("write what belongs here, or leave the field out if the record can do without it"),
            );
        }
    });
}

/// Wider than `check`: the text may be untidy, or a quote.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_marked_text
}

/// Whether a text stands in for another, or begins by saying that it is not finished.
pub(super) fn stands_in(text: &Text) -> bool {
    is_placeholder(text.as_str())
}

/// As [`stands_in`], of words that are not yet known to be a text.
pub(crate) fn is_placeholder(written: &str) -> bool {
    let first = written.trim_start();
    let begins = |mark: &&str| first.strip_prefix(*mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    MARKS.iter().any(begins)
        || first.starts_with("Lorem ipsum")
        || (written.len() <= LONGEST && PLACEHOLDERS.contains(&folded_words(written).as_str()))
}

/// Whether written words, which do not begin with a blank, may be a placeholder, by how they begin.
pub(crate) const fn may_be_placeholder(written: &[u8]) -> bool {
    match written {
        [] => false,
        [first, second, ..] if written.len() > LONGEST => {
            matches!((first, second), (b'T', b'O' | b'B') | (b'F', b'I') | (b'X', b'X') | (b'L', b'o'))
        }
        [first, ..] => {
            let first = first.to_ascii_lowercase();
            matches!(first, b'-' | b'.' | b'?' | b'n' | b't' | b'u' | b'x' | b'p' | b'f' | b'l' | 0xE2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_placeholder_is_overlooked_for_how_it_begins() {
        let marks = MARKS.iter().copied().chain(["Lorem ipsum"]);
        let marked = marks.flat_map(|mark| [mark.to_owned(), format!("{mark}: where it was, and when")]);
        let placeholders = PLACEHOLDERS.iter().flat_map(|word| [(*word).to_owned(), word.to_uppercase()]);
        for text in marked.chain(placeholders) {
            assert!(is_placeholder(&text) && may_be_placeholder(text.as_bytes()), "{text}");
        }
    }
}
