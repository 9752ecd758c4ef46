//! Every id that a record names is the id of a record.

use standpoint_model::{Entity as _, Identity, IdentityGround, Pointer, Record};
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
            if named == *id && !keeps_old_id(&entry.record, pointer) {
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

/// Whether this is where an identity keeps the id that a record had before it was renamed.
fn keeps_old_id(record: &Record, pointer: &Pointer<'_>) -> bool {
    let is_renamed = |identity: &Identity| identity.how == Some(IdentityGround::Renamed);
    Identity::from_record(record).is_some_and(is_renamed) && pointer.position().is_some_and(|member| member > 0)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn ids_that_no_record_has_are_told_of_once() {
        RULE.finds(
            r#"
            {"id":"event/a","part_of":"event/one"}
                                      ^^^^^^^^^^^ dangling-reference: there is no record `event/one`
            {"id":"event/b","follows":["event/two"]}
                                       ^^^^^^^^^^^ dangling-reference: named in another place too
            {"id":"event/c","follows":["event/two","event/three"]}
                                                   ^^^^^^^^^^^^^ dangling-reference: named in 2 other places too
            {"id":"event/d","follows":["event/three"],"part_of":"event/three"}
            {"id":"event/e","follows":["event/retracted-naming"],"status":"retracted"}
                                       ^^^^^^^^^^^^^^^^^^^^^^^^ dangling-reference
            "#,
        );
    }

    #[test]
    fn an_identity_keeps_the_ids_that_records_had_before() {
        RULE.finds(
            r#"
            {"id":"event/new"}
            {"id":"identity/i","members":["event/new","event/old","event/older"],"verdict":"same","how":"renamed"}
            {"id":"identity/j","members":["event/none","event/new"],"verdict":"same","how":"renamed"}
                                          ^^^^^^^^^^^^ dangling-reference
            {"id":"identity/k","members":["event/new","event/former"],"verdict":"same","how":"spelling"}
                                                      ^^^^^^^^^^^^^^ dangling-reference
            "#,
        );
    }

    #[test]
    fn the_id_that_is_meant_is_suggested() {
        RULE.finds(
            r#"
            {"id":"event/northern-offensive"}
            {"id":"event/raid","part_of":"event/nothern-offensive"}
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ dangling-reference: did you mean `event/northern-offensive`
            "#,
        );
    }

    #[test]
    fn records_that_are_refused_are_there() {
        RULE.finds(
            r#"
            {"id":"event/a","type":"party"}
                                   ^^^^^^^ unknown-value
            {"id":"event/b","follows":["event/a"]}
            "#,
        );
    }

    #[test]
    fn nobody_knows_what_stands_in_what_cannot_be_read() {
        RULE.finds(
            r#"
            {"id":"event/b","follows":["event/a"]}
            {x}
             ^ invalid-json
            "#,
        );
    }

    #[test]
    fn every_list_of_every_kind_may_name_what_is_not_there() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"on":["event/one"]}],"bears_on":[{"position":"position/two","how":"fulfils"}]}
                                                 ^^^^^^^^^^^ dangling-reference
                                                                                        ^^^^^^^^^^^^^^ dangling-reference
            {"id":"identity/i","members":["actor/a","event/three"]}
                                                    ^^^^^^^^^^^^^ dangling-reference
            {"id":"position/p","answers":["position/four"],"basis":{"tensions":[{"with":"statement/five"}]}}
                                          ^^^^^^^^^^^^^^^ dangling-reference
                                                                                        ^^^^^^^^^^^^^^^^ dangling-reference
            "#,
        );
    }
}
