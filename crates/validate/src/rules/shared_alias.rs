//! No two actors of one type have one alias.

use standpoint_model::{Actor, AliasType};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    rules::{
        decided::is_decided,
        relation::Group,
        rule::{Check, Rule},
        shared_name::may_be_one,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-alias", Level::Note, include_str!("../../docs/shared-alias.md")),
    check: Check::Groups,
};

pub(super) fn check(name: &String, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut firsts: Vec<(&Entry, Place, &Actor)> = Vec::new();
    for (entry, actor) in group.distinct::<Actor>() {
        let Some((index, _)) = aliases(actor).find(|(_, alias)| alias == name) else { continue };
        let place = entry.value(format!("/aliases/{index}/text"));
        let may_be_this =
            |(first, _, other): &&(&Entry, Place, &Actor)| may_be_one(actor, other) && !is_decided(group, entry, first);
        let Some((_, first, other)) = firsts.iter().find(may_be_this) else {
            firsts.push((entry, place, actor));
            continue;
        };
        if first_common(actor, other).as_ref() == Some(name) {
            findings.push(
                Finding::new(&RULE.code, place, format!("`{}` has this alias too", other.id))
                    .related(first.clone(), "the other one")
                    .help("if both are one actor, say so in an `identity`, or make one record of them; if not, nothing needs to be done"),
            );
        }
    }
}

/// The names that an actor has not given up, besides the one under which it is listed, and the place of each.
fn aliases(actor: &Actor) -> impl Iterator<Item = (usize, String)> {
    let held = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type != AliasType::Former);
    held.map(|(index, alias)| (index, folded(&alias.text)))
}

/// The first of several aliases that two actors have in common, which speaks for all of them. Nothing, if one goes by the name
/// under which the other is listed, which is a finding of its own.
fn first_common(one: &Actor, other: &Actor) -> Option<String> {
    let goes_by =
        |actor: &Actor, name: &str| folded(&actor.name) == name || aliases(actor).any(|(_, alias)| alias == name);
    if goes_by(one, &folded(&other.name)) || goes_by(other, &folded(&one.name)) {
        return None;
    }
    aliases(one).map(|(_, alias)| alias).find(|alias| goes_by(other, alias))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn two_actors_of_one_type_have_one_alias() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"b","type":"former"},{"text":"PLA","type":"abbreviation"}]}
            {"id":"actor/b","aliases":[{"text":"X"},{"text":"pla","type":"abbreviation"}],"country":"AFG"}
                                                            ^^^^^ shared-alias: `actor/a` has this alias too
            {"id":"actor/c","aliases":[{"text":"PLA","type":"abbreviation"}],"country":"PAK"}
                                               ^^^^^ shared-alias: `actor/a`
            {"id":"actor/organisation","aliases":[{"text":"PLA","type":"abbreviation"}],"type":"organisation"}
            {"id":"actor/spaced","aliases":[{"text":"P L A","type":"abbreviation"}]}
            {"id":"actor/former","aliases":[{"text":"PLA","type":"former"}]}
            {"id":"actor/retracted","aliases":[{"text":"PLA","type":"abbreviation"}],"status":"retracted"}
            {"id":"actor/a","aliases":[{"text":"PLA","type":"abbreviation"}]}
            "#,
        );
    }

    #[test]
    fn actors_of_two_countries_may_have_one_alias() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"PLA","type":"abbreviation"}],"country":"AFG"}
            {"id":"actor/b","aliases":[{"text":"PLA","type":"abbreviation"}],"country":"PAK"}
            {"id":"actor/c","aliases":[{"text":"PLA","type":"abbreviation"}],"country":"PAK"}
                                               ^^^^^ shared-alias: `actor/b`
            "#,
        );
    }

    #[test]
    fn several_aliases_in_common_are_one_finding() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"PLA","type":"abbreviation"},{"text":"People's Army"}]}
            {"id":"actor/b","aliases":[{"text":"People's Army"},{"text":"PLA","type":"abbreviation"}]}
                                               ^^^^^^^^^^^^^^^ shared-alias
            "#,
        );
    }

    #[test]
    fn who_goes_by_the_name_of_the_other_is_told_of_as_that() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"PLA","type":"abbreviation"}]}
            {"id":"actor/b","aliases":[{"text":"PLA","type":"abbreviation"},{"text":"A"}]}
                                                                                    ^^^ alias-of-another
            {"id":"actor/c","aliases":[{"text":"PFA","type":"abbreviation"},{"text":"d"}]}
                                                                                    ^^^ alias-of-another
            {"id":"actor/d","aliases":[{"text":"PFA","type":"abbreviation"}]}
            {"id":"actor/e","name":"Reds","aliases":[{"text":"RF","type":"abbreviation"}]}
            {"id":"actor/f","name":"Reds","aliases":[{"text":"RF","type":"abbreviation"}]}
            "#,
        );
    }

    #[test]
    fn actors_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"PLA"}]}
            {"id":"actor/b","aliases":[{"text":"PLA"}]}
            {"id":"actor/c","aliases":[{"text":"PLA"}]}
                                               ^^^^^ shared-alias: `actor/a`
            {"id":"identity/ab","members":["actor/a","actor/b"],"verdict":"different"}
            "#,
        );
    }
}
