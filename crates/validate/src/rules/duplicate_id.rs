//! No two records have one id.

use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("duplicate-id", Level::Error, include_str!("../../docs/duplicate-id.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let own = group.entries().filter(|entry| entry.record.id() == *id).map(Entry::id);
    let mut places: Vec<Place> = own.chain(group.refusals().ids.get(*id).into_iter().flatten().cloned()).collect();
    places.sort_by_key(Place::start);
    let [first, others @ ..] = &places[..] else { return };
    for other in others {
        findings.push(
            Finding::new(&RULE.code, other.clone(), format!("another record has the id `{id}` already"))
                .related(first.clone(), "it is given here first")
                .help("if both are the same thing, make one record of them; if not, give one a new id"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_records_have_one_id() {
        RULE.finds(
            r#"
            {"id":"event/a"}
            {"id":"event/a","status":"retracted"}
                  ^^^^^^^^^ duplicate-id: another record has the id `event/a` already
            {"id":"event/a","type":"party"}
                  ^^^^^^^^^ duplicate-id
                                   ^^^^^^^ unknown-value
            {"id":"event/b"}
            "#,
        );
    }

    #[test]
    fn records_that_are_refused_have_ids_too() {
        RULE.finds(
            r#"
            {"id":"event/a","type":"party"}
                                   ^^^^^^^ unknown-value
            {"id":"event/a"}
                  ^^^^^^^^^ duplicate-id
            "#,
        );
    }
}
