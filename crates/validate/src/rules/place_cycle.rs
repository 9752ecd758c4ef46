//! No place lies within itself.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    cycle::{cycles, edges},
    relation::Group,
    relations::Lead,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("place-cycle", Level::Error, include_str!("../../docs/place-cycle.md")),
    check: Check::Groups,
};

pub(super) fn check(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    if *lead != Lead::Within {
        return;
    }
    for cycle in cycles(edges(*lead, group, |kind| kind == Kind::Place)) {
        let message = format!("a place lies within itself: {}", cycle.path());
        let help = "remove the `within` that is wrong; the largest place lies within nothing";
        findings.push(cycle.finding(&RULE.code, message, help));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_place_lies_within_itself() {
        RULE.finds(
            r#"
            {"id":"place/a","within":"place/b"}
                                     ^^^^^^^^^ place-cycle: a place lies within itself: `place/a` → `place/b` → `place/c` → `place/a`
            {"id":"place/b","within":"place/c"}
            {"id":"place/c","within":"place/a"}
            {"id":"place/into","within":"place/a"}
            {"id":"place/itself","within":"place/itself"}
            {"id":"place/d","within":"place/e"}
            {"id":"place/e","within":"place/d","status":"retracted"}
            "#,
        );
    }
}
