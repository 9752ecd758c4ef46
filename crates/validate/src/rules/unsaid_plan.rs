//! Who writes down what was planned says whether it happened.

use standpoint_model::{Event, Occurrence};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unsaid-plan", Level::Note, include_str!("../../docs/unsaid-plan.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    if event.occurrence != Occurrence::Happened {
        return;
    }
    let mut report = |field: &str, message: &str, otherwise: &str| {
        findings.push(Finding::new(&RULE.code, entry.value(format!("/{field}")), message).help(format!(
            "if it was only planned when the source was written, write `\"occurrence\": \"planned\"`; {otherwise}"
        )));
    };
    if event.due.is_some() && event.when.is_none() {
        report(
            "due",
            "this event is said to have happened, and has only a time for which it was planned",
            "if it happened, when it did is `when`",
        );
    }
    if !event.conditions.is_empty() {
        report(
            "conditions",
            "this event is said to have happened, and to depend on something",
            "if it happened, what it came after is in `follows`, and why it came about in `caused_by`",
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current()
        && record.has_happened()
        && ((record.due.is_some() && record.when.is_none()) || !record.conditions.is_empty())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_has_only_a_plan_is_planned() {
        RULE.finds(
            r#"
            {"id":"event/a","due":"2020"}
                                  ^^^^^^ unsaid-plan: said to have happened, and has only a time for which it was planned
            {"id":"event/b","when":"2020","conditions":[{"on":["event/a"]}]}
                                                       ^^^^^^^^^^^^^^^^^^^^ unsaid-plan: said to have happened, and to depend on something
            {"id":"event/planned","occurrence":"planned","due":"2020","conditions":[{"on":["event/a"]}]}
            {"id":"event/called-off","occurrence":"called-off","due":"2020"}
            {"id":"event/late","due":"2020","when":"2021"}
            {"id":"position/p","due":"2020","conditions":[{"on":["event/a"]}]}
            {"id":"event/retracted","due":"2020","status":"retracted"}
            "#,
        );
    }
}
