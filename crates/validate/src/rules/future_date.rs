//! Nothing is dated after the dataset itself.

use standpoint_model::{Edtf, Manifest};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        dated_fact::dated_facts,
        rule::{Check, Rule, the_manifest},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("future-date", Level::Warning, include_str!("../../docs/future-date.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let Some((manifest, dataset)) = the_manifest(submission) else { return };
    let (field, date) = last_change(dataset);
    for fact in dated_facts(submission) {
        // What its source cannot have known either has a finding of its own.
        if before(Some(date), Some(fact.when)) && fact.earlier_source(submission).is_none() {
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
