//! From quantities as people write them to estimates, as suggestions.

use standpoint_model::{Amount, Estimate};

use super::{digit::plain_digit, unit};

const ABOUT: &[&str] = &[
    "about ",
    "around ",
    "some ",
    "approximately ",
    "approx. ",
    "roughly ",
    "nearly ",
    "almost ",
    "circa ",
    "c. ",
    "ca. ",
    "~",
];

const AT_LEAST: &[&str] =
    &["at least ", "no fewer than ", "no less than ", "not less than ", "minimum ", ">=", "\u{2265}"];

const MORE_THAN: &[&str] = &["more than ", "over ", "above ", "upwards of ", ">"];

const AT_MOST: &[&str] = &["at most ", "up to ", "no more than ", "not more than ", "maximum ", "<=", "\u{2264}"];

const LESS_THAN: &[&str] = &["fewer than ", "less than ", "under ", "below ", "<"];

/// An estimate, and the unit in which it is written, if it is in one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    pub(crate) estimate: Estimate,
    pub(crate) unit: Option<String>,
}

/// The quantity that `text` is in words: `1,500-2,000`, `about 180`, `at least 20`, `28.2 per cent`.
pub(crate) fn quantity(text: &str) -> Option<Quantity> {
    let text = text.trim();
    if let Some(estimate) = estimate(text) {
        return Some(Quantity { estimate, unit: None });
    }
    let (number, unit) = unit_behind(text).or_else(|| sign_before(text))?;
    // More than half of something is not one per cent more.
    let estimate = read(&number, 0.0)?;
    Some(Quantity { estimate, unit: Some(unit).filter(|unit| unit != "persons") })
}

/// The only number in a text that says more: `P100,000`, `300 widgets`.
pub(crate) fn only_number(text: &str) -> Option<Amount> {
    let start = text.find(|c: char| c.is_numeric())?;
    let end = text.rfind(|c: char| c.is_numeric())?;
    let end = end + text[end..].chars().next().map_or(0, char::len_utf8);
    amount(&text[start..end])
}

/// What stands before a unit, and the unit.
fn unit_behind(text: &str) -> Option<(String, String)> {
    let ends = text.char_indices().rev().filter(|(_, c)| c.is_numeric()).map(|(at, c)| at + c.len_utf8());
    ends.map(|end| text.split_at(end)).find_map(|(number, rest)| Some((number.to_owned(), unit::meant(rest.trim())?)))
}

/// A quantity without the sign of the currency before its number, and the currency.
fn sign_before(text: &str) -> Option<(String, String)> {
    let (before, number) = text.split_at(text.find(|c: char| c.is_numeric())?);
    let sign = before.trim_end().rsplit(' ').next()?;
    let currency = unit::meant(sign).filter(|unit| unit.len() == 3)?;
    Some((format!("{}{number}", before.trim_end().strip_suffix(sign)?), currency))
}

/// The estimate that `text` is in words, without a unit.
pub(crate) fn estimate(text: &str) -> Option<Estimate> {
    read(text, 1.0)
}

/// The number that `text` is, if it is one and nothing more: `1,200`, `1.2 million`, `forty-four`.
pub(crate) fn exact(text: &str) -> Option<f64> {
    let estimate = estimate(text)?;
    let is_exact = !estimate.is_approximate() && estimate.low().is_none() && estimate.high().is_none();
    estimate.best().filter(|_| is_exact).map(Amount::get)
}

/// The two numbers that `text` may be, with a point between its thousands or before a fraction: `1.200`.
pub(crate) fn two_readings(text: &str) -> Option<[String; 2]> {
    let (whole, part) = text.trim().split_once('.')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped =
        is_number(whole) && is_number(part) && whole.len() <= 3 && part.len() == 3 && !whole.starts_with('0');
    let fraction = part.trim_end_matches('0');
    let decimal = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    is_grouped.then(|| [format!("{whole}{part}"), decimal])
}

