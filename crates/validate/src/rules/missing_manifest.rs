//! A dataset has a manifest.

use standpoint_model::Kind;

use crate::{
    Code, Level,
    dataset::view::Submission,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "missing-manifest", level: Level::Error, page: include_str!("../../docs/missing-manifest.md") },
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let has_manifest = submission.refusals.kinds.contains(&Kind::Dataset) || submission.counts.of(Kind::Dataset) > 0;
    if submission.is_complete() && !has_manifest {
        findings.push(
            Finding::new(&RULE.code, None, "the dataset has no manifest, which is a record of the kind `dataset`")
                .help("add one, or name the folder that holds it together with these records"),
        );
    }
}
