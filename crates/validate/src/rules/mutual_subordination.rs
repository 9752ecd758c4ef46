//! No two actors are each the part, the branch or the offspring of the other.

use standpoint_model::{Relationship, RelationshipType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
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
    for (entry, tie) in group.distinct::<Relationship>().filter(|(_, tie)| tie.subject != tie.object) {
        let opposite = earlier.iter().find(|(other_entry, other)| {
            other.subject == tie.object
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
