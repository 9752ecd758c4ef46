//! A citation says where in its source.

use standpoint_model::{Citation, Source};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unlocated-citation", Level::Error, include_str!("../../docs/unlocated-citation.md")),
    check: Check::Record(check),
};

/// What has neither a span nor a locator is nowhere, whatever the source, unless its words wait for their span.
fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (pointer, citation) in entry.citations() {
        if citation.span.is_none() && citation.locator.is_none() && citation.words.is_none() {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("{pointer}/source")),
                    "the citation does not say where in the source",
                )
                .help("give a `locator`: a page, a table, a minute; or, if the source has a text, a `span` in it"),
            );
        }
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.citations.iter().any(|citation| citation.span().is_none() && !citation.has_locator && !citation.has_words)
}

/// What has a locator alone could have a span, if the source has a text.
pub(super) fn check_source(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(_) = group.named::<Source>(id).filter(|(_, source)| source.text.is_some()) else { return };
    for entry in group.entries() {
        let located =
            |citation: &Citation| citation.span.is_none() && citation.locator.is_some() && citation.words.is_none();
        for (pointer, _) in entry.citations_of(id).filter(|(_, citation)| located(citation)) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("{pointer}/source")),
                    "the source has a text, but the citation has no `span` in it",
                )
                .help("let `standpoint cite` print the span of the words in the text"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_citation_says_where_in_its_source() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"evidence":[{"source":"source/a","locator":"1"},{"source":"source/page"}]}}
                                                                                               ^^^^^^^^^^^^^ unlocated-citation: the citation does not say where in the source
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/page"}]}]}}
                                                                                              ^^^^^^^^^^^^^ unlocated-citation
            "#,
        );
    }

    #[test]
    fn where_there_is_a_text_a_locator_is_not_enough() {
        RULE.finds(
            r#"
            {"id":"source/a","text":{"length":3}}
            {"id":"event/a","basis":{"evidence":[{"source":"source/page","locator":"1"},{"source":"source/a","locator":"1"}]}}
                                                                                                  ^^^^^^^^^^ unlocated-citation: the source has a text, but the citation has no `span` in it
            {"id":"event/b","basis":{"evidence":[{"source":"source/a"}]}}
                                                           ^^^^^^^^^^ unlocated-citation: the citation does not say where in the source
            {"id":"event/c","basis":{"evidence":[{"source":"source/a","span":{"end":3}}]}}
            {"id":"event/d","basis":{"evidence":[{"source":"source/a","words":"abc"}]}}
            {"id":"event/e","basis":{"evidence":[{"source":"source/a","words":"abc","locator":"1"}]}}
            "#,
        );
    }

    #[test]
    fn the_evidence_of_a_condition_says_where_in_its_source() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"words":"If it rains.","evidence":[{"source":"source/page","locator":"1"},{"source":"source/page"}]}]}
                                                                                                                               ^^^^^^^^^^^^^ unlocated-citation
            {"id":"identity/i","members":["actor/a","actor/b"],"evidence":[{"source":"source/page"}]}
                                                                                     ^^^^^^^^^^^^^ unlocated-citation
            "#,
        );
    }
}
