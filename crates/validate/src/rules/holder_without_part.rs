//! Who takes a position in an event takes part in it.

use standpoint_model::{Event, Position};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("holder-without-part", Level::Note, include_str!("../../docs/holder-without-part.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, event)) = group.named::<Event>(id) else { return };
    let takes_part = |actor: &str| event.participants.iter().any(|participant| participant.actor.as_str() == actor);
    let positions = group.of::<Position>().filter(|(_, position)| position.r#in.as_ref() == Some(&event.id));
    for (entry, position) in positions {
        for (index, holder) in position.holders.iter().enumerate().filter(|(_, holder)| !takes_part(holder.as_str())) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/holders/{index}")),
                    format!("`{holder}` has no part in `{id}`, in which it takes this position"),
                )
                .related(other.id(), "the event")
                .help(
                    "add the holder to the `participants` of the event, in whatever role; who is only to do what was agreed \
                     stands in `owed_by`",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn who_takes_a_position_in_an_event_has_a_part_in_it() {
        RULE.finds(
            r#"
            {"id":"event/talks","type":"negotiation","participants":[{"actor":"actor/a","role":"party"},{"actor":"actor/m","role":"mediator"}]}
            {"id":"position/a","in":"event/talks","holders":["actor/a","actor/b"]}
                                                                       ^^^^^^^^^ holder-without-part: `actor/b` has no part in `event/talks`, in which it takes this position
            {"id":"position/m","in":"event/talks","holders":["actor/m"]}
            {"id":"position/owed","in":"event/talks","holders":["actor/a"],"owed_by":["actor/b"],"owed_to":["actor/b"],"addressed_to":["actor/b"]}
            {"id":"position/elsewhere","holders":["actor/b"]}
            {"id":"position/retracted","in":"event/talks","holders":["actor/b"],"status":"retracted"}
            {"id":"event/call","type":"communication"}
            {"id":"position/call","in":"event/call","holders":["actor/a"]}
                                                               ^^^^^^^^^ holder-without-part
            "#,
        );
    }

    #[test]
    fn positions_are_taken_in_any_event() {
        RULE.finds(
            r#"
            {"id":"event/attack","participants":[{"actor":"actor/a"},{"actor":"actor/w","role":"witness"}]}
            {"id":"position/a","in":"event/attack","holders":["actor/a","actor/w"]}
            {"id":"position/b","in":"event/attack","holders":["actor/b"]}
                                                              ^^^^^^^^^ holder-without-part
            "#,
        );
    }

    #[test]
    fn of_two_events_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"event/talks","type":"negotiation","participants":[{"actor":"actor/a","role":"party"}]}
            {"id":"event/talks","type":"negotiation","participants":[{"actor":"actor/b","role":"party"}]}
            {"id":"position/a","in":"event/talks","holders":["actor/a","actor/b"]}
                                                                       ^^^^^^^^^ holder-without-part
            "#,
        );
    }
}
