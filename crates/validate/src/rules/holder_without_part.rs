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
