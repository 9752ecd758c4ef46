//! No year of the Islamic calendar is taken for one of the common era.
//!
//! Follows the sources that the record's evidence names.

use standpoint_model::{Day, Edtf, Source};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("islamic-calendar", Level::Note, include_str!("../../docs/islamic-calendar.md")),
    check: Check::Groups,
};

/// How long before its source a conflict may lie that it is told of as of something recent.
const RECENT: i64 = 100;

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    for fact in group.current().flat_map(dated_facts) {
        let Some(year) = year(fact.when).filter(|year| (1200..1500).contains(year)) else { continue };
        let published = |source: &Source| source.published.as_ref()?.latest().day().map(Day::year);
        let dated = fact.sources(group).find_map(|(entry, source)| Some((entry, published(source)?)));
        // It is told once, of the first source that is dated.
        let Some((source, told)) = dated.filter(|(source, _)| source.record.id() == *id) else { continue };
        let begins: Vec<String> = [("by the sun", solar(year)), ("by the moon", lunar(year))]
            .into_iter()
            .filter(|(_, common)| (told - RECENT..=told).contains(common))
            .map(|(calendar, common)| format!("{calendar} in {common}"))
            .collect();
        if !begins.is_empty() {
            let message = format!("{year} may be a year of the Islamic calendar, which began {}", begins.join(", "));
            findings.push(
                Finding::new(&RULE.code, fact.place(), message)
                    .related(source.value("/published"), "when its source was published")
                    .help("if it is, write the time in the common era; if not, nothing needs to be done"),
            );
        }
    }
}

/// The year in which the date lies for certain.
fn year(date: &Edtf) -> Option<i64> {
    let (first, last) = (date.earliest().day()?.year(), date.latest().day()?.year());
    (first == last).then_some(first)
}

/// The year of the common era in whose March a year of the solar calendar of Iran and Afghanistan begins.
fn solar(year: i64) -> i64 {
    year + 621
}

/// The year of the common era in which a year of the lunar calendar begins: the first in July 622, each 0.970224 of a
/// solar one.
fn lunar(year: i64) -> i64 {
    (622_540_000 + (year - 1) * 970_224) / 1_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_begin_where_the_almanacs_say() {
        assert_eq!((solar(1357), solar(1400)), (1978, 2021));
        assert_eq!((lunar(1400), lunar(1421), lunar(1443)), (1979, 2000, 2021));
    }
}
