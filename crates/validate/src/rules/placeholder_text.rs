//! No text stands in for one that is still to be written.

use standpoint_model::Text;

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Rule, names::folded, texts::visit_texts},
    submission::Submission,
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "placeholder-text",
        level: Level::Warning,
        page: include_str!("../../docs/placeholder-text.md"),
    },
    check,
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

/// Words by which writers mark what they have not finished.
const MARKS: &[&str] = &["TODO", "FIXME", "TBD", "TBC", "XXX"];

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        visit_texts(&entry.record, &mut |pointer, text| {
            if stands_in(text) {
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer.to_string()), "this text is still to be written")
                        .help("write what belongs here, or leave the field out if the record can do without it"),
                );
            }
        });
    }
}

/// Whether a text stands in for another, or says that it is not finished.
pub(super) fn stands_in(text: &Text) -> bool {
    let written = text.as_str();
    let is_mark = |mark: &&str| written.split(|c: char| !c.is_alphanumeric()).any(|word| word == *mark);
    (written.len() <= LONGEST && PLACEHOLDERS.contains(&folded(text).as_str()))
        || MARKS.iter().any(|mark| written.contains(mark) && is_mark(mark))
        || written.contains("orem ipsum")
}
