//! The words of the vocabularies, as they stand in a sentence.

use standpoint_model::{Firmness, IdentityGround, Outcome, PositionForm, Record, Reliability};

/// A word of a vocabulary, or a topic, as words.
pub(crate) fn words(slug: &str) -> String {
    slug.replace('-', " ")
}

/// A word of a vocabulary, or a topic, as the words of a title.
pub(crate) fn title(slug: &str) -> String {
    capitalised(&words(slug))
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `text`, cut to at most so many characters.
pub(crate) fn brief(text: &str, longest: usize) -> String {
    if text.chars().nth(longest).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    kept.trim_end().to_owned() + "…"
}

/// A part of a text, as people order texts: numbers by what they count.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Number(u128),
    Letters(String),
}

/// What orders texts as people do: "Part 2" before "Part 10", whatever the case of letters.
pub(crate) fn natural(text: &str) -> Vec<Part> {
    let letters: Vec<char> = text.chars().collect();
    let runs = letters.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let part = |run: &[char]| {
        let run: String = run.iter().collect();
        // Beyond the numbers that there are, digits are letters.
        run.parse().map_or_else(|_| Part::Letters(run.to_lowercase()), Part::Number)
    };
    runs.map(part).collect()
}

/// "1 record", "2 records".
pub(crate) fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// What a record is, as a word of the data: of an actor its type.
pub(crate) fn kind(record: &Record) -> &'static str {
    match record {
        Record::Actor(actor) => actor.r#type.as_str(),
        other => other.kind().as_str(),
    }
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Succeeded => "succeeded",
        Outcome::Partial => "succeeded in part",
        Outcome::Failed => "failed",
        Outcome::Agreed => "agreed",
        Outcome::Adjourned => "adjourned",
        Outcome::BrokenOff => "broken off",
        Outcome::Unknown => "left open by the source",
    }
}

/// Who takes a position of this form, to stand before the name.
pub(super) fn by(form: PositionForm) -> &'static str {
    match form {
        PositionForm::View => "View of",
        PositionForm::Demand => "Demanded by",
        PositionForm::Offer => "Offered by",
        PositionForm::Proposal => "Proposed by",
        PositionForm::Acceptance => "Accepted by",
        PositionForm::Refusal => "Refused by",
        PositionForm::Withdrawal => "Withdrawn by",
        PositionForm::Agreed => "Agreed by",
    }
}

/// Whether a position can be moved.
pub(super) fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::RedLine => "as a red line",
        Firmness::Flexible => "as one that can be moved",
    }
}

/// What shows or suggests that records name one thing.
pub(super) fn ground(ground: IdentityGround) -> &'static str {
    match ground {
        IdentityGround::Code => "They have one code",
        IdentityGround::Spelling => "Their names are forms of one another",
        IdentityGround::Renamed => "It was renamed",
        IdentityGround::Successor => "The one came after the other",
    }
}

/// The terms of the Admiralty code.
pub(super) fn reliability(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "cannot be judged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_ordered_as_people_do() {
        let in_order = ["1", "1.2", "1.10", "2", "2 (a)", "2 (b)", "10", "Annex", "Part 2", "part 10"];
        let mut labels = in_order;
        labels.reverse();
        labels.sort_by_cached_key(|label| natural(label));
        assert_eq!(labels, in_order);
    }

    #[test]
    fn long_texts_are_cut_and_short_ones_are_not() {
        assert_eq!(brief("Kabul", 5), "Kabul");
        assert_eq!(brief("Khorasan", 5), "Khor…");
        assert_eq!(brief("Kabul airport", 7), "Kabul…");
    }
}
