//! The members of an identity are of one kind, and two where they are not the same.

use standpoint_model::{Identity, Verdict};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Reference, Sketch, Slot},
    rules::rule::{Check, Rule},
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
}
