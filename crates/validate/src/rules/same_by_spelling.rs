//! Names propose that two persons are one; they do not show it.

use hashbrown::HashSet;
use standpoint_model::{Actor, ActorType, Identity, IdentityGround, Verdict};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("same-by-spelling", Level::Warning, include_str!("../../docs/same-by-spelling.md")),
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let actors = group.distinct::<Actor>();
    let persons: HashSet<&str> =
        actors.filter(|(_, actor)| actor.r#type == ActorType::Individual).map(|(_, actor)| actor.id.as_str()).collect();
    for (entry, identity) in group.of::<Identity>() {
        let is_by_spelling = identity.verdict == Verdict::Same
            && identity.how == Some(IdentityGround::Spelling)
            && identity.evidence.is_empty();
        let mut persons = identity.members.iter().filter(|member| persons.contains(member.as_str()));
        if is_by_spelling && persons.nth(1).is_some() {
            findings.push(
                Finding::new(&RULE.code, entry.value("/how"), "two persons are said to be one by their names alone")
                    .related(entry.value("/verdict"), "here")
                    .help(
                        "many persons share a name: cite in `evidence` what shows that they are one, or write \
                         `\"verdict\": \"unsure\"`",
                    ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn names_show_of_no_two_persons_that_they_are_one() {
        RULE.finds(
            r#"
            {"id":"actor/p","type":"individual"}
            {"id":"actor/q","type":"individual"}
            {"id":"identity/a","members":["actor/p","actor/q"],"how":"spelling","note":"One name."}
                                                                     ^^^^^^^^^^ same-by-spelling: two persons are said to be one by their names alone
            {"id":"identity/by-code","members":["actor/p","actor/q"],"how":"code"}
            {"id":"identity/shown","members":["actor/p","actor/q"],"how":"spelling","evidence":[{"source":"source/page","locator":"1"}]}
            {"id":"identity/unsure","members":["actor/p","actor/q"],"how":"spelling","verdict":"unsure"}
            {"id":"identity/groups","members":["actor/g","actor/h"],"how":"spelling"}
            {"id":"identity/retracted","members":["actor/p","actor/q"],"how":"spelling","status":"retracted"}
            "#,
        );
    }
}
