//! A text holds what a reader sees and nothing else.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::{
        meant::text::tidied,
        text_marks::{Mark, is_placeholder, mark},
    },
    recognise::Sketch,
    rules::{
        rule::{Check, Rule},
        texts::visit_texts,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("untidy-text", Level::Warning, include_str!("../../docs/untidy-text.md")),
    check: Check::Record(check),
};

const COPIED: &str = "write it anew by hand; this comes with text copied out of other programs";

/// The longest text that help shows whole, in bytes.
const SHOWN: usize = 200;

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(entry, &mut |pointer, text| {
        if let Some(mark) = mark(text.as_str()).filter(|_| !is_placeholder(text.as_str())) {
            let (message, help) = told(mark, text.as_str());
            findings.push(Finding::new(&RULE.code, entry.value(pointer.to_string()), message).help(help));
        }
    });
}

/// Wider than `check`: the text may be a placeholder, or a quote.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_marked_text
}

/// What to say of a mark, and what to do.
fn told(mark: Mark, text: &str) -> (String, String) {
    let (message, help) = match mark {
        Mark::OuterSpace => ("the text begins or ends with a space".into(), COPIED),
        Mark::Html => ("the text holds HTML".into(), "write what a reader of the page sees"),
        Mark::Invisible(c) => (format!("the text holds the invisible character U+{:04X}", u32::from(c)), COPIED),
        Mark::Noncharacter(c) => (
            format!("the text holds U+{:04X}, which is no character", u32::from(c)),
            "delete it; it is invisible, and comes of a program that failed",
        ),
        Mark::Unreadable => (
            "the text holds U+FFFD, which programs put where they could not read a character".into(),
            "look the character up where the text comes from",
        ),
        Mark::Decomposed => (
            "the text holds letters apart from their accents".into(),
            "write the letters and their accents as one character each",
        ),
        Mark::Misread => ("the text looks like UTF-8 that was read in another encoding".into(), COPIED),
    };
    let written = tidied(text, mark).filter(|tidy| tidy.len() <= SHOWN);
    (message, written.map_or_else(|| help.into(), |tidy| format!("write `{tidy}`")))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_text_holds_what_a_reader_sees() {
        RULE.finds(
            r#"
            {"id":"event/space","title":" Raid"}
                                        ^^^^^^^ untidy-text: write `Raid`
            {"id":"event/html","title":"Smith &amp; Sons"}
                                       ^^^^^^^^^^^^^^^^^^ untidy-text: write `Smith & Sons`
            {"id":"event/entity","title":"Sinn F&eacute;in"}
                                         ^^^^^^^^^^^^^^^^^^ untidy-text: write `Sinn Féin`
            {"id":"event/invisible","title":"R\u200baid"}
                                            ^^^^^^^^^^^^ untidy-text: write `Raid`
            {"id":"event/unreadable","title":"caf\ufffd"}
                                             ^^^^^^^^^^^ untidy-text: U+FFFD
            {"id":"event/decomposed","title":"Cafe\u0301"}
                                             ^^^^^^^^^^^^ untidy-text: write `Café`
            {"id":"event/misread","title":"\u00c3\u00a9t\u00c3\u00a9"}
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ untidy-text: write `été`
            "#,
        );
    }

    #[test]
    fn what_is_meant_is_left_alone() {
        RULE.finds(
            r#"
            {"id":"event/joiner","title":"\u0645\u06cc\u200c\u0634\u0648\u062f"}
            {"id":"event/order","title":"\u0643\u0651\u064e"}
            {"id":"event/letter","title":"\u0958"}
            {"id":"event/composed","title":"M\u00f3vil"}
            {"id":"event/ampersand","title":"R&D"}
            {"id":"event/less","title":"5 < 6"}
            {"id":"event/placeholder","title":" n/a "}
            {"id":"event/quote","basis":{"evidence":[{"source":"source/page","locator":"1","quote":" Raid"}]}}
            "#,
        );
    }
}
