//! Dates of the Hijri calendars, of the sun and of the moon, as dates of the common era.
//!
//! Nobody can tell by the figures alone which calendar was meant, so a date that may be of one of them is only ever offered.

use icu_calendar::{AsCalendar, Date, RangeError, cal::Hijri};

use super::{calendar::edtf, reading::Reading};

/// The years that sources of our time write for it.
const YEARS: std::ops::Range<i32> = 1300..1500;

/// The months of the solar calendar in Iran and in Afghanistan, in lower case without marks, and as they are written there.
const OF_THE_SUN: [&[&str]; 12] = [
    &["farvardin", "hamal", "wray", "فروردین", "حمل"],
    &["ordibehesht", "sawr", "saur", "اردیبهشت", "ثور"],
    &["khordad", "jawza", "jauza", "خرداد", "جوزا"],
    &["tir", "saratan", "تیر", "سرطان"],
    &["mordad", "asad", "مرداد", "اسد"],
    &["shahrivar", "sunbula", "شهریور", "سنبله"],
    &["mehr", "mizan", "مهر", "میزان"],
    &["aban", "aqrab", "آبان", "عقرب"],
    &["azar", "qaws", "آذر", "قوس"],
    &["dey", "day", "jadi", "jadwa", "دی", "جدی"],
    &["bahman", "dalw", "dalwa", "بهمن", "دلو"],
    &["esfand", "hut", "hoot", "اسفند", "حوت"],
];

/// The months of the lunar calendar. Those of two words are written together.
const OF_THE_MOON: [&[&str]; 12] = [
    &["muharram", "moharram", "محرم"],
    &["safar", "صفر"],
    &["rabialawwal", "rabialawal", "rabii", "ربيعالأول", "ربیعالاول"],
    &["rabialthani", "rabialakhir", "rabiiii", "ربيعالآخر", "ربیعالثانی"],
    &["jumadaalula", "jumadaalawwal", "jumadai", "جمادىالأولى", "جمادیالاول"],
    &["jumadaalakhira", "jumadaalthani", "jumadaii", "جمادىالآخرة", "جمادیالثانی"],
    &["rajab", "رجب"],
    &["shaban", "shaaban", "شعبان"],
    &["ramadan", "ramazan", "رمضان"],
    &["shawwal", "shawal", "شوال"],
    &["dhualqadah", "dhulqadah", "zulqada", "ذوالقعدة", "ذیالقعده"],
    &["dhualhijjah", "dhulhijjah", "zulhijja", "ذوالحجة", "ذیالحجه"],
];

/// How the calendars are marked behind a year.
const SUN_MARKS: &[&str] = &["sh", "ahs", "ap", "hs", "شمسی"];
const MOON_MARKS: &[&str] = &["ah", "hijri", "هـ", "قمری", "ھ"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Sun,
    Moon,
}

/// What `text`, in lower case and with digits of ASCII, may mean as a date of one of the calendars.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let Some(Written { year, month, day, calendar }) = Written::of(text) else { return Vec::new() };
    let calendars = match calendar {
        Some(calendar) => vec![calendar],
        None => vec![Calendar::Sun, Calendar::Moon],
    };
    let reading = |calendar| {
        let (edtf, name) = match calendar {
            Calendar::Sun => (of_the_sun(year, month, day)?, "of the solar Hijri calendar"),
            Calendar::Moon => {
                let about = if day.is_some() { "~" } else { "" };
                let date = of_the_moon(year, month, day)? + about;
                (date, "of the lunar Hijri calendar")
            }
        };
        Some(Reading { of: Some(name), ..Reading::new(edtf) })
    };
    calendars.into_iter().filter_map(reading).collect()
}

/// A date in figures, as one of the solar and as one of the lunar calendar, in EDTF of the common era.
pub(crate) fn in_the_common_era(edtf: &str) -> [Option<String>; 2] {
    let parts: Vec<&str> = edtf.split('-').collect();
    let part = |at: usize| parts.get(at).map(|part| part.parse::<u8>().map_err(drop)).transpose();
    let date = || Some((parts.first()?.parse().ok()?, part(1).ok()?, part(2).ok()?));
    match date() {
        Some((year, month, day)) => [of_the_sun(year, month, day), of_the_moon(year, month, day)],
        None => [None, None],
    }
}

/// Whether somebody who wrote `text` may have meant one of the calendars by the year in it.
pub(super) fn may_be_meant(text: &str) -> bool {
    let mut figures = text.split(|c: char| !c.is_ascii_digit()).filter(|figures| figures.len() == 4);
    figures.any(|year| year.parse().is_ok_and(|year| YEARS.contains(&year)))
}

