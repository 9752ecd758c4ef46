//! From dates as people write them to EDTF, as suggestions.

mod calendar;
mod figures;
pub(crate) mod hijri;
mod months;
mod reading;
mod words;

use standpoint_model::Edtf;
use unicode_normalization::UnicodeNormalization;

use self::reading::{ONGOING, Reading};
use super::{LEFT_OUT, did_you_mean, did_you_mean_one_of, digit::plain_digit};

/// What stands for "nobody knows" where a date belongs.
const UNKNOWN: &[&str] = &["", "-", "?", "n/a", "na", "none", "null", "unknown", "not known", "undated", "n.d.", "tbd"];

/// What to write instead of `text`, which is not EDTF.
pub(crate) fn help(text: &str) -> String {
    let plain = plain(text);
    if UNKNOWN.contains(&plain.as_str()) {
        return LEFT_OUT.into();
    }
    if ONGOING.contains(&plain.as_str()) {
        return "write the date itself; what began in 2015 and still goes on is `2015/..`".into();
    }
    if let Some((year, month)) = figures::beyond_its_month(&plain) {
        return format!(
            "the month has fewer days: correct the day, or write `{year}-{month}` if the source gives none"
        );
    }
    match &readings(text)[..] {
        [] => match words::without_year(&plain) {
            Some(day) => format!(
                "add the year; where the source gives none, list those that it allows, as in `[2022-{day},2023-{day}]`"
            ),
            None => {
                "write a day as `2021-08-26`, a month as `2021-08`, a year as `2021`, early 2015 as `2015-37`, about \
                     2015 as `2015~`, one of two days as `[2022-04-18,2023-04-18]`"
                    .into()
            }
        },
        [reading] if reading.of.is_some() => did_you_mean_one_of(&[reading.explained()]).unwrap_or_default(),
        [reading] if !reading.whole => {
            format!("{} say in a `note` what that leaves out", did_you_mean(&reading.edtf))
        }
        [reading] => did_you_mean(&reading.edtf),
        several => {
            let several: Vec<String> = several.iter().map(Reading::explained).collect();
            did_you_mean_one_of(&several).unwrap_or_default()
        }
    }
}

/// The dates that `text` may mean, best first: two, where day and month may be exchanged.
fn readings(text: &str) -> Vec<Reading> {
    let plain = older_edtf(&plain(text));
    let hijri = hijri::readings(&plain);
    let mut readings = words::readings(&plain);
    // Where it may be of another calendar, that of the common era is one of several.
    if !hijri.is_empty() {
        for reading in &mut readings {
            reading.of = Some("of the common era");
        }
        readings.splice(0..0, hijri);
    }
    readings.extend(calendar::readings(&plain));
    // A day of a month has no year of two digits behind it.
    if readings.is_empty() && words::without_year(&plain).is_none() {
        readings = whole_years(&plain).iter().flat_map(|text| words::readings(text)).collect();
    }
    readings.retain(|reading| Edtf::new(&reading.edtf).is_ok());
    readings.dedup();
    readings
}

/// The date that `text` says, as people write it, or what to write instead: two dates, if it may be either.
pub(crate) fn as_written(text: &str) -> Result<String, String> {
    if Edtf::new(text).is_ok() {
        return Ok(text.to_owned());
    }
    match &readings(text)[..] {
        [reading] if reading.whole && is_in_order(text, reading) => Ok(reading.edtf.clone()),
        _ => Err(help(text)),
    }
}

