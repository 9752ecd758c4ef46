//! A number is written as one.

use standpoint_model::{Estimate, Observation, Position};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::meant::number::{ONES, TENS},
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("number-in-words", Level::Warning, include_str!("../../docs/number-in-words.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let position = entry.current::<Position>();
    let estimates = [
        ("/value", entry.current::<Observation>().map(|observation| &observation.value)),
        ("/at", position.and_then(|position| position.at.as_ref())),
        ("/salience", position.and_then(|position| position.salience.as_ref())),
    ];
    for (pointer, estimate) in estimates {
        // Beside numbers, the words are those that the numbers were read from.
        let worded = estimate.filter(|estimate| !estimate.has_number()).and_then(Estimate::words);
        if let Some(number) = worded.and_then(|words| number_in(words.as_str())) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("{pointer}/words")),
                    format!("`{number}` is a number, which nobody can count with in `words`"),
                )
                .help(
                    "write it as `best`, or as `low` and `high`, with `\"approximate\": true` for \"around\"; `words` are for \
                     what is no number, such as \"dozens\"",
                ),
            );
        }
    }
}

/// Wider than `check`: most words hold no number.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.has_words
}

/// Numbers from a dozen on that have a word of their own. Hundreds and dozens are none.
const LARGE: [&str; 5] = ["hundred", "thousand", "million", "billion", "dozen"];

/// Whether a word is a number that is written in letters. "One" is not taken for one.
fn is_numeral(word: &str) -> bool {
    ONES[2..].iter().chain(&TENS).chain(&LARGE).any(|numeral| word.eq_ignore_ascii_case(numeral))
}

/// The first word of a text that is a number, in digits or in letters.
fn number_in(text: &str) -> Option<&str> {
    let words =
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '.')).map(|word| word.trim_matches(['.', ',']));
    let mut numbers = words.filter(|word| word.chars().any(char::is_numeric) || is_numeral(word));
    let number = numbers.next()?;
    // "Several hundred" and "a few dozen" are no more exact than "hundreds".
    let is_vague = VAGUE.iter().any(|vague| text.to_ascii_lowercase().contains(vague));
    (!is_vague || number.chars().any(char::is_numeric)).then_some(number)
}

const VAGUE: [&str; 3] = ["several", "few", "many"];

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_number_is_written_as_one() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"words":"about 20"}}
                                                   ^^^^^^^^^^ number-in-words: `20` is a number, which nobody can count with in `words`
            {"id":"observation/b","value":{"words":"Twenty, or more"}}
                                                   ^^^^^^^^^^^^^^^^^ number-in-words: `Twenty` is a number
            {"id":"observation/c","value":{"words":"several, at least 1,500."}}
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ number-in-words: `1,500` is a number
            {"id":"observation/d","value":{"words":"a dozen"}}
                                                   ^^^^^^^^^ number-in-words: `dozen`
            {"id":"position/p","at":{"words":"two thirds"},"salience":{"words":"90 percent"}}
                                             ^^^^^^^^^^^^ number-in-words: `two`
                                                                               ^^^^^^^^^^^^ number-in-words: `90`
            "#,
        );
    }

    #[test]
    fn words_that_are_no_numbers_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"words":"dozens"}}
            {"id":"observation/b","value":{"words":"several hundred"}}
            {"id":"observation/c","value":{"words":"a few dozen"}}
            {"id":"observation/d","value":{"words":"Many thousand"}}
            {"id":"observation/e","value":{"words":"one or more"}}
            {"id":"observation/f","value":{"best":20,"words":"about 20"}}
            {"id":"observation/g","value":{"best":20}}
            {"id":"observation/retracted","value":{"words":"about 20"},"status":"retracted"}
            "#,
        );
    }
}
