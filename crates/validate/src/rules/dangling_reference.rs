//! Every id that a record names is the id of a record.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("dangling-reference", Level::Error, include_str!("../../docs/dangling-reference.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    if !group.is_complete() || group.entry(id).is_some() || group.refusals().may_have(id) {
        return;
    }
    let mut places = Vec::new();
    for entry in group.entries() {
        entry.record.visit_references(|named, pointer| {
            if named == *id {
                places.push(entry.value(pointer.to_string()));
            }
        });
    }
    let mut places = places.into_iter();
    let Some(first) = places.next() else { return };
    let message = match places.len() {
        0 => format!("there is no record `{id}`"),
        1 => format!("there is no record `{id}`, which is named in another place too"),
        count => format!("there is no record `{id}`, which is named in {count} other places too"),
    };
    let help = "add that record, or validate it together with this one";
    findings.push(Finding::new(&RULE.code, first, message).help(help).missing(id));
}
