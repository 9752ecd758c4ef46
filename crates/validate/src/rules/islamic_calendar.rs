//! No year of the Islamic calendar is taken for one of the common era.
//!
//! Follows the sources that the record's evidence names.

use standpoint_model::{Day, Edtf, Source};
use standpoint_report::{Code, Finding, Level};

use crate::{
    diagnose::meant::date::hijri,
    rules::{
        dated_fact::dated_facts,
        relation::Group,
        rule::{Check, Rule},
    },
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
        let is_recent = |common: &i64| (told - RECENT..=told).contains(common);
        let [by_sun, by_moon] = [solar(year), lunar(year)].map(|common| Some(common).filter(is_recent));
        let begins: Vec<String> = [("by the sun", by_sun), ("by the moon", by_moon)]
            .into_iter()
            .filter_map(|(calendar, common)| Some(format!("{calendar} in {}", common?)))
            .collect();
        if !begins.is_empty() {
            let message = format!("{year} may be a year of the Islamic calendar, which began {}", begins.join(", "));
            findings.push(
                Finding::new(&RULE.code, fact.place(), message)
                    .related(source.value("/published"), "when its source was published")
                    .help(help(fact.when, by_sun.is_some(), by_moon.is_some())),
            );
        }
    }
}

/// What to write if the date is of one of the calendars, of which it may be.
fn help(date: &Edtf, by_sun: bool, by_moon: bool) -> String {
    let [sun, moon] = hijri::in_the_common_era(date.as_str());
    let named = [(sun, by_sun, "by the sun"), (moon, by_moon, "by the moon")];
    let dates = named.into_iter().filter(|(_, is_meant, _)| *is_meant);
    let dates: Vec<String> = dates.filter_map(|(date, _, name)| Some(format!("`{}` ({name})", date?))).collect();
    let written = if dates.is_empty() { "the time in the common era".into() } else { dates.join(" or ") };
    format!("if it is, write {written}; if not, nothing needs to be done")
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

    #[test]
    fn the_help_is_the_date_in_the_common_era() {
        let help = |date| help(&Edtf::new(date).unwrap(), true, true);
        assert_eq!(
            help("1377-01-21"),
            "if it is, write `1998-04-10` (by the sun) or `1957-08-18` (by the moon); if not, nothing needs to be done"
        );
        assert!(help("1377").contains("`[1998-03-21..1999-03-20]` (by the sun)"));
        assert!(help("1377~").contains("the time in the common era"));
    }

    #[test]
    fn years_that_sources_cannot_mean_may_be_of_another_calendar() {
        RULE.finds(
            r#"
            {"id":"source/s","published":"2021"}
            {"id":"event/sun","when":"1399","basis":{"evidence":[{"source":"source/s"}]}}
                                     ^^^^^^ islamic-calendar: which began by the sun in 2020, by the moon in 1978
            {"id":"event/moon","when":"1442-03","basis":{"evidence":[{"source":"source/s"}]}}
                                      ^^^^^^^^^ islamic-calendar: which began by the moon in 2020
            {"id":"event/century","when":"1300","basis":{"evidence":[{"source":"source/s"}]}}
                                         ^^^^^^ islamic-calendar: which began by the sun in 1921
            {"id":"event/told","basis":{"standpoints":[{"holder":"actor/a","when":"1399","evidence":[{"source":"source/s"}]}]}}
                                                                                  ^^^^^^ islamic-calendar
            {"id":"event/longer-ago","when":"1299","basis":{"evidence":[{"source":"source/s"}]}}
            {"id":"event/two-years","when":"1399/1400","basis":{"evidence":[{"source":"source/s"}]}}
            {"id":"event/retracted","when":"1399","basis":{"evidence":[{"source":"source/s"}]},"status":"retracted"}
            {"id":"event/of-an-undated-source","when":"1399"}
            "#,
        );
    }

    #[test]
    fn a_year_is_told_of_once_of_the_first_source_that_is_dated() {
        RULE.finds(
            r#"
            {"id":"source/undated"}
            {"id":"source/old","published":"1800"}
            {"id":"source/new","published":"2021"}
            {"id":"event/a","when":"1399","basis":{"evidence":[{"source":"source/undated"},{"source":"source/new"},{"source":"source/old"}]}}
                                   ^^^^^^ islamic-calendar
            {"id":"event/b","when":"1399","basis":{"evidence":[{"source":"source/old"},{"source":"source/new"}]}}
            "#,
        );
    }

    #[test]
    fn years_beyond_those_of_the_calendar_in_our_time_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"source/s","published":"2090"}
            {"id":"event/a","when":"1499","basis":{"evidence":[{"source":"source/s"}]}}
                                   ^^^^^^ islamic-calendar
            {"id":"event/b","when":"1500","basis":{"evidence":[{"source":"source/s"}]}}
            "#,
        );
    }
}
