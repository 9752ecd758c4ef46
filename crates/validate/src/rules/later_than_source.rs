//! No source tells of what came after it.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("later-than-source", Level::Warning, include_str!("../../docs/later-than-source.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    for fact in group.current().flat_map(dated_facts) {
        // It is told once, of the first of its sources.
        if let Some((source, place)) = fact.earlier_source(group).filter(|(source, _)| source.id.as_str() == *id) {
            let message = format!("this came after `{}`, which is said to tell of it", source.id);
            findings.push(
                Finding::new(&RULE.code, fact.place(), message)
                    .related(place, "the date of the source")
                    .help("correct the date that is wrong, or cite the source that tells of it"),
            );
        }
    }
}
