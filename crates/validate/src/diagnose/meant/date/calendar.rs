//! Days by their number: in a week, in a year, or since spreadsheets count.

use icu_calendar::{AsCalendar, Date, Iso, types::RataDie};

use super::reading::Reading;

/// The days on which spreadsheets count from 1900 until some decades from now.
const SERIALS: std::ops::Range<i64> = 20_000..60_000;

/// What `text`, in lower case, may mean: `1998-w15-5` (ISO 8601), `1998-100`, `35895` (a day of a spreadsheet).
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let number = |figures: &str, length: usize| {
        (figures.len() == length && figures.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| figures.parse::<i64>().ok())
            .flatten()
    };
    let parts: Vec<&str> = text.split('-').collect();
    let read = match parts[..] {
        [serial] => number(serial, 5).filter(|serial| SERIALS.contains(serial)).and_then(|serial| {
            let epoch = Date::try_new_iso(1899, 12, 30).ok()?.to_rata_die();
            Some(vec![Reading { of: Some("as spreadsheets count days"), ..Reading::new(on(epoch + serial)) }])
        }),
        [year, nth] if !nth.starts_with('w') => number(year, 4).zip(number(nth, 3)).and_then(|(year, nth)| {
            let first = Date::try_new_iso(i32::try_from(year).ok()?, 1, 1).ok()?;
            let is_in_year = (1..=i64::from(first.days_in_year())).contains(&nth);
            is_in_year.then(|| vec![Reading::new(on(first.to_rata_die() + (nth - 1)))])
        }),
        [year, week, ref day @ ..] if day.len() < 2 => {
            let day = day.first().map_or(Some(None), |day| number(day, 1).map(Some));
            let week = week.strip_prefix('w').and_then(|week| number(week, 2)).filter(|week| (1..=53).contains(week));
            number(year, 4).zip(week).zip(day).and_then(|((year, week), day)| {
                // The first week is that of 4 January, and begins on a Monday, as the day 1 of the calendar did.
                let fourth = Date::try_new_iso(i32::try_from(year).ok()?, 1, 4).ok()?.to_rata_die();
                let since_monday = (fourth.to_i64_date() - 1).rem_euclid(7);
                let monday = fourth + (7 * (week - 1) - since_monday);
                Some(match day {
                    Some(day @ 1..=7) => vec![Reading::new(on(monday + (day - 1)))],
                    Some(_) => Vec::new(),
                    None => vec![Reading::new(format!("[{}..{}]", on(monday), on(monday + 6)))],
                })
            })
        }
        _ => None,
    };
    read.unwrap_or_default()
}

fn on(day: RataDie) -> String {
    edtf(&Date::from_rata_die(day, Iso))
}

/// A day of any calendar, as EDTF.
pub(super) fn edtf<A: AsCalendar>(date: &Date<A>) -> String {
    let date = date.to_calendar(Iso);
    format!("{:04}-{:02}-{:02}", date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_their_number() {
        for (text, expected) in [
            ("1998-w15-5", &["1998-04-10"][..]),
            ("2021-w01", &["[2021-01-04..2021-01-10]"]),
            ("1998-100", &["1998-04-10"]),
            ("1999-366", &[]),
            ("35895", &["1998-04-10"]),
            ("99999", &[]),
            ("1998-w99-1", &[]),
        ] {
            let found: Vec<String> = readings(text).into_iter().map(|reading| reading.edtf).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
