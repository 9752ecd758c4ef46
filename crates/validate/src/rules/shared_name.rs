//! No two actors of one type have one name.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    rules::{
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
        let is_alike = |other: &Actor| other.r#type == actor.r#type && may_share_country(actor, other);
        let Some((first, other)) = firsts.iter().find(|(_, other)| is_alike(other)) else {
            firsts.push((entry, actor));
            continue;
        };
        findings.push(
            Finding::new(&RULE.code, entry.value("/name"), format!("`{}` has this name already", other.id))
                .related(first.value("/name"), "the other one")
                .help("if both are one actor, make one record of them; if not, add to each name what tells them apart"),
        );
    }
}

fn may_share_country(one: &Actor, other: &Actor) -> bool {
    one.country.zip(other.country).is_none_or(|(one, other)| one == other)
}
