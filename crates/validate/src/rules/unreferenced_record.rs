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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn every_actor_and_every_place_is_mentioned() {
        RULE.finds(
            r#"
            {"id":"actor/a"}
                  ^^^^^^^^^ unreferenced-record: no other record mentions `actor/a`
            {"id":"place/p"}
            {"id":"actor/b"}
            {"id":"place/q"}
            {"id":"actor/retracted","status":"retracted"}
            {"id":"event/e","places":[{"place":"place/p"},{"place":"place/q","role":"target"}],"participants":[{"actor":"actor/b"}]}
            "#,
        );
    }

    #[test]
    fn what_is_retracted_mentions_nothing() {
        RULE.finds(
            r#"
            {"id":"place/p"}
                  ^^^^^^^^^ unreferenced-record
            {"id":"event/e","places":[{"place":"place/p"}],"status":"retracted"}
            "#,
        );
    }

    #[test]
    fn what_is_refused_mentions_what_it_names() {
        RULE.finds(
            r#"
            {"id":"actor/a"}
            {"id":"event/e","type":"party","participants":[{"actor":"actor/a"}]}
                                   ^^^^^^^ unknown-value
            "#,
        );
    }

    #[test]
    fn what_cannot_be_read_may_mention_anything() {
        RULE.finds(
            r#"
            {"id":"actor/a"}
            {x}
             ^ invalid-json
            "#,
        );
    }

    #[test]
    fn many_in_a_file_are_one_finding() {
        RULE.finds(
            r#"
            {"id":"actor/a"}
                  ^^^^^^^^^ unreferenced-record
            {"id":"actor/b"}
            {"id":"place/c"}
            "#,
        );
    }

    #[test]
    fn one_that_waives_the_code_says_nothing_of_the_others() {
        RULE.finds(
            r#"
            {"id":"actor/a","allow":[{"code":"unreferenced-record","why":"Kept."}]}
            {"id":"actor/b"}
                  ^^^^^^^^^ unreferenced-record
            "#,
        );
    }
}
