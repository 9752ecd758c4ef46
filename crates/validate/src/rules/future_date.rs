//! Nothing is dated after the dataset itself.

use standpoint_model::{Edtf, Manifest};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("future-date", Level::Warning, include_str!("../../docs/future-date.md")),
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((manifest, dataset)) = group.manifest() else { return };
    let (field, date) = last_change(dataset);
    for fact in group.current().flat_map(dated_facts) {
        // What its source cannot have known either has a finding of its own.
        if before(Some(date), Some(fact.when)) && fact.earlier_source(group).is_none() {
            findings.push(
                Finding::new(&RULE.code, fact.place(), "this came after the dataset was last changed")
                    .related(manifest.value(field), "when that was")
                    .help("correct the date; if it is right, write into the manifest when the dataset was `modified`"),
            );
        }
    }
}

/// The field that says when the dataset was last changed, and its date.
pub(super) fn last_change(dataset: &Manifest) -> (&'static str, &Edtf) {
    dataset.modified.as_ref().map_or(("/created", &dataset.created), |date| ("/modified", date))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nothing_is_dated_after_the_last_change_of_the_dataset() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2019","modified":"2023"}
            {"id":"event/a","when":"2024"}
                                   ^^^^^^ future-date: after the dataset was last changed
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","when":"2024"}]}}
                                                                               ^^^^^^ future-date
            {"id":"event/c","when":"2022"}
            {"id":"event/d","when":"2023-12/.."}
            {"id":"event/sentinel","when":"9999-12-31"}
            {"id":"event/retracted","when":"2024","status":"retracted"}
            {"id":"statement/s","when":"2024"}
            {"id":"source/old","published":"2020"}
            {"id":"event/later-than-its-source","when":"2024","basis":{"evidence":[{"source":"source/old"}]}}
            "#,
        );
    }

    #[test]
    fn a_dataset_that_was_not_changed_was_made() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2019"}
            {"id":"event/a","when":"2020"}
                                   ^^^^^^ future-date
            "#,
        );
    }

    #[test]
    fn two_manifests_date_nothing() {
        RULE.finds(
            r#"
            {"id":"dataset/c","created":"2019"}
            {"id":"dataset/d","created":"2019"}
            {"id":"event/a","when":"2020"}
            "#,
        );
    }
}
