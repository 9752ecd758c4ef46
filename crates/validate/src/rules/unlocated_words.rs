//! Words in a citation give way to their span.

use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(crate) static RULE: Rule = Rule {
    code: Code::allowable("unlocated-words", Level::Warning, include_str!("../../docs/unlocated-words.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (pointer, citation) in entry.citations().filter(|(_, citation)| citation.words.is_some()) {
        let place = || entry.value(format!("{pointer}/words"));
        findings.push(if citation.span.is_some() {
            Finding::new(&RULE.code, place(), "the citation has its span, and the words beside it still")
                .help("remove `words`: the dataset copies no more of a source than it must")
                .repair(place(), Change::Remove)
        } else {
            Finding::new(&RULE.code, place(), "the words have no span yet").help(
                "`standpoint validate --fix --sources DIR` puts it in, if the text of the source is in that folder",
            )
        });
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.citations.iter().any(|citation| citation.has_words)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn words_wait_for_their_span_and_go_when_it_is_there() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"evidence":[{"source":"source/page","words":"They came."}]}}
                                                                                 ^^^^^^^^^^^^ unlocated-words: the words have no span yet
            {"id":"event/b","basis":{"evidence":[{"source":"source/page","span":{"end":3},"words":"abc"}]}}
                                                                                                  ^^^^^ unlocated-words: has its span
            {"id":"event/c","conditions":[{"words":"If it rains.","evidence":[{"source":"source/page","words":"rains"}]}]}
                                                                                                              ^^^^^^^ unlocated-words
            {"id":"identity/i","members":["actor/a","actor/b"],"evidence":[{"source":"source/page","words":"one"}]}
                                                                                                           ^^^^^ unlocated-words
            {"id":"event/d","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/page","words":"no"}]}]}}
                                                                                                                    ^^^^ unlocated-words
            {"id":"event/e","basis":{"evidence":[{"source":"source/page","locator":"1"}]}}
            "#,
        );
    }
}
