//! A dataset has a manifest.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("missing-manifest", Level::Error, include_str!("../../docs/missing-manifest.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let has_manifest = submission.refusals.kinds.contains(&Kind::Dataset) || submission.counts.of(Kind::Dataset) > 0;
    if submission.is_complete() && !has_manifest {
        findings.push(
            Finding::new(&RULE.code, None, "the dataset has no manifest, which is a record of the kind `dataset`")
                .help("let `standpoint init` write one, or name the folder that holds it together with these records"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_dataset_has_a_manifest() {
        RULE.finds(
            r#"
            ^ missing-manifest
            {"id":"event/a"}
            "#,
        );
    }

    #[test]
    fn a_manifest_that_is_refused_is_there() {
        RULE.finds(
            r#"
            {"id":"dataset/a","license":"ours"}
                                        ^^^^^^ unknown-license
            "#,
        );
    }

    #[test]
    fn a_manifest_may_stand_in_what_cannot_be_read() {
        RULE.finds(
            r"
            {x}
             ^ invalid-json
            ",
        );
    }

    #[test]
    fn one_manifest_will_do() {
        RULE.finds(
            r#"
            {"id":"dataset/a"}
            "#,
        );
    }
}
