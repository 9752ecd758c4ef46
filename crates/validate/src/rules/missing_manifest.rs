//! A dataset has a manifest.

use standpoint_model::Kind;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "missing-manifest", level: Level::Error, page: include_str!("../../docs/missing-manifest.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let has_manifest = submission.refused_kinds.contains(&Kind::Dataset)
        || submission.ids().any(|id| Kind::of_id(id) == Some(Kind::Dataset));
    if submission.complete && !has_manifest {
        findings.push(
            Finding::new(&RULE.code, None, "the dataset has no manifest, which is a record of the kind `dataset`")
                .help("add one, or name the folder that holds it together with these records"),
        );
    }
}