/// A date of a calendar, as far as it is written.
struct Written {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// Where the text says so.
    calendar: Option<Calendar>,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split([' ', ',', '/', '-', '.', '\u{2013}', '\u{a0}']).collect();
        let words = words.iter().map(|word| word.trim_matches(['(', ')', '\u{200f}'])).filter(|word| !word.is_empty());
        let (mut figures, mut name, mut calendar) = (Vec::new(), String::new(), None);
        for word in words {
            match word {
                _ if word.bytes().all(|byte| byte.is_ascii_digit()) => figures.push(word),
                _ if SUN_MARKS.contains(&word) => calendar = Some(Calendar::Sun),
                _ if MOON_MARKS.contains(&word) => calendar = Some(Calendar::Moon),
                "of" | "the" => {}
                _ => name.extend(word.chars().filter(|c| c.is_alphabetic())),
            }
        }
        let named = month(&name);
        if named.is_none() && !name.is_empty() {
            return None;
        }
        let number = |figures: &str| figures.parse::<u8>().ok().filter(|number| *number > 0);
        let year = |figures: &str| figures.parse().ok().filter(|year| figures.len() == 4 && YEARS.contains(year));
        let (year, month, day) = match (named, &figures[..]) {
            (Some((_, month)), [one]) => (year(one)?, Some(month), None),
            (Some((_, month)), [one, other]) => match year(other) {
                Some(year) => (year, Some(month), Some(number(one)?)),
                None => (year(one)?, Some(month), Some(number(other)?)),
            },
            (None, [one]) => (year(one)?, None, None),
            (None, [one, other]) => (year(one)?, Some(number(other)?), None),
            (None, [one, month, other]) => match year(one) {
                Some(year) => (year, Some(number(month)?), Some(number(other)?)),
                None => (year(other)?, Some(number(month)?), Some(number(one)?)),
            },
            _ => return None,
        };
        Some(Self { year, month, day, calendar: named.map(|(calendar, _)| calendar).or(calendar) })
    }
}

/// The calendar and the number of a month of one of them.
fn month(name: &str) -> Option<(Calendar, u8)> {
    let find = |months: [&[&str]; 12]| (1..).zip(months).find(|(_, names)| names.contains(&name)).map(|(at, _)| at);
    let sun = find(OF_THE_SUN).map(|month| (Calendar::Sun, month));
    sun.or_else(|| find(OF_THE_MOON).map(|month| (Calendar::Moon, month)))
}

/// A day, a month or a year of the solar calendar of Iran and Afghanistan, in EDTF of the common era.
fn of_the_sun(year: i32, month: Option<u8>, day: Option<u8>) -> Option<String> {
    common_era(year, month, day, Date::try_new_persian)
}

/// The same of the lunar calendar, by the tables of Umm al-Qura. Where the moon is sighted it may be a day earlier or later.
fn of_the_moon(year: i32, month: Option<u8>, day: Option<u8>) -> Option<String> {
    common_era(year, month, day, |year, month, day| {
        Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())
    })
}

fn common_era<A: AsCalendar>(
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    date: impl Fn(i32, u8, u8) -> Result<Date<A>, RangeError>,
) -> Option<String> {
    let first = date(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => return Some(edtf(&first)),
        (Some(month), None) => date(year, month, first.days_in_month()).ok()?,
        (None, None) => {
            let month = date(year, first.months_in_year(), 1).ok()?;
            date(year, first.months_in_year(), month.days_in_month()).ok()?
        }
    };
    Some(format!("[{}..{}]", edtf(&first), edtf(&last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dates that newspapers give in both calendars.
    #[test]
    fn days_are_those_of_the_almanacs() {
        assert_eq!(of_the_sun(1377, Some(1), Some(21)).as_deref(), Some("1998-04-10"));
        assert_eq!(of_the_sun(1400, Some(5), Some(24)).as_deref(), Some("2021-08-15"));
        assert_eq!(of_the_moon(1418, Some(12), Some(13)).as_deref(), Some("1998-04-10"));
        assert_eq!(of_the_sun(1377, None, None).as_deref(), Some("[1998-03-21..1999-03-20]"));
        assert_eq!(of_the_sun(1377, Some(2), None).as_deref(), Some("[1998-04-21..1998-05-21]"));
        assert_eq!(of_the_sun(1377, Some(13), None), None);
    }

    #[test]
    fn dates_as_people_write_them() {
        for (text, expected) in [
            ("1377/01/21", &["1998-04-10", "1957-08-18~"][..]),
            ("21/1/1377", &["1998-04-10", "1957-08-18~"]),
            ("21 farvardin 1377", &["1998-04-10"]),
            ("24 asad 1400", &["2021-08-15"]),
            ("13 dhu al-hijjah 1418", &["1998-04-10~"]),
            ("1418 ah", &["[1997-05-08..1998-04-27]"]),
            ("10 april 1998", &[]),
            ("april 1377", &[]),
            ("1998/01/21", &[]),
        ] {
            let found: Vec<String> = readings(text).into_iter().map(|reading| reading.edtf).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
