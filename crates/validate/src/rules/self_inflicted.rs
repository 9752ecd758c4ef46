//! No actor is the victim of its own deed.

use standpoint_model::{Event, Role};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("self-inflicted", Level::Note, include_str!("../../docs/self-inflicted.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let participants = || event.participants.iter().enumerate();
    for (index, deed) in participants().filter(|(_, part)| part.role == Role::Initiator) {
        if let Some((at, harmed)) = participants().find(|(_, part)| is_harmed(part.role) && part.actor == deed.actor) {
            let message = format!("`{}` is the initiator and the {} of one event", deed.actor, harmed.role);
            findings.push(
                Finding::new(&RULE.code, entry.value(format!("/participants/{at}/actor")), message)
                    .related(entry.value(format!("/participants/{index}/actor")), "here")
                    .help("name the actor that is meant; those who fight one another are each a `party` of a `clash`"),
            );
        }
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let of_role = |role: Role| record.parties.iter().filter(move |party| party.role == Some(role));
    let harmed = |actor: u64| {
        let mut parties = record.parties.iter().filter(|party| party.role.is_some_and(is_harmed));
        parties.any(|party| party.actor == actor)
    };
    record.is_current() && of_role(Role::Initiator).any(|party| harmed(party.actor))
}

fn is_harmed(role: Role) -> bool {
    matches!(role, Role::Target | Role::Victim)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_actor_is_the_victim_of_its_own_deed() {
        RULE.finds(
            r#"
            {"id":"event/a","participants":[{"actor":"actor/a"},{"actor":"actor/b","role":"victim"},{"actor":"actor/a","role":"victim"}]}
                                                                                                             ^^^^^^^^^ self-inflicted: `actor/a` is the initiator and the victim of one event
            {"id":"event/b","participants":[{"actor":"actor/b","role":"target"},{"actor":"actor/a","role":"target"},{"actor":"actor/a"}]}
                                                                                         ^^^^^^^^^ self-inflicted: the initiator and the target
            {"id":"event/once","participants":[{"actor":"actor/a"},{"actor":"actor/a","role":"victim"},{"actor":"actor/a","role":"target"}]}
                                                                            ^^^^^^^^^ self-inflicted
            {"id":"event/c","participants":[{"actor":"actor/a"},{"actor":"actor/b","role":"victim"},{"actor":"actor/a","role":"subject"},{"actor":"actor/b","role":"target"}]}
            {"id":"event/d","participants":[{"actor":"actor/a","role":"party"},{"actor":"actor/a","role":"victim"}]}
            {"id":"event/retracted","participants":[{"actor":"actor/a"},{"actor":"actor/a","role":"victim"}],"status":"retracted"}
            "#,
        );
    }
}
