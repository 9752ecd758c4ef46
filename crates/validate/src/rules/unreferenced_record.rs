//! Every actor and every place is mentioned somewhere.

use standpoint_model::{Kind, Status};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unreferenced-record", Level::Warning, include_str!("../../docs/unreferenced-record.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let own = group.entry(id).filter(|entry| matches!(entry.record.kind(), Kind::Actor | Kind::Place));
    let Some(entry) = own.filter(|entry| group.is_complete() && entry.record.status() == Status::Current) else {
        return;
    };
    let mut is_named = group.refusals().named.contains(*id);
    for entry in group.current() {
        entry.record.visit_references(|named, _| is_named |= named == *id);
    }
    if !is_named {
        findings.push(
            Finding::new(&RULE.code, entry.id(), format!("no other record mentions `{id}`"))
                .help("say what it has to do with the rest, in an event, a relationship or a statement")
                .unnamed(id)
                .of_many(),
        );
    }
}
