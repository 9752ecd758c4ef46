//! What is agreed is a provision of some agreement.

use standpoint_model::{Event, Occurrence, Position, PositionForm};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::Group,
        relations::makes_agreements,
        rule::{Check, Rule},
    },
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

/// What is agreed in an event in which nothing can have been agreed.
pub(super) fn check_event(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, event)) = group.named::<Event>(id) else { return };
    let (why, place, help) = match event.occurrence {
        Occurrence::Planned => (
            "is only planned".to_owned(),
            "/occurrence",
            "what is put forward for it is of the form `proposal`; if it happened, leave out its `occurrence`",
        ),
        Occurrence::CalledOff => (
            "was called off".to_owned(),
            "/occurrence",
            "what was put forward for it is of the form `proposal`; if it happened, leave out its `occurrence`",
        ),
        Occurrence::Happened if makes_agreements(event.r#type) => return,
        Occurrence::Happened => (
            format!("is of the type `{}`", event.r#type),
            "/type",
            "name the event in which it was agreed, which is one of the type `agreement`, `ceasefire` or `negotiation`",
        ),
    };
    let is_agreed =
        |position: &Position| position.form == PositionForm::Agreed && position.r#in.as_ref() == Some(&event.id);
    for (entry, _) in group.of::<Position>().filter(|(_, position)| is_agreed(position)) {
        let message = format!("this cannot have been agreed in `{id}`, which {why}");
        findings.push(
            Finding::new(&RULE.code, entry.value("/in"), message).related(other.value(place), "the event").help(help),
        );
    }
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

    #[test]
    fn nothing_is_agreed_in_a_plan_or_a_fight() {
        RULE.finds(
            r#"
            {"id":"event/attack","type":"attack"}
            {"id":"position/a","form":"agreed","in":"event/attack","holders":[]}
                                                    ^^^^^^^^^^^^^^ agreed-nowhere: this cannot have been agreed in `event/attack`, which is of the type `attack`
            {"id":"event/planned","type":"agreement","occurrence":"planned"}
            {"id":"position/b","form":"agreed","in":"event/planned","holders":[]}
                                                    ^^^^^^^^^^^^^^^ agreed-nowhere: which is only planned
            {"id":"event/off","type":"agreement","occurrence":"called-off"}
            {"id":"position/c","form":"agreed","in":"event/off"}
                                                    ^^^^^^^^^^^ agreed-nowhere: which was called off
            {"id":"event/made","type":"agreement"}
            {"id":"position/made","form":"agreed","in":"event/made","holders":[]}
            {"id":"event/truce","type":"ceasefire"}
            {"id":"position/truce","form":"agreed","in":"event/truce"}
            {"id":"position/proposal","form":"proposal","in":"event/planned"}
            {"id":"position/shout","form":"demand","in":"event/attack"}
            {"id":"position/retracted","form":"agreed","in":"event/attack","status":"retracted"}
            "#,
        );
    }
}
