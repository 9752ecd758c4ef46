//! No actor is the part, the branch or the offspring of itself, by way of another or of several.

use standpoint_model::{Relationship, RelationshipType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        cycle::{Cycle, Edge, cycles},
        relation::Group,
        relations::Lead,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("mutual-subordination", Level::Warning, include_str!("../../docs/mutual-subordination.md")),
    check: Check::Groups,
};

pub(super) fn check(_: &(RelationshipType, [&str; 2]), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>().filter(|(_, tie)| tie.subject.as_str() != tie.object.as_str())
    {
        let opposite = earlier.iter().find(|(other_entry, other)| {
            other.subject.as_str() == tie.object.as_str()
                && may_overlap(tie.when.as_ref(), other.when.as_ref())
                && !linked(entry, other_entry)
        });
        if let Some((other_entry, other)) = opposite {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value("/type"),
                    format!("`{}` says `{}` of the same two actors, the other way round", other.id, tie.r#type),
                )
                .related(other_entry.value("/type"), "the other one")
                .help("exchange `subject` and `object` in the one that is wrong; if one came after the other, give both a `when`"),
            );
        }
        earlier.push((entry, tie));
    }
}

/// Rings of three or more.
pub(super) fn check_rings(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Lead::Tie(r#type) = lead else { return };
    let edges = group.distinct::<Relationship>().map(|(entry, tie)| Edge {
        entry,
        from: tie.subject.as_str(),
        to: tie.object.as_str(),
        pointer: "/type".into(),
    });
    for ring in cycles(edges).iter().filter(|ring| ring.entries().len() > 2 && is_closed(ring)) {
        let message = format!("`{type}` leads in a ring: {}", ring.path());
        let help = "exchange `subject` and `object` in the one that is wrong, or remove it; if one state followed the \
                    other, give each its `when`";
        findings.push(ring.finding(&RULE.code, message, help));
    }
}

/// Whether all ties of a ring may hold at one time, and none says that it contradicts another.
fn is_closed(ring: &Cycle<'_>) -> bool {
    let may_hold_together =
        |one: &Entry, other: &Entry| may_overlap(one.record.when(), other.record.when()) && !linked(one, other);
    ring.entries()
        .enumerate()
        .all(|(index, one)| ring.entries().skip(index + 1).all(|other| may_hold_together(one, other)))
}
