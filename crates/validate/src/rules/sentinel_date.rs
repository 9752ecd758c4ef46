//! No date is one that software writes where it has none.

use standpoint_model::{Edtf, Record, Status};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("sentinel-date", Level::Warning, include_str!("../../docs/sentinel-date.md")),
    check: Check::Record(check),
};

/// The dates that software writes where it has none, and the same in days since 1970.
const SENTINELS: [(&str, i32); 7] = [
    ("0001-01-01", -719_162),
    ("1601-01-01", -134_774),
    ("1753-01-01", -79_257),
    ("1899-12-30", -25_569),
    ("1900-01-01", -25_567),
    ("1970-01-01", 0),
    ("9999-12-31", 2_932_896),
];

/// Whether a date is one that software writes where it has none. A person would not be so exact, or would say more.
pub(super) fn is_sentinel(date: &Edtf) -> bool {
    SENTINELS.iter().any(|(sentinel, _)| date.as_str() == *sentinel)
}

/// The same of days, of which nobody knows how they are written: it may be one.
pub(super) fn may_be_sentinel(days: Days) -> bool {
    days.first == days.last && SENTINELS.iter().any(|(_, day)| *day == days.first)
}

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if entry.record.status() != Status::Current {
        return;
    }
    let mut look_at = |pointer: String, date: Option<&Edtf>| {
        if let Some(date) = date.filter(|date| is_sentinel(date)) {
            let message = format!("`{date}` is a date that software writes where it has none");
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer), message)
                    .help("look the date up; if nobody knows it, leave the field out"),
            );
        }
    };
    match &entry.record {
        Record::Dataset(dataset) => {
            look_at("/created".into(), Some(&dataset.created));
            look_at("/modified".into(), dataset.modified.as_ref());
        }
        Record::Source(source) => {
            look_at("/published".into(), source.published.as_ref());
            look_at("/accessed".into(), source.accessed.as_ref());
        }
        record => {
            look_at("/when".into(), record.when());
            look_at("/due".into(), record.due());
        }
    }
    for (index, standpoint) in entry.record.basis().into_iter().flat_map(|basis| basis.standpoints.iter().enumerate()) {
        look_at(format!("/basis/standpoints/{index}/when"), standpoint.when.as_ref());
    }
}

/// Wider than `check`: a sketch has the day, and not how it is written.
pub(super) fn doubt(record: &Sketch) -> bool {
    let own = [record.when, record.due, record.published, record.accessed, record.created, record.modified];
    let mut dates = own.into_iter().chain(record.standpoints.iter().map(|standpoint| standpoint.when)).flatten();
    record.is_current() && dates.any(may_be_sentinel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_date_is_the_day_beside_it() {
        for (date, day) in SENTINELS {
            assert_eq!(Days::of(&Edtf::new(date).unwrap()), Days { first: day, last: day }, "{date}");
        }
    }

    #[test]
    fn dates_that_software_writes_are_no_dates() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"1970-01-01","modified":"1900-01-01"}
                                        ^^^^^^^^^^^^ sentinel-date: `1970-01-01` is a date that software writes where it has none
                                                                ^^^^^^^^^^^^ sentinel-date
            {"id":"source/s","published":"1753-01-01","accessed":"9999-12-31"}
                                         ^^^^^^^^^^^^ sentinel-date
                                                                 ^^^^^^^^^^^^ sentinel-date
            {"id":"event/e","when":"0001-01-01","basis":{"standpoints":[{"holder":"actor/a","stance":"denies"},{"holder":"actor/a","when":"1601-01-01"}]}}
                                   ^^^^^^^^^^^^ sentinel-date
                                                                                                                                          ^^^^^^^^^^^^ sentinel-date
            {"id":"event/f","occurrence":"planned","due":"9999-12-31"}
                                                         ^^^^^^^^^^^^ sentinel-date
            {"id":"position/p","when":"1970-01-01","due":"1899-12-30"}
                                      ^^^^^^^^^^^^ sentinel-date
                                                         ^^^^^^^^^^^^ sentinel-date
            {"id":"statement/s","when":"1899-12-30"}
                                       ^^^^^^^^^^^^ sentinel-date
            "#,
        );
    }

    #[test]
    fn dates_that_say_more_or_less_are_dates() {
        RULE.finds(
            r#"
            {"id":"event/uncertain","when":"1970-01-01?"}
            {"id":"event/month","when":"1970-01"}
            {"id":"event/year","when":"1970"}
            {"id":"event/next-day","when":"1970-01-02"}
            {"id":"event/interval","when":"1970-01-01/1970-01-01"}
            {"id":"event/millennium","when":"2000-01-01"}
            {"id":"event/retracted","when":"1970-01-01","status":"retracted"}
            "#,
        );
    }
}