/// Whether a date that begins with its year has the day last, as it is written.
fn is_in_order(text: &str, reading: &Reading) -> bool {
    match figures_in(text)[..] {
        [year, month, day] if year.len() == 4 => reading.edtf.starts_with(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => true,
    }
}

fn figures_in(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect()
}

/// The text in lower case, without accents and with the digits of ASCII.
fn plain(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    lower.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')).nfc().map(plain_digit).collect()
}

/// The text as EDTF is written since 2019, if it is in the form that was given up: `1985/open`, `unknown/2006`, `199u`.
fn older_edtf(text: &str) -> String {
    let is_edtf = |c: char| c.is_ascii_digit() || "u-/~?".contains(c);
    if text.contains('u') && text.chars().all(is_edtf) {
        return text.replace('u', "X");
    }
    match text.split_once('/') {
        Some((from, "open")) => format!("{from}/.."),
        Some(("open", to)) => format!("../{to}"),
        Some((from, "unknown")) => format!("{from}/"),
        Some(("unknown", to)) => format!("/{to}"),
        _ => text.to_owned(),
    }
}

/// The text with the century before a year of two digits at its end: both, where it may be of either.
fn whole_years(text: &str) -> Vec<String> {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = &text[before.len()..];
    if year.len() != 2 {
        return Vec::new();
    }
    let before = before.trim_end_matches(['\'', '\u{2019}']);
    let centuries: &[&str] = if year > "40" { &["19"] } else { &["20", "19"] };
    centuries.iter().map(|century| format!("{before}{century}{year}")).collect()
}

/// The words, but for those of months, whose meaning in a date is beyond doubt.
const UNDERSTOOD: &[&str] =
    &["st", "nd", "rd", "th", "early", "mid", "late", "circa", "c", "ca", "about", "around", "approximately"];

/// The date that `text` means, if it can be read in no other way. A suggestion may take the years 2011 to 2012 for a
/// December, and exchange a day and a month where that helps; this may not.
pub(crate) fn only(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Another sign says something of the date, and nobody knows of which part.
    if hijri::may_be_meant(&plain(text)) {
        return None;
    }
    let is_plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || ",.-/\u{2010}\u{2011}\u{2013}".contains(c);
    if !lower.chars().all(is_plain) {
        return None;
    }
    let mut months = 0;
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        match word {
            word if is_month(word) => months += 1,
            word if UNDERSTOOD.contains(&word) => {}
            _ => return None,
        }
    }
    let figures = figures_in(&lower);
    let is_one_date = match (months, &figures[..]) {
        (0, [year]) => matches!(year.len(), 4 | 8),
        (0, [year, _, _]) if year.len() == 4 => true,
        // Whether the day or the month comes first is known if one of them can be no month.
        (0, [one, other, year]) => year.len() == 4 && (one == other || is_no_month(one) != is_no_month(other)),
        (1, [_] | [_, _]) => !lower.contains('/') && figures.iter().any(|group| group.len() == 4),
        _ => false,
    };
    let [reading] = &readings(text)[..] else { return None };
    if reading.of.is_some() {
        return None;
    }
    (is_one_date && reading.whole && is_in_order(&lower, reading)).then(|| reading.edtf.clone())
}

fn is_no_month(figures: &str) -> bool {
    figures.parse::<u32>().is_ok_and(|number| number > 12)
}

/// Whether this is the whole name of a month in English, or the way in which it is cut short.
fn is_month(word: &str) -> bool {
    word == "sept" || months::ENGLISH.iter().any(|month| *month == word || month[..3] == *word)
}

#[cfg(test)]
mod tests {
    use super::{as_written, help, only, readings};

