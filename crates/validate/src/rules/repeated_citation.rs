//! No evidence is counted twice.

use standpoint_model::Citation;
use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::{Entry, EvidenceList},
    recognise::Sketch,
    rules::{
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("repeated-citation", Level::Error, include_str!("../../docs/repeated-citation.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (list, evidence) in entry.evidence() {
        check_evidence(entry, list, evidence, findings);
    }
}

/// Wider than `check`: it looks past locators and words.
pub(super) fn doubt(record: &Sketch) -> bool {
    any_twice(&record.citations, |citation| (citation.supports, citation.source, citation.span()))
}

fn check_evidence(entry: &Entry, list: EvidenceList, evidence: &[Citation], findings: &mut Vec<Finding>) {
    let place = |index| entry.value(format!("{list}/{index}"));
    findings.extend(repeats(evidence.iter().enumerate(), |(_, citation)| Some(stretch(citation))).map(
        |((first, original), (again, citation))| {
            let finding = Finding::new(&RULE.code, place(again), "this place in the source is cited here already")
                .related(place(first), "here")
                .help("remove one of the two");
            // Of two that say different things of one place, nobody knows which is right.
            if citation == original { finding.repair(place(again), Change::Remove) } else { finding }
        },
    ));
}

/// What a citation points at, whatever it says stands there.
fn stretch(citation: &Citation) -> impl std::hash::Hash + Eq {
    let span = citation.span.as_ref().map(|span| (span.start(), span.end()));
    (&citation.source, span, citation.locator.as_ref(), citation.words.as_ref())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_evidence_is_counted_twice() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"evidence":[{"source":"source/a","locator":"1"},{"source":"source/a","locator":"2"},{"source":"source/b","locator":"1"},{"source":"source/a","locator":"1","quote":"X"}]}}
                                                                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-citation: this place in the source is cited here already
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/page","locator":"1"},{"source":"source/page","locator":"1"}]}]}}
                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-citation
            {"id":"event/c","basis":{"evidence":[{"source":"source/page","span":{"end":3}},{"source":"source/page","span":{"end":4}}]}}
            {"id":"event/d","basis":{"evidence":[{"source":"source/page","span":{"end":3}},{"source":"source/page","span":{"end":3,"sha256":"cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34"}}]}}
                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-citation
            {"id":"dataset/d"}
            "#,
        );
    }
}
