//! A dataset has one manifest.

use standpoint_model::Manifest;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule, distinct},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("second-manifest", Level::Error, include_str!("../../docs/second-manifest.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut manifests = distinct::<Manifest>(submission);
    let Some((first, _)) = manifests.next() else { return };
    for (entry, _) in manifests {
        findings.push(
            Finding::new(&RULE.code, entry.id(), "the dataset has a manifest already")
                .related(first.id(), "it is this one")
                .help("keep one of the two; if there are two datasets, validate each by itself"),
        );
    }
}
