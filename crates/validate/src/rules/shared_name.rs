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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_actors_of_one_type_have_one_name() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds"}
            {"id":"actor/b","name":"REDS","country":"AFG"}
                                   ^^^^^^ shared-name: `actor/a` has this name already
            {"id":"actor/c","name":"Reds","country":"PAK"}
                                   ^^^^^^ shared-name: `actor/a`
            {"id":"actor/alliance","name":"Reds","type":"alliance"}
            {"id":"actor/alias","aliases":[{"text":"Reds"}]}
            {"id":"actor/retracted","name":"Reds","status":"retracted"}
            {"id":"actor/a","name":"Reds"}
            "#,
        );
    }

    #[test]
    fn actors_of_two_countries_may_have_one_name() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds","country":"AFG"}
            {"id":"actor/b","name":"Reds","country":"PAK"}
            {"id":"actor/c","name":"Reds","country":"PAK"}
                                   ^^^^^^ shared-name: `actor/b`
            "#,
        );
    }

    #[test]
    fn names_that_differ_in_normal_form_alone_are_one() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Frente M\u00f3vil"}
            {"id":"actor/b","name":"Frente Mo\u0301vil"}
                                   ^^^^^^^^^^^^^^^^^^^^ shared-name: `actor/a`
            {"id":"actor/c","name":"Frente Mo\u0300vil"}
            "#,
        );
    }

    #[test]
    fn actors_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds"}
            {"id":"actor/b","name":"Reds"}
            {"id":"actor/c","name":"Reds"}
                                   ^^^^^^ shared-name: `actor/a`
            {"id":"identity/ab","members":["actor/b","actor/a"],"verdict":"unsure"}
            {"id":"identity/ac","members":["actor/a","actor/c"],"status":"retracted"}
            "#,
        );
    }
}