/// The estimate that `text` is. What is more than a whole number is `beyond` it at least.
fn read(text: &str, beyond: f64) -> Option<Estimate> {
    let lower: String = text.trim().to_lowercase().chars().map(plain_digit).collect();
    let plain = lower.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'], "-");
    let (text, approximate) = match strip(&plain, ABOUT) {
        Some(rest) => (rest, true),
        None => (plain.as_str(), false),
    };
    let estimate = |low, best, high| Estimate::new([low, best, high], approximate, None).ok();
    let beside = |text: &str, step: f64| {
        let limit = amount(text)?;
        if limit.get().fract() == 0.0 { Amount::new(limit.get() + step).ok() } else { Some(limit) }
    };
    if let Some(low) = strip(text, MORE_THAN) {
        return estimate(Some(beside(low, beyond)?), None, None);
    }
    if let Some(high) = strip(text, LESS_THAN) {
        return estimate(None, None, Some(beside(high, -beyond)?));
    }
    if let Some(low) =
        strip(text, AT_LEAST).or_else(|| text.strip_suffix('+')).or_else(|| text.strip_suffix(" or more"))
    {
        return estimate(Some(amount(low)?), None, None);
    }
    if let Some(high) = strip(text, AT_MOST).or_else(|| text.strip_suffix(" or fewer")) {
        return estimate(None, None, Some(amount(high)?));
    }
    // `forty-four` is no range.
    if let Some(best) = amount(text) {
        return estimate(None, Some(best), None);
    }
    let range = text.strip_prefix("between ").map_or_else(
        || text.strip_prefix("from ").unwrap_or(text).split_once(" to ").or_else(|| text.split_once('-')),
        |range| range.split_once(" and "),
    );
    let (low, high) = range?;
    estimate(Some(amount(low)?), None, Some(amount(high)?))
}

fn strip<'t>(text: &'t str, prefixes: &[&str]) -> Option<&'t str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).map(str::trim_start)
}

/// Words for thousands and more, and how many zeros they have.
const SCALES: [(&str, usize); 10] = [
    (" hundred", 2),
    (" thousand", 3),
    ("k", 3),
    (" lakh", 5),
    (" million", 6),
    ("m", 6),
    (" crore", 7),
    (" billion", 9),
    ("bn", 9),
    (" trillion", 12),
];

/// A number with or without marks between its thousands, or in words: `1,500`, `1.5k`, `2 million`, `28.2`, `nine`.
fn amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    let digits: String = text.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let scale = SCALES.iter().find_map(|(word, zeros)| digits.strip_suffix(word).map(|rest| (rest, *zeros)));
    let decimal = match scale {
        Some(("half a", zeros)) => format!("5{}", "0".repeat(zeros - 1)),
        Some((number, zeros)) => {
            let number = in_words(number).map_or_else(|| number.to_owned(), |number| number.to_string());
            let (whole, fraction) = decimal(&number)?;
            let padding = "0".repeat(zeros.checked_sub(fraction.len())?);
            format!("{whole}{fraction}{padding}")
        }
        None => match in_words(&digits) {
            Some(number) => number.to_string(),
            None => match decimal(&digits)? {
                (whole, fraction) if fraction.is_empty() => whole,
                (whole, fraction) => format!("{whole}.{fraction}"),
            },
        },
    };
    decimal.parse().ok().and_then(|number| Amount::new(number).ok())
}

/// The digit of ASCII for one of Arabic or Persian, and the signs for those that stand between them there.
fn digit(c: char) -> Option<char> {
    match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(c) - 0x6F0, 10),
        '\u{66B}' => Some('.'),
        '\u{66C}' => Some(','),
        _ => None,
    }
}

/// The numbers from 0 to 19, in English words.
pub(crate) const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The tens from twenty, in English words.
pub(crate) const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in English words, as far as people write numbers so.
fn in_words(text: &str) -> Option<u32> {
    let one = |word: &str| (0..).zip(ONES).find(|(_, name)| *name == word).map(|(number, _)| number);
    let ten = |word: &str| (2..).zip(TENS).find(|(_, name)| *name == word).map(|(number, _)| 10 * number);
    match text {
        "a" => return Some(1),
        "a dozen" | "one dozen" => return Some(12),
        "half a dozen" => return Some(6),
        "two dozen" => return Some(24),
        _ => {}
    }
    one(text).or_else(|| ten(text)).or_else(|| {
        let (tens, ones) = text.split_once(['-', ' '])?;
        Some(ten(tens)? + one(ones).filter(|one| (1..10).contains(one))?)
    })
}

/// The digits before and behind the mark of the fraction, without the marks between groups of digits: `1,500.5`, `1.234.567`,
/// `1,00,000`, `28,2`. A number that may be read in two ways is none.
fn decimal(text: &str) -> Option<(String, String)> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if two_readings(text).is_some() {
        return None;
    }
    if text.matches('.').count() > 1 {
        return Some((ungrouped(text, &['.'])?, String::new()));
    }
    if let Some((whole, fraction)) = text.split_once('.') {
        return is_number(fraction).then(|| Some((ungrouped(whole, MARKS)?, fraction.to_owned())))?;
    }
    // A comma before a fraction, as most of Europe writes it.
    if let Some((whole, fraction)) = text.split_once(',').filter(|(_, rest)| rest.len() != 3 && !rest.contains(',')) {
        return (is_number(whole) && is_number(fraction)).then(|| (whole.to_owned(), fraction.to_owned()));
    }
    Some((ungrouped(text, MARKS)?, String::new()))
}

