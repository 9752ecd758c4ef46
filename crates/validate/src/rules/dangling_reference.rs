//! Every id that a record names is the id of a record.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::{SUGGESTIONS, Submission},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("dangling-reference", Level::Error, include_str!("../../docs/dangling-reference.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (nth, (id, mut places)) in submission.missing().into_iter().enumerate() {
        let others = places.split_off(1);
        let message = match others.len() {
            0 => format!("there is no record `{id}`"),
            1 => format!("there is no record `{id}`, which is named in another place too"),
            count => format!("there is no record `{id}`, which is named in {count} other places too"),
        };
        let help = Some(id)
            .filter(|_| nth < SUGGESTIONS)
            .and_then(|id| submission.did_you_mean(id))
            .unwrap_or_else(|| "add that record, or validate it together with this one".into());
        findings.push(Finding::new(&RULE.code, places.pop(), message).help(help));
    }
}
