//! No source tells of what came after it.

use crate::{
    Code, Level,
    report::finding::Finding,
    rules::{Check, Rule, dated_fact::dated_facts, relation::Group},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "later-than-source",
        level: Level::Warning,
        page: include_str!("../../docs/later-than-source.md"),
    },
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
