//! No source, issue, position or observation leads back to itself.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    cycle::{cycles, edges},
    relation::Group,
    relations::Lead,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("record-cycle", Level::Error, include_str!("../../docs/record-cycle.md")),
    check: Check::Groups,
};

pub(super) fn check(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let (what, help) = match lead {
        Lead::PartOf => {
            ("is part of itself", "remove the `part_of` that is wrong; the largest whole is part of nothing")
        }
        Lead::Reports => {
            ("reports itself", "remove the `reports` that is wrong; the first source of all reports no other")
        }
        Lead::Answers => ("answers itself", "remove the `answers` that is wrong; whoever spoke first answered nobody"),
        _ => return,
    };
    for cycle in cycles(edges(*lead, group, |kind| kind != Kind::Event)) {
        let kind = cycle.first().record.kind();
        let article = if matches!(kind, Kind::Issue | Kind::Observation) { "an" } else { "a" };
        let message = format!("{article} {kind} {what}: {}", cycle.path());
        findings.push(cycle.finding(&RULE.code, message, help));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nothing_is_part_of_itself() {
        RULE.finds(
            r#"
            {"id":"issue/a","part_of":"issue/b"}
                                      ^^^^^^^^^ record-cycle: an issue is part of itself: `issue/a` → `issue/b` → `issue/a`
            {"id":"issue/b","part_of":"issue/a"}
            {"id":"position/a","part_of":"position/b"}
                                         ^^^^^^^^^^^^ record-cycle: a position is part of itself: `position/a` → `position/b` → `position/c` → `position/a`
            {"id":"position/b","part_of":"position/c"}
            {"id":"position/c","part_of":"position/a"}
            {"id":"observation/a","part_of":"observation/b"}
                                            ^^^^^^^^^^^^^^^ record-cycle: an observation is part of itself
            {"id":"observation/b","part_of":"observation/a"}
            {"id":"position/into","part_of":"position/a"}
            {"id":"event/a","part_of":"event/b"}
            {"id":"event/b","part_of":"event/a"}
            "#,
        );
    }

    #[test]
    fn no_source_reports_itself_and_no_position_answers_itself() {
        RULE.finds(
            r#"
            {"id":"source/a","reports":["source/c","source/b"]}
                                                   ^^^^^^^^^^ record-cycle: a source reports itself: `source/a` → `source/b` → `source/a`
            {"id":"source/b","reports":["source/a"]}
            {"id":"position/a","form":"acceptance","answers":["position/b"]}
                                                              ^^^^^^^^^^^^ record-cycle: a position answers itself: `position/a` → `position/b` → `position/a`
            {"id":"position/b","form":"refusal","answers":["position/a"]}
            "#,
        );
    }

    #[test]
    fn steps_of_two_sorts_and_retracted_ones_close_no_cycle() {
        RULE.finds(
            r#"
            {"id":"position/a","answers":["position/b"]}
            {"id":"position/b","part_of":"position/a"}
            {"id":"issue/a","part_of":"issue/b"}
            {"id":"issue/b","part_of":"issue/a","status":"retracted"}
            "#,
        );
    }
}
