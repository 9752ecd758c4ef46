//! The members of an identity are of one kind, and two where they are not the same.

use hashbrown::HashMap;
use standpoint_model::{Actor, ActorType, Identity, Verdict};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Reference, Sketch, Slot},
    rules::{
        relation::Group,
        relations::is_person,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("identity-members", Level::Error, include_str!("../../docs/identity-members.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(identity) = entry.current::<Identity>() else { return };
    let kind = identity.members[0].kind();
    let others = identity.members.iter().enumerate().skip(1);
    if let Some((index, other)) = others.clone().find(|(_, other)| other.kind() != kind) {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value(format!("/members/{index}")),
                format!("`{other}` is of another kind than `{}`", identity.members[0]),
            )
            .related(entry.value("/members/0"), "the first member")
            .help("only records of one kind can be of one thing; name the record that is meant"),
        );
    }
    if identity.verdict != Verdict::Same && identity.members.len() > 2 {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/members/2"),
                format!("the verdict `{}` is about two records, and here is a third", identity.verdict),
            )
            .related(entry.value("/verdict"), "the verdict")
            .help("write a record for each two of them: which of them differ, one verdict does not say"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let members = || record.listed.iter().filter(|member| member.slot == Slot::Member);
    let is_mixed = || {
        let first = members().next().map(|member: &Reference| member.kind);
        members().any(|member| Some(member.kind) != first)
    };
    record.is_current() && (is_mixed() || (record.verdict != Some(Verdict::Same) && members().count() > 2))
}

/// The members of the verdict `same` that cannot be one: a person is no body of persons.
pub(super) fn check_types((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let types: HashMap<&str, ActorType> =
        group.distinct::<Actor>().map(|(_, actor)| (actor.id.as_str(), actor.r#type)).collect();
    for (entry, identity) in group.of::<Identity>().filter(|(_, identity)| identity.verdict == Verdict::Same) {
        let mut known = identity.members.iter().enumerate().filter_map(|(index, member)| {
            let r#type = types.get(member.as_str())?;
            Some((index, member, r#type, is_person(*r#type)?))
        });
        let Some((at, first, first_type, is_person)) = known.next() else { continue };
        if let Some((index, other, r#type, _)) = known.find(|(.., other)| *other != is_person) {
            let message = format!(
                "`{other}`, which is of the type `{type}`, cannot be the same as `{first}`, which is of the type `{first_type}`"
            );
            findings.push(
                Finding::new(&RULE.code, entry.value(format!("/members/{index}")), message)
                    .related(entry.value(format!("/members/{at}")), "the other one")
                    .help("name the record that is meant, or correct the `type` that is wrong"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn members_are_of_one_kind_and_two_unless_they_are_the_same() {
        RULE.finds(
            r#"
            {"id":"identity/mixed","members":["actor/x","place/y","event/z"]}
                                                        ^^^^^^^^^ identity-members: `place/y` is of another kind than `actor/x`
            {"id":"identity/different","members":["actor/x","actor/y","actor/z"],"verdict":"different"}
                                                                      ^^^^^^^^^ identity-members: the verdict `different` is about two records, and here is a third
            {"id":"identity/unsure","members":["actor/x","actor/y","actor/z"],"verdict":"unsure"}
                                                                   ^^^^^^^^^ identity-members
            {"id":"identity/three","members":["actor/x","actor/y","actor/z"]}
            {"id":"identity/two","members":["actor/x","actor/y"],"verdict":"different"}
            {"id":"identity/retracted","members":["actor/x","place/y","event/z"],"verdict":"unsure","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn one_member_is_the_same_as_nothing() {
        RULE.finds(
            r#"
            {"id":"identity/one","members":["actor/x"]}
                                           ^^^^^^^^^^^ empty-list
            "#,
        );
    }

    #[test]
    fn a_person_is_no_body_of_persons() {
        RULE.finds(
            r#"
            {"id":"actor/p","type":"individual"}
            {"id":"actor/s","type":"state"}
            {"id":"actor/g","type":"armed-group"}
            {"id":"actor/l","type":"unexpanded-label"}
            {"id":"identity/a","members":["actor/l","actor/p","actor/s","actor/g"]}
                                                              ^^^^^^^^^ identity-members: `actor/s`, which is of the type `state`, cannot be the same as `actor/p`, which is of the type `individual`
            {"id":"identity/bodies","members":["actor/s","actor/g"]}
            {"id":"identity/label","members":["actor/l","actor/p"]}
            {"id":"identity/different","members":["actor/s","actor/p"],"verdict":"different"}
            {"id":"identity/retracted","members":["actor/s","actor/p"],"status":"retracted"}
            "#,
        );
    }
}
