//! Every actor and every place is mentioned somewhere.

use standpoint_model::{Kind, Status};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unreferenced-record", Level::Warning, include_str!("../../docs/unreferenced-record.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    if !submission.is_complete() {
        return;
    }
    let named = submission.named();
    for entry in submission.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
        let record = &entry.record;
        if matches!(record.kind(), Kind::Actor | Kind::Place) && !named.contains(record.id()) {
            findings.push(
                Finding::new(&RULE.code, entry.id(), format!("no other record mentions `{}`", record.id()))
                    .help("say what it has to do with the rest, in an event, a relationship or a statement"),
            );
        }
    }
}
