//! No two actors of one type have one name.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    rules::{
        decided::is_decided,
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-name", Level::Warning, include_str!("../../docs/shared-name.md")),
    check: Check::Groups,
};

pub(super) fn check(name: &String, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut firsts: Vec<(&Entry, &Actor)> = Vec::new();
    for (entry, actor) in group.distinct::<Actor>().filter(|(_, actor)| folded(&actor.name) == *name) {
        let may_be_this =
            |(first, other): &&(&Entry, &Actor)| may_be_one(actor, other) && !is_decided(group, entry, first);
        let Some((first, other)) = firsts.iter().find(may_be_this) else {
            firsts.push((entry, actor));
            continue;
        };
        findings.push(
            Finding::new(&RULE.code, entry.value("/name"), format!("`{}` has this name already", other.id))
                .related(first.value("/name"), "the other one")
                .help("if both are one actor, say so in an `identity`, or make one record of them; if not, add to each name what tells them apart"),
        );
    }
}

/// Whether two actors that go by one name may be one: they are of one type, and not of two countries.
pub(super) fn may_be_one(one: &Actor, other: &Actor) -> bool {
    one.r#type == other.r#type && one.country.zip(other.country).is_none_or(|(one, other)| one == other)
}
