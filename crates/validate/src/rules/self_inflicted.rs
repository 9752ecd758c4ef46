//! No actor is the victim of its own deed.

use standpoint_model::{Event, Role};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("self-inflicted", Level::Note, include_str!("../../docs/self-inflicted.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let participants = || event.participants.iter().enumerate();
    for (index, deed) in participants().filter(|(_, part)| part.role == Role::Perpetrator) {
        let victim = participants().find(|(_, part)| part.role == Role::Victim && part.actor == deed.actor);
        let target = event.targets.iter().position(|target| target.as_str() == deed.actor.as_str());
        let harm = victim
            .map(|(at, _)| format!("/participants/{at}/actor"))
            .or_else(|| target.map(|at| format!("/targets/{at}")));
        if let Some(harm) = harm {
            findings.push(
                Finding::new(&RULE.code, entry.value(harm), format!("`{}` is the perpetrator too", deed.actor))
                    .related(entry.value(format!("/participants/{index}/actor")), "here")
                    .help(
                        "name the actor that is meant; those harmed on both sides of a fight are `participant`s of it",
                    ),
            );
        }
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let of_role = |role: Role| record.parties.iter().filter(move |party| party.role == Some(role));
    let is_harmed = |actor: u64| {
        of_role(Role::Victim).any(|party| party.actor == actor)
            || record.items(Slot::Target).any(|target| target == actor)
    };
    record.is_current() && of_role(Role::Perpetrator).any(|party| is_harmed(party.actor))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_actor_is_the_victim_of_its_own_deed() {
        RULE.finds(
            r#"
            {"id":"event/a","participants":[{"actor":"actor/a","role":"perpetrator"},{"actor":"actor/b","role":"victim"},{"actor":"actor/a","role":"victim"}]}
                                                                                                                                  ^^^^^^^^^ self-inflicted: `actor/a` is the perpetrator too
            {"id":"event/b","participants":[{"actor":"actor/a","role":"perpetrator"}],"targets":["actor/b","actor/a"]}
                                                                                                           ^^^^^^^^^ self-inflicted: `actor/a` is the perpetrator too
            {"id":"event/once","participants":[{"actor":"actor/a","role":"perpetrator"},{"actor":"actor/a","role":"victim"}],"targets":["actor/a"]}
                                                                                                 ^^^^^^^^^ self-inflicted
            {"id":"event/c","participants":[{"actor":"actor/a","role":"perpetrator"},{"actor":"actor/b","role":"victim"},{"actor":"actor/a","role":"affected"}],"targets":["actor/b"]}
            {"id":"event/d","participants":[{"actor":"actor/a","role":"agent"},{"actor":"actor/a","role":"victim"}]}
            {"id":"event/retracted","participants":[{"actor":"actor/a","role":"perpetrator"},{"actor":"actor/a","role":"victim"}],"status":"retracted"}
            "#,
        );
    }
}
