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
