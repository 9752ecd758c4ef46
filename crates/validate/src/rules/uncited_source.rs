//! Every source is cited.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule, distinct},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("uncited-source", Level::Error, include_str!("../../docs/uncited-source.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    if !submission.is_complete() {
        return;
    }
    let cited = submission.cited();
    for (entry, source) in distinct::<Source>(submission) {
        if !cited.contains(source.id.as_str()) {
            findings.push(
                Finding::new(&RULE.code, entry.id(), format!("no record cites `{}`", source.id))
                    .help("cite it where it is evidence, or remove it"),
            );
        }
    }
}
