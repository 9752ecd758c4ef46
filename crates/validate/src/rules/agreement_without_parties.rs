//! An agreement is one between parties.

use standpoint_model::{Event, EventType, Occurrence, Role};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "agreement-without-parties",
        Level::Warning,
        include_str!("../../docs/agreement-without-parties.md"),
    ),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    // Between whom an agreement will be that is only planned, nobody may know.
    let is_made = event.r#type == EventType::Agreement && event.occurrence == Occurrence::Happened;
    if is_made && !event.participants.iter().any(|participant| makes(participant.role)) {
        findings.push(
            Finding::new(&RULE.code, entry.value("/type"), "nothing says between whom this agreement is").help(
                "add those between whom it is to the `participants`, with the role `party`; who is said to have signed it is a \
                 `signatory`",
            ),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current()
        && record.event_type() == Some(EventType::Agreement)
        && record.has_happened()
        && !record.parties.iter().any(|party| party.role.is_some_and(makes))
}

fn makes(role: Role) -> bool {
    matches!(role, Role::Party | Role::Signatory)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn an_agreement_is_between_parties() {
        RULE.finds(
            r#"
            {"id":"event/a","type":"agreement"}
                                   ^^^^^^^^^^^ agreement-without-parties: nothing says between whom this agreement is
            {"id":"event/b","type":"agreement","participants":[{"actor":"actor/a","role":"mediator"},{"actor":"actor/b","role":"witness"}]}
                                   ^^^^^^^^^^^ agreement-without-parties
            {"id":"event/between","type":"agreement","participants":[{"actor":"actor/a","role":"mediator"},{"actor":"actor/b","role":"party"}]}
            {"id":"event/signed","type":"agreement","participants":[{"actor":"actor/a","role":"signatory"}]}
            {"id":"event/planned","type":"agreement","occurrence":"planned"}
            {"id":"event/called-off","type":"agreement","occurrence":"called-off"}
            {"id":"event/meeting","type":"meeting"}
            {"id":"event/retracted","type":"agreement","status":"retracted"}
            "#,
        );
    }
}
