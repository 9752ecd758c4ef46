//! What its sources tell of as planned lay ahead when they were published.

use standpoint_model::{Event, Occurrence};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        rule::{Check, Rule},
        sentinel_date::is_sentinel,
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("plan-before-source", Level::Warning, include_str!("../../docs/plan-before-source.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    for (entry, event) in group.of::<Event>().filter(|(_, event)| event.occurrence == Occurrence::Planned) {
        // It is told once, of the first source.
        let is_first = event.basis.evidence.first().is_some_and(|citation| citation.source.as_str() == *id);
        if let Some(published) = published_after(event, group).filter(|_| is_first) {
            findings.push(
                Finding::new(&RULE.code, entry.value("/due"), "this time was over when the source was published")
                    .related(published, "when that was")
                    .help(
                        "if the source says what came of it, write that: `happened` is the default, and `called-off` is a word \
                         too; if it says that it was planned and no more, say so in a waiver; or correct the date",
                    ),
            );
        }
    }
}

/// Where the first source of an event says when it was published, if all of them were after it was due.
fn published_after(event: &Event, group: &Group<'_>) -> Option<Place> {
    let mut first = None;
    for citation in &event.basis.evidence {
        let (source_entry, source): (&Entry, _) = group.source(citation.source.as_str())?;
        let published = source.published.as_ref().filter(|date| !is_sentinel(date));
        if !before(event.due.as_ref(), published) {
            return None;
        }
        first = first.or_else(|| Some(source_entry.value("/published")));
    }
    first
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_planned_lies_ahead() {
        RULE.finds(
            r#"
            {"id":"source/page","published":"2022"}
            {"id":"event/a","occurrence":"planned","due":"2021-05"}
                                                         ^^^^^^^^^ plan-before-source: this time was over when the source was published
            {"id":"event/ahead","occurrence":"planned","due":"2022-05"}
            {"id":"event/until","occurrence":"planned","due":"[..2022-05]"}
            {"id":"event/undated","occurrence":"planned"}
            {"id":"event/called-off","occurrence":"called-off","due":"2021-05"}
            {"id":"event/happened","due":"2021-05","when":"2021-06"}
            {"id":"event/retracted","occurrence":"planned","due":"2021-05","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn all_sources_must_be_later() {
        RULE.finds(
            r#"
            {"id":"source/late","published":"2022"}
            {"id":"source/later","published":"2023"}
            {"id":"source/early","published":"2020"}
            {"id":"source/undated"}
            {"id":"source/sentinel","published":"9999-12-31"}
            {"id":"event/a","occurrence":"planned","due":"2021","basis":{"evidence":[{"source":"source/late"},{"source":"source/later"}]}}
                                                         ^^^^^^ plan-before-source
            {"id":"event/b","occurrence":"planned","due":"2021","basis":{"evidence":[{"source":"source/late"},{"source":"source/early"}]}}
            {"id":"event/c","occurrence":"planned","due":"2021","basis":{"evidence":[{"source":"source/late"},{"source":"source/undated"}]}}
            {"id":"event/d","occurrence":"planned","due":"2021","basis":{"evidence":[{"source":"source/sentinel"}]}}
            "#,
        );
    }
}
