//! No report is older than what it reports.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("older-sources", Level::Warning, include_str!("../../docs/older-sources.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    // If no source at all is late enough, that has a finding of its own.
    let facts = group.current().flat_map(dated_facts).filter(|fact| fact.earlier_source(group).is_none());
    // A fact is told once, of the first of its reports.
    let mut later = facts.filter_map(|fact| {
        let (_, place) = fact.earlier_report(group).filter(|(source, _)| source.id.as_str() == *id)?;
        Some((fact, place))
    });
    if let Some((fact, place)) = later.next() {
        let others = match later.count() {
            0 => String::new(),
            1 => ", and so did another thing that it reports".into(),
            count => format!(", and so did {count} other things that it reports"),
        };
        let message = format!("`{}` came after this report of it{others}", fact.entry.record.id());
        findings.push(
            Finding::new(&RULE.code, place, message)
                .related(fact.place(), "when it came")
                .help("correct the date that is wrong: often a month is, or the day and the month are exchanged"),
        );
    }
}
