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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_actors_have_one_code() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"actor/b","codes":[{"scheme":"pax","value":"2"},{"scheme":"pax","value":"1"}]}
                                                                                          ^^^ shared-code: `actor/a` has the code `1` of the scheme `pax` too
            {"id":"actor/c","codes":[{"scheme":"anp","value":"1"}]}
            {"id":"actor/retracted","codes":[{"scheme":"pax","value":"1"}],"status":"retracted"}
            {"id":"actor/c","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"event/a","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"event/b","codes":[{"scheme":"pax","value":"1"}]}
                                                             ^^^ shared-code: `event/a` has the code
            "#,
        );
    }

    #[test]
    fn two_records_with_one_code_may_be_one() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"actor/b","codes":[{"scheme":"pax","value":"1"}]}
                                                             ^^^ shared-code: `{"kind": "identity", "id": "identity/b", "members": ["actor/a", "actor/b"], "verdict": "same", "how": "code"}`
            "#,
        );
    }

    #[test]
    fn records_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"actor/b","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"actor/c","codes":[{"scheme":"pax","value":"1"}]}
                                                             ^^^ shared-code: `actor/a`
            {"id":"actor/d","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"identity/ab","members":["actor/b","actor/a"]}
            {"id":"identity/cd","members":["actor/c","actor/d"],"verdict":"unsure"}
            "#,
        );
    }
}
