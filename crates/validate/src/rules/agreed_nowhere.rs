//! What is agreed is a provision of some agreement.

use standpoint_model::{Position, PositionForm};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("agreed-nowhere", Level::Warning, include_str!("../../docs/agreed-nowhere.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(position) = entry.current::<Position>() else { return };
    if position.form == PositionForm::Agreed && position.r#in.is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/form"), "nothing says in which agreement this was agreed").help(
                "name the agreement, which is an event, in `in`; what one side alone accepts is of the form `acceptance`",
            ),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.form == Some(PositionForm::Agreed) && record.field(Slot::In).is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_agreed_is_a_provision_of_an_agreement() {
        RULE.finds(
            r#"
            {"id":"position/a","form":"agreed"}
                                      ^^^^^^^^ agreed-nowhere: nothing says in which agreement this was agreed
            {"id":"position/provision","form":"agreed","in":"event/treaty"}
            {"id":"position/acceptance","form":"acceptance","answers":["position/a"]}
            {"id":"position/demand"}
            {"id":"position/retracted","form":"agreed","status":"retracted"}
            "#,
        );
    }
}
