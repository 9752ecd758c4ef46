//! Dates of the Islamic calendars: by the sun, as Iran and Afghanistan have it, and by the moon.

use icu_calendar::{
    Date, Iso,
    cal::{
        Hijri, Persian,
        hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears},
    },
};

use super::reading::Reading;

/// The months of the solar calendar, as they are named in Iran and in Afghanistan.
const SOLAR: [&[&str]; 12] = [
    &["farvardin", "hamal", "فروردین", "حمل"],
    &["ordibehesht", "sawr", "saur", "thawr", "اردیبهشت", "ثور"],
    &["khordad", "jawza", "jauza", "خرداد", "جوزا"],
    &["tir", "saratan", "تیر", "سرطان"],
    &["mordad", "amordad", "asad", "مرداد", "اسد"],
    &["shahrivar", "sunbula", "sonbola", "شهریور", "سنبله"],
    &["mehr", "mizan", "مهر", "میزان"],
    &["aban", "aqrab", "آبان", "عقرب"],
    &["azar", "qaws", "qaus", "آذر", "قوس"],
    &["dey", "jadi", "jaddi", "دی", "جدی"],
    &["bahman", "dalw", "dalwa", "بهمن", "دلو"],
    &["esfand", "hut", "hoot", "اسفند", "حوت"],
];

/// The months of the lunar calendar, without articles and the marks of transliteration.
const LUNAR: [&[&str]; 12] = [
    &["muharram", "moharram", "محرم"],
    &["safar", "صفر"],
    &["rabi i", "rabi awwal", "ربیع الاول"],
    &["rabi ii", "rabi thani", "rabi akhir", "ربیع الثانی", "ربیع الآخر"],
    &["jumada i", "jumada ula", "jumada awwal", "جمادی الاول", "جمادی الاولی"],
    &["jumada ii", "jumada thani", "jumada thaniya", "jumada akhira", "جمادی الثانی", "جمادی الآخر"],
    &["rajab", "رجب"],
    &["shaban", "شعبان"],
    &["ramadan", "ramazan", "رمضان"],
    &["shawwal", "شوال"],
    &["dhu qadah", "dhu qada", "dhul qadah", "dhul qada", "zulqada", "zilqad", "ذی القعده", "ذو القعده"],
    &["dhu hijjah", "dhu hijja", "dhul hijjah", "dhul hijja", "zulhijja", "zilhij", "ذی الحجه", "ذو الحجه"],
];

/// What stands for the era, and whether it is reckoned by the sun.
const ERAS: &[(&str, bool)] = &[("sh", true), ("ap", true), ("shamsi", true), ("ah", false), ("qamari", false)];

/// The years that are told of in these calendars today.
const YEARS: std::ops::Range<i32> = 1..1500;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Solar,
    /// By rule. Whether the moon was seen that evening nobody can compute, so a day is known within one.
    Lunar,
}

/// What `text` may mean, if it names a month or an era of these calendars. A month or a year of theirs is one of its days.
pub(super) fn readings(text: &str) -> Option<Vec<Reading>> {
    let mut words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    words.retain(|word| !matches!(*word, "" | "al" | "ul" | "as" | "ath" | "of" | "the"));
    let (numbers, names): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| word.parse::<u32>().is_ok());
    let name = names.join(" ").replace(['\'', '\u{2BF}', '\u{2BE}', '\u{2019}', '\u{2018}'], "");
    let (calendar, month) = calendar_and_month(&name)?;
    let numbers: Vec<i32> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    let edtf = match (month, &numbers[..]) {
        (None, [year]) => one_of(calendar, [*year, 1, 1], [*year + 1, 1, 1]),
        (Some(month), [year]) if month < 12 => one_of(calendar, [*year, month, 1], [*year, month + 1, 1]),
        (Some(month), [year]) => one_of(calendar, [*year, month, 1], [*year + 1, 1, 1]),
        (Some(month), [day, year]) if *day <= 31 => day_of(calendar, [*year, month, *day]),
        (Some(month), [year, day]) => day_of(calendar, [*year, month, *day]),
        _ => None,
    };
    Some(edtf.map(Reading::new).into_iter().collect())
}

/// The calendar that a name of a month, an era, or both tell, and the month.
fn calendar_and_month(name: &str) -> Option<(Calendar, Option<i32>)> {
    let calendar = |is_solar: bool| if is_solar { Calendar::Solar } else { Calendar::Lunar };
    let (rest, era) = match ERAS.iter().find_map(|(era, is_solar)| Some((name.strip_suffix(era)?, *is_solar))) {
        Some((rest, is_solar)) if rest.is_empty() || rest.ends_with(' ') => (rest.trim_end(), Some(calendar(is_solar))),
        _ => (name, None),
    };
    if rest.is_empty() {
        return Some((era?, None));
    }
    let tables = [(Calendar::Solar, SOLAR), (Calendar::Lunar, LUNAR)].into_iter();
    let mut tables = tables.filter(|(calendar, _)| era.is_none_or(|era| era == *calendar));
    tables.find_map(|(calendar, months)| {
        let (month, _) = (1..).zip(months).find(|(_, names)| names.contains(&rest))?;
        Some((calendar, Some(month)))
    })
}

fn day_of(calendar: Calendar, date: [i32; 3]) -> Option<String> {
    let day = written(common(calendar, date)?);
    Some(if calendar == Calendar::Lunar { day + "~" } else { day })
}

/// One of the days from the first to the one before the last. By the moon, a day earlier or later is possible too.
fn one_of(calendar: Calendar, first: [i32; 3], last: [i32; 3]) -> Option<String> {
    let margin = i64::from(calendar == Calendar::Lunar);
    let first = beside(common(calendar, first)?, -margin);
    let last = beside(common(calendar, last)?, margin - 1);
    Some(format!("[{}..{}]", written(first), written(last)))
}

/// The date of the common era.
fn common(calendar: Calendar, [year, month, day]: [i32; 3]) -> Option<Date<Iso>> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if !YEARS.contains(&year) {
        return None;
    }
    match calendar {
        Calendar::Solar => Some(Date::try_new(year.into(), month.into(), day, Persian).ok()?.to_calendar(Iso)),
        Calendar::Lunar => {
            let rules = Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
            Some(Date::try_new(year.into(), month.into(), day, rules).ok()?.to_calendar(Iso))
        }
    }
}

/// The day so many days later.
fn beside(date: Date<Iso>, days: i64) -> Date<Iso> {
    Date::from_rata_die(date.to_rata_die() + days, Iso)
}

fn written(date: Date<Iso>) -> String {
    format!("{:04}-{:02}-{:02}", date.era_year().year, date.month().ordinal, date.day_of_month().0)
}
