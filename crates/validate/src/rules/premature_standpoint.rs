//! Nobody takes a position on an event before it.

use standpoint_model::{Event, Stance};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        rule::{Check, Rule},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("premature-standpoint", Level::Warning, include_str!("../../docs/premature-standpoint.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
        // A claim of responsibility is no position but a deed: `impossible-chronology`.
        let position = standpoint.stance != Stance::ClaimsResponsibility;
        if position && before(standpoint.when.as_ref(), event.when.as_ref()) {
            let message = format!("`{}` took this position before the event", standpoint.holder);
            findings.push(
                Finding::new(&RULE.code, entry.value(format!("/basis/standpoints/{index}/when")), message)
                    .related(entry.value("/when"), "when the event came")
                    .help(
                        "correct the date that is wrong; a position on what was still to come belongs in a `statement`",
                    ),
            );
        }
    }
}