/// What stands between groups of digits.
const MARKS: &[char] = &[',', ' ', '\'', '\u{2019}', '\u{A0}', '\u{2009}', '\u{202F}', '_'];

/// The number without the marks between its groups: three digits each, or in India the last three and two each before. A mark
/// that stands elsewhere makes it no number.
fn ungrouped(text: &str, marks: &[char]) -> Option<String> {
    let groups: Vec<&str> = text.split(marks).collect();
    let (first, rest) = groups.split_first()?;
    let is_number = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let all_have = |groups: &[&str], length| groups.iter().all(|group| group.len() == length);
    let is_grouped = match rest {
        [] => true,
        [middle @ .., last] => {
            let in_threes = (1..=3).contains(&first.len()) && all_have(rest, 3);
            let as_in_india = (1..=2).contains(&first.len()) && all_have(middle, 2) && last.len() == 3;
            in_threes || as_in_india
        }
    };
    (is_number && is_grouped).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_as_people_write_them() {
        for (text, expected) in [
            ("180", r#"{"best":180}"#),
            ("1,500", r#"{"best":1500}"#),
            ("1 500", r#"{"best":1500}"#),
            ("12\u{2019}000", r#"{"best":12000}"#),
            ("1,00,000", r#"{"best":100000}"#),
            ("1.234.567", r#"{"best":1234567}"#),
            ("\u{661}\u{662}\u{660}\u{660}", r#"{"best":1200}"#),
            ("1.5k", r#"{"best":1500}"#),
            ("1.5", r#"{"best":1.5}"#),
            ("28,2", r#"{"best":28.2}"#),
            ("2 million", r#"{"best":2000000}"#),
            ("half a million", r#"{"best":500000}"#),
            ("two thousand", r#"{"best":2000}"#),
            ("2 lakh", r#"{"best":200000}"#),
            ("nine", r#"{"best":9}"#),
            ("forty-four", r#"{"best":44}"#),
            ("a dozen", r#"{"best":12}"#),
            ("about 180", r#"{"best":180,"approximate":true}"#),
            ("~ 180", r#"{"best":180,"approximate":true}"#),
            ("1,500-2,000", r#"{"low":1500,"high":2000}"#),
            ("1500 \u{2013} 2000", r#"{"low":1500,"high":2000}"#),
            ("between 1,500 and 2,000", r#"{"low":1500,"high":2000}"#),
            ("some 400 to 600", r#"{"low":400,"high":600,"approximate":true}"#),
            ("at least 180", r#"{"low":180}"#),
            ("more than 44", r#"{"low":45}"#),
            ("fewer than 100", r#"{"high":99}"#),
            ("180+", r#"{"low":180}"#),
            ("20 or more", r#"{"low":20}"#),
            ("up to 2,000", r#"{"high":2000}"#),
        ] {
            let found = estimate(text).map(|estimate| serde_json::to_string(&estimate).unwrap());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        for text in ["", "several hundred", "dozens", "-180", "2,000-1,500", "1,2,3", "k", "1.200", "fewer than 0"] {
            assert_eq!(estimate(text), None, "{text}");
        }
    }

    #[test]
    fn quantities_with_units() {
        for (text, expected, unit) in [
            ("65%", r#"{"best":65}"#, Some("percent")),
            ("at most 28.2 per cent", r#"{"high":28.2}"#, Some("percent")),
            ("more than 50%", r#"{"low":50}"#, Some("percent")),
            ("$1,000", r#"{"best":1000}"#, Some("USD")),
            ("about \u{20ac}2,000", r#"{"best":2000,"approximate":true}"#, Some("EUR")),
            ("5 km2", r#"{"best":5}"#, Some("km2")),
            ("300 fighters", r#"{"best":300}"#, None),
        ] {
            let found = quantity(text).map(|found| (serde_json::to_string(&found.estimate).unwrap(), found.unit));
            assert_eq!(found, Some((expected.to_owned(), unit.map(str::to_owned))), "{text}");
        }
        assert_eq!(quantity("300 widgets"), None);
        assert_eq!(only_number("300 widgets"), Amount::new(300.0).ok());
        assert_eq!(only_number("P100,000"), Amount::new(100_000.0).ok());
        assert_eq!(only_number("widgets"), None);
    }

    #[test]
    fn a_point_may_stand_between_thousands() {
        assert_eq!(two_readings("1.200"), Some(["1200".into(), "1.2".into()]));
        assert_eq!(two_readings("12.000"), Some(["12000".into(), "12".into()]));
        for text in ["1.2", "1.2000", "0.250", "1200", "1.200.000"] {
            assert_eq!(two_readings(text), None, "{text}");
        }
    }
}