    #[test]
    fn dates_as_people_write_them() {
        for (text, expected) in [
            ("early 2015", &["2015-37"][..]),
            ("Mid-2021", &["2021-38"]),
            ("late 2019", &["2019-39"]),
            ("the beginning of 2019", &["2019-37"]),
            ("circa 1980", &["1980~"]),
            ("c. June 2019", &["2019-06~"]),
            ("1985 (approx.)", &["1985~"]),
            ("possibly 2015", &["2015?"]),
            ("spring 2020", &["2020-21"]),
            ("Fall of 2020", &["2020-23"]),
            ("Q1 2020", &["2020-33"]),
            ("first half of 2019", &["2019-40"]),
            ("June 2019", &["2019-06"]),
            ("2019 June", &["2019-06"]),
            ("Sept. 2019", &["2019-09"]),
            ("3 June 2019", &["2019-06-03"]),
            ("3rd of June, 2019", &["2019-06-03"]),
            ("June 3rd, 2019", &["2019-06-03"]),
            ("Monday, 26 August 2021", &["2021-08-26"]),
            ("in June 2019", &["2019-06"]),
            ("2019-6-3", &["2019-06-03"]),
            ("2019/06/03", &["2019-06-03"]),
            ("2019-6", &["2019-06"]),
            ("2019\u{2013}06\u{2013}03", &["2019-06-03"]),
            ("20190603", &["2019-06-03"]),
            ("26.08.2021", &["2021-08-26"]),
            ("12/05/2021", &["2021-05-12", "2021-12-05"]),
            ("31/05/2021", &["2021-05-31"]),
            ("05/05/2021", &["2021-05-05"]),
            ("12/2021", &["2021-12"]),
            ("2021-13-01", &["2021-01-13"]),
            ("2021-00-00", &["2021"]),
            ("2021-08-00", &["2021-08"]),
            ("201?", &["201X"]),
            ("2021-08-xx", &["2021-08-XX"]),
            ("2021-08-26T10:00Z", &["2021-08-26"]),
            ("2021-08-26 10:00", &["2021-08-26"]),
            ("1990s", &["199X"]),
            ("the 19th century", &["18XX"]),
            ("100 BC", &["-0099"]),
            ("2019 - 2020", &["2019/2020"]),
            ("2019\u{2013}2020", &["2019/2020"]),
            ("2015-16", &["2015/2016"]),
            ("2015/16", &["2015/2016"]),
            ("from 2019 to 2020", &["2019/2020"]),
            ("2021/2019", &["2019/2021"]),
            ("between 2001 and 2003", &["[2001..2003]", "2001/2003"]),
            ("March-April 2020", &["2020-03/2020-04"]),
            ("3-5 June 2019", &["2019-06-03/2019-06-05"]),
            ("28 June to 2 July 2019", &["2019-06-28/2019-07-02"]),
            ("2019-06-03 to 2019-06-05", &["2019-06-03/2019-06-05"]),
            ("May or June 2020", &["[2020-05,2020-06]"]),
            ("18 April 2022 or 2023", &["[2022-04-18,2023-04-18]"]),
            ("since 2015", &["2015/"]),
            ("2015-present", &["2015/.."]),
            ("2015/present", &["2015/.."]),
            ("until June 2015", &["/2015-06"]),
            ("before 2010", &["[..2009]", "../2009"]),
            ("before 1 March 2020", &["[..2020-02-29]", "../2020-02-29"]),
            ("after December 2010", &["[2011-01..]", "2011-01/.."]),
            ("late August 2021", &["2021-08"]),
            ("10 avril 1998", &["1998-04-10"]),
            ("10. April 1998", &["1998-04-10"]),
            ("10 de abril de 1998", &["1998-04-10"]),
            ("10 апреля 1998", &["1998-04-10"]),
            ("10 أبريل 1998", &["1998-04-10"]),
            ("10 April\u{2013}22 May 1998", &["1998-04-10/1998-05-22"]),
            ("10-Apr-98", &["1998-04-10"]),
            ("Apr-98", &["1998-04"]),
            ("Spring 98", &["1998-21"]),
            ("98", &["1998"]),
            ("12 May '05", &["2005-05-12", "1905-05-12"]),
            ("Winter 1998/99", &["1998-24"]),
            ("night of 7 July 2016", &["2016-07-07"]),
            ("ca. 1994-1996", &["1994~/1996~"]),
            ("by 1998", &["[..1998]"]),
            ("no later than 3 June 1998", &["[..1998-06-03]"]),
            ("not earlier than 1998", &["[1998..]"]),
            ("500 BC", &["-0499"]),
            ("1980s-1990s", &["198X/199X"]),
            ("1985-04-12/open", &["1985-04-12/.."]),
            ("unknown/2006", &["/2006"]),
            ("199u", &["199X"]),
            ("1998-W15-5", &["1998-04-10"]),
            ("35895", &["1998-04-10"]),
            ("\u{6f1}\u{6f3}\u{6f7}\u{6f7}", &["[1998-03-21..1999-03-20]", "[1957-07-29..1958-07-17]", "1377"]),
            ("31 June 2019", &[]),
            ("26 August", &[]),
            ("soon", &[]),
            ("3 3 2019", &[]),
            ("", &[]),
        ] {
            let found: Vec<String> = readings(text).into_iter().map(|reading| reading.edtf).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn dates_of_other_languages_and_calendars() {
        for (text, expected) in [
            ("10 avril 1998", &["1998-04-10"][..]),
            ("1er août 1998", &["1998-08-01"]),
            ("début 2015", &["2015-37"]),
            ("mi-2015", &["2015-38"]),
            ("vers juin 2019", &["2019-06~"]),
            ("entre 2001 et 2003", &["[2001..2003]", "2001/2003"]),
            ("20 Farvardin 1377", &["1998-04-09"]),
            ("20 Hamal 1377 SH", &["1998-04-09"]),
            ("۲۰ فروردین ۱۳۷۷", &["1998-04-09"]),
            ("Farvardin 1377", &["[1998-03-21..1998-04-20]"]),
            ("1377 SH", &["[1998-03-21..1999-03-20]"]),
            ("12 Dhu al-Hijjah 1418 AH", &["1998-04-09~"]),
            ("12 Zulhijja, 1418", &["1998-04-09~"]),
            ("Ramadan 1418", &["[1997-12-31..1998-01-28]"]),
            ("31 Mehr 1377", &[]),
            ("jui 2019", &[]),
            ("Febuary 2019", &["2019-02"]),
            ("Marrakesh 2019", &[]),
        ] {
            let found: Vec<String> = readings(text).into_iter().map(|reading| reading.edtf).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_date_that_may_be_another_is_not_the_only_one() {
        for (text, expected) in [
            ("circa 1980", Some("1980~")),
            ("c. June 2019", Some("2019-06~")),
            ("Mid-2021", Some("2021-38")),
            ("3 June 2019", Some("2019-06-03")),
            ("June 3rd, 2019", Some("2019-06-03")),
            ("Sept. 2019", Some("2019-09")),
            ("2019-6-3", Some("2019-06-03")),
            ("2019\u{2013}06\u{2013}03", Some("2019-06-03")),
            ("20190603", Some("2019-06-03")),
            ("31/05/2021", Some("2021-05-31")),
            ("26.08.2021", Some("2021-08-26")),
            ("05/05/2021", Some("2021-05-05")),
            ("2016-11-7", Some("2016-11-07")),
            ("1377/01/21", None),
            ("1377-1-21", None),
            ("c. 1377", None),
            ("21 Farvardin 1377", None),
            ("Apr-98", None),
            ("10-Apr-98", None),
            ("35895", None),
            ("10 avril 1998", None),
            ("12/05/2021", None),
            ("12.05.2021", None),
            ("about 12/05/2021", None),
            ("2021-13-01", None),
            ("2021-00-00", None),
            ("2021-08-26T10:00Z", None),
            ("2011/12", None),
            ("2011\u{2013}12", None),
            ("2015-16", None),
            ("circa 2011-12", None),
            ("about 2015/2016", None),
            ("2019/21", None),
            ("12/2021", None),
            ("Junta 2019", None),
            ("Marrakesh 2019", None),
            ("late May 2019", None),
            ("June 2018/2019", None),
            ("June 2019?", None),
            ("c. 19", None),
            ("about [2019]", None),
            ("spring 2020", None),
            ("1990s", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(only(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_date_is_taken_as_it_is_written_if_it_can_mean_one_thing() {
        for (text, expected) in [
            ("2015", Some("2015")),
            ("early 2015", Some("2015-37")),
            ("the 1990s", Some("199X")),
            ("2015-11-7", Some("2015-11-07")),
            ("10 avril 1998", Some("1998-04-10")),
            ("7/11/2015", None),
            ("2021-13-01", None),
            ("early 1990s", None),
            ("before 2010", None),
            ("soon", None),
        ] {
            assert_eq!(as_written(text).ok().as_deref(), expected, "{text}");
        }
        assert_eq!(
            as_written("7/11/2015").unwrap_err(),
            "did you mean `2015-11-07` (7 November 2015) or `2015-07-11` (11 July 2015)?"
        );
    }

    #[test]
    fn help_tells_what_to_write() {
        assert_eq!(help("circa 1980"), "did you mean `1980~`?");
        assert_eq!(help("12/05/2021"), "did you mean `2021-05-12` (12 May 2021) or `2021-12-05` (5 December 2021)?");
        assert_eq!(help("early 1990s"), "did you mean `199X`? say in a `note` what that leaves out");
        assert_eq!(help("N/A"), "what is not known is left out, field and all");
        assert!(help("ongoing").contains("`2015/..`"));
        assert!(help("August 26").contains("`[2022-08-26,2023-08-26]`"));
        assert!(help("2021-02-30").contains("`2021-02`"));
        assert_eq!(help("2016-11-7"), "did you mean `2016-11-07`?");
        let calendars = help("1377/01/21");
        for date in ["`1998-04-10` (10 April 1998, of the solar", "`1957-08-18~`", "`1377-01-21`"] {
            assert!(calendars.contains(date), "{calendars}");
        }
        assert!(help("soon").contains("`2021-08-26`"));
    }
}
