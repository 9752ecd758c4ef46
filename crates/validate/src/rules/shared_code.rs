//! Two records of a kind that have one code may be of one thing.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        decided::is_decided,
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-code", Level::Warning, include_str!("../../docs/shared-code.md")),
    check: Check::Groups,
};

pub(super) fn check((_, scheme, value): &(Kind, &str, &str), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut earlier: Vec<&Entry> = Vec::new();
    for entry in group.current().filter(|entry| entry.is_first) {
        // Who is decided to be one of them, or none of them, need not be compared with the rest.
        let first = earlier.first().filter(|_| !earlier.iter().any(|other| is_decided(group, entry, other)));
        if let (Some(first), Some(again)) = (first, place(entry, scheme, value)) {
            let (one, other) = (first.record.id(), entry.record.id());
            let name = other.split_once('/').map_or("", |(_, name)| name);
            let finding = Finding::new(
                &RULE.code,
                entry.value(again),
                format!("`{one}` has the code `{value}` of the scheme `{scheme}` too"),
            );
            let identity = format!(
                "{{\"kind\": \"identity\", \"id\": \"identity/{name}\", \"members\": [\"{one}\", \"{other}\"], \"verdict\": \
                 \"same\", \"how\": \"code\"}}"
            );
            let help = format!(
                "if these are two things, correct a code, or say that they are `different`; if they are one, add a record that \
                 says so: `{identity}`"
            );
            let given = place(first, scheme, value).unwrap_or_default();
            findings.push(finding.related(first.value(given), "the other one").help(help));
        }
        earlier.push(entry);
    }
}

/// Where a record has the code.
fn place(entry: &Entry, scheme: &str, value: &str) -> Option<String> {
    let mut codes = entry.record.codes().iter();
    let index = codes.position(|code| code.scheme.as_str() == scheme && code.value.as_str() == value)?;
    Some(format!("/codes/{index}/value"))
}
