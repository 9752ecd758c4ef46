//! No actor goes by the name under which another is listed.

use standpoint_model::{Actor, AliasType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    diagnose::names::folded,
    names::may_be_one,
    rules::{
        decided::is_decided,
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("alias-of-another", Level::Warning, include_str!("../../docs/alias-of-another.md")),
    check: Check::Groups,
};

pub(super) fn check(name: &String, group: &Group<'_>, findings: &mut Vec<Finding>) {
    // The last of several that are listed under it.
    let listed = group.distinct::<Actor>().filter(|(_, actor)| folded(&actor.name) == *name).last();
    let Some((other, listed)) = listed else { return };
    for (entry, actor) in group.distinct::<Actor>().filter(|(entry, _)| entry.record.id() != other.record.id()) {
        if is_decided(group, entry, other) || !may_be_one(actor, listed) {
            continue;
        }
        // A name that one party gave up another may take.
        let held = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type != AliasType::Former);
        for (index, _) in held.filter(|(_, alias)| folded(&alias.text) == *name) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/aliases/{index}/text")),
                    format!("`{}` is listed under this name", other.record.id()),
                )
                .related(other.value("/name"), "its name")
                .help("if both are one actor, say so in an `identity`, or make one record of them; if not, remove the alias or give it its exact form"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_alias_is_the_name_of_another() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds"}
            {"id":"actor/b","aliases":[{"text":"R eds"},{"text":"reds"}]}
                                                                ^^^^^^ alias-of-another: `actor/a` is listed under this name
            {"id":"actor/c","aliases":[{"text":"Reds","type":"former"}]}
            {"id":"actor/d","aliases":[{"text":"Reds"}],"status":"retracted"}
            "#,
        );
    }

    #[test]
    fn who_cannot_be_one_may_bear_one_name() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds","country":"AFG"}
            {"id":"actor/country","aliases":[{"text":"Reds"}],"country":"PAK"}
            {"id":"actor/person","aliases":[{"text":"Reds"}],"type":"individual"}
            {"id":"actor/party","aliases":[{"text":"Reds"}],"type":"political-party"}
                                                   ^^^^^^ alias-of-another: `actor/a` is listed under this name
            "#,
        );
    }

    #[test]
    fn the_last_of_several_of_a_name_is_told_of() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds","aliases":[{"text":"Reds"}]}
                                                             ^^^^^^ alias-of-another: `actor/b`
            {"id":"actor/c","name":"Reds","aliases":[{"text":"Reds","type":"former"}]}
            {"id":"actor/b","name":"Reds"}
            "#,
        );
    }

    #[test]
    fn names_of_the_same_and_of_retracted_actors_are_free() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds","aliases":[{"text":"Reds"}]}
            {"id":"actor/b","name":"Blues","status":"retracted"}
            {"id":"actor/c","aliases":[{"text":"Blues"}]}
            {"id":"actor/c","name":"Greens"}
            {"id":"actor/d","aliases":[{"text":"Greens"}]}
            "#,
        );
    }

    #[test]
    fn actors_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"actor/a","name":"Reds"}
            {"id":"actor/b","aliases":[{"text":"Reds"}]}
            {"id":"actor/c","aliases":[{"text":"Reds"}]}
                                               ^^^^^^ alias-of-another: say so in an `identity`
            {"id":"identity/ab","members":["actor/b","actor/a"],"verdict":"different"}
            {"id":"identity/ac","members":["actor/a","actor/c"],"status":"retracted"}
            "#,
        );
    }
}
