//! Dates in English and French words.

use standpoint_model::Edtf;

use super::{
    figures,
    months::month,
    reading::{ONGOING, Reading},
};

const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// Words that say nothing about when.
const IDLE: &[&str] =
    &["the", "of", "in", "on", "year", "month", "ad", "ce", "either", "de", "le", "la", "du", "en", "el", "al"];

/// Words that say when in a day it was, which a date does not.
const OF_THE_DAY: &[&str] = &["night", "morning", "afternoon", "evening", "noon", "midnight", "dawn", "dusk"];

const ABOUT: &[&str] =
    &["circa", "c", "ca", "about", "around", "approx", "approximately", "roughly", "vers", "environ"];

const PERHAPS: &[&str] = &["possibly", "probably", "perhaps", "maybe", "likely"];

/// What `text`, in lower case and without accents, may mean.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let dated: Vec<&str> = words.iter().copied().filter(|word| !OF_THE_DAY.contains(word)).collect();
    let said_more = dated.len() < words.len();
    read(&dated).into_iter().map(|reading| Reading { whole: reading.whole && !said_more, ..reading }).collect()
}

/// The month and the day, as EDTF has them, of a day without its year.
pub(super) fn without_year(text: &str) -> Option<String> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match Parts::of(&words)? {
        Parts { year: None, code: Some(month @ ..=12), day: Some(day @ ..=31), .. } => {
            Some(format!("{month:02}-{day:02}"))
        }
        _ => None,
    }
}

/// The words that matter. A hyphen between two of them stands by itself.
fn words(text: &str) -> Vec<String> {
    let plain = text.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'], "-");
    let mut words = Vec::new();
    for word in plain.split([' ', '\t', '\u{A0}', ',', '(', ')']) {
        // `10.` is a day in German, `26.08.2021` a date in figures.
        let bare = word.trim_end_matches('.');
        let is_day = bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() <= 2;
        let word = if word.starts_with(|c: char| c.is_ascii_digit()) && !is_day { word } else { bare };
        if let Some(parts) = joined_with_month(word) {
            words.extend(parts);
            continue;
        }
        match word.split_once(['-', '/']) {
            Some((part, rest)) if part_of_year(part).is_some() => words.extend([part.into(), rest.into()]),
            Some((from, to)) if are_ends(from, to) => words.extend([from.into(), "-".into(), to.into()]),
            _ => words.push(word.to_owned()),
        }
    }
    words.retain(|word| !word.is_empty() && !IDLE.contains(&&**word) && !DAYS.contains(&&**word));
    words
}

/// The parts of a word in which hyphens join a month with its day or its year: `10-apr-1998`, `apr-1998`, `april-22`.
fn joined_with_month(word: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    let is_month = |part: &str| month(part).is_some();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let words = match parts[..] {
        [day, name, year] if is_month(name) && is_number(day) && is_number(year) => vec![day, name, year],
        [name, year] if is_month(name) && is_number(year) && year.len() == 4 => vec![name, year],
        // The first of two dates ends here, and the second begins.
        [name, day] if is_month(name) && is_number(day) => vec![name, "-", day],
        [day, name] if is_number(day) && is_month(name) => vec![day, name],
        _ => return None,
    };
    Some(words.into_iter().map(str::to_owned).collect())
}

/// Whether a hyphen between two words leads from one date to another, rather than from a year to its month.
fn are_ends(from: &str, to: &str) -> bool {
    let are_months = month(from).is_some() && month(to).is_some();
    let are_days = ordinal(from).is_some() && ordinal(to).is_some();
    let are_decades = [from, to].iter().all(|word| year(word).is_some() && word.ends_with('s'));
    are_months || are_days || are_decades || ONGOING.contains(&to)
}

fn read(words: &[&str]) -> Vec<Reading> {
    match words {
        [hedge, rest @ ..] | [rest @ .., hedge] if ABOUT.contains(hedge) => qualified(rest, '~'),
        [hedge, rest @ ..] if PERHAPS.contains(hedge) => qualified(rest, '?'),
        ["between" | "entre", ends @ ..] => split(ends, &["and", "et"]).map_or_else(Vec::new, |(from, to)| {
            [joined(from, to, |from, to| format!("[{from}..{to}]")), interval(from, to)].concat()
        }),
        ["from", ends @ ..] if split(ends, &["to", "until", "till", "-"]).is_some() => read(ends),
        ["since" | "from" | "depuis", start @ ..] => one(start, |date| format!("{date}/")),
        [start @ .., "-" | "to" | "until" | "till", end] if ONGOING.contains(end) => {
            one(start, |date| format!("{date}/.."))
        }
        [start @ .., "onwards" | "onward"] => one(start, |date| format!("{date}/")),
        ["by", end @ ..] | ["no" | "not", "later", "than", end @ ..] => one(end, |date| format!("[..{date}]")),
        ["no" | "not", "earlier", "than", start @ ..] => one(start, |date| format!("[{date}..]")),
        ["until" | "till", end @ ..] | ["up", "to", end @ ..] => one(end, |date| format!("/{date}")),
        ["before" | "avant", end @ ..] | ["prior", "to", end @ ..] => {
            beyond(end, -1, |date| [format!("[..{date}]"), format!("../{date}")])
        }
        ["after" | "apres", start @ ..] => beyond(start, 1, |date| [format!("[{date}..]"), format!("{date}/..")]),
        _ => {
            if let Some((one, other)) = split(words, &["or", "ou"]) {
                choice(one, other)
            } else if let Some((from, to)) = split(words, &["-", "to", "until", "till", "through"]) {
                interval(from, to)
            } else {
                single(words)
            }
        }
    }
}

fn qualified(words: &[&str], mark: char) -> Vec<Reading> {
    let exact = read(words).into_iter().filter(|reading| !reading.edtf.contains(['[', '.']));
    let marked = |edtf: &str| edtf.split('/').map(|date| format!("{date}{mark}")).collect::<Vec<_>>().join("/");
    exact.map(|reading| Reading { edtf: marked(&reading.edtf), ..reading }).collect()
}

/// What stands before and behind the first of the words that join two dates.
fn split<'w>(words: &'w [&'w str], joints: &[&str]) -> Option<(&'w [&'w str], &'w [&'w str])> {
    let at = words.iter().position(|word| joints.contains(word))?;
    let (before, after) = (&words[..at], &words[at + 1..]);
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}

/// What the one date that `words` mean becomes.
fn one(words: &[&str], become_: impl Fn(&str) -> String) -> Vec<Reading> {
    match &single(words)[..] {
        [date] => vec![Reading { whole: date.whole, ..Reading::new(become_(&date.edtf)) }],
        _ => Vec::new(),
    }
}

/// What lies before or after the date that `words` mean: at some time there, or all the time.
fn beyond(words: &[&str], step: i16, readings: impl Fn(&str) -> [String; 2]) -> Vec<Reading> {
    let date = Parts::of(words).and_then(|date| neighbour(&date, step)?.edtf());
    date.map_or_else(Vec::new, |date| readings(&date).map(Reading::new).to_vec())
}

fn interval(from: &[&str], to: &[&str]) -> Vec<Reading> {
    joined(from, to, |from, to| format!("{from}/{to}"))
}

fn choice(one: &[&str], other: &[&str]) -> Vec<Reading> {
    joined(one, other, |one, other| format!("[{one},{other}]"))
}

/// Two dates, of which each may leave to the other what both have in common.
fn joined(one: &[&str], other: &[&str], join: impl Fn(&str, &str) -> String) -> Vec<Reading> {
    if let (Some(one), Some(other)) = (Parts::of(one), Parts::of(other)) {
        let (one, other) = (one.completed_by(&other), other.completed_by(&one));
        if let (Some(first), Some(second)) = (one.edtf(), other.edtf()) {
            return vec![Reading { whole: one.whole && other.whole, ..Reading::new(join(&first, &second)) }];
        }
    }
    match (&single(one)[..], &single(other)[..]) {
        ([one], [other]) => {
            vec![Reading { whole: one.whole && other.whole, ..Reading::new(join(&one.edtf, &other.edtf)) }]
        }
        _ => Vec::new(),
    }
}

fn single(words: &[&str]) -> Vec<Reading> {
    let figures = match words {
        [word] => figures::readings(word),
        [day, time] if time.contains(':') && Edtf::new(day).is_ok() => {
            vec![Reading { whole: false, ..Reading::new(*day) }]
        }
        // A winter lies in two years, and EDTF counts it to the first.
        [name, years] if season(name) == Some(24) && figures::are_neighbours(years) => {
            vec![Reading { whole: false, ..Reading::new(format!("{}-24", &years[..4])) }]
        }
        _ => Vec::new(),
    };
    if figures.is_empty()
        && let Some(parts) = Parts::of(words)
        && let Some(edtf) = parts.edtf()
    {
        return vec![Reading { whole: parts.whole, ..Reading::new(edtf) }];
    }
    figures
}

/// The parts of a date that words name.
#[derive(Debug, Clone)]
struct Parts {
    year: Option<String>,
    /// The month, or EDTF's code for a season, a quarter or another part of a year.
    code: Option<u8>,
    day: Option<u8>,
    /// Whether these parts say all that the words say.
    whole: bool,
}

impl Parts {
    /// The parts that `words` name, if they name nothing else and nothing twice.
    fn of(words: &[&str]) -> Option<Self> {
        let mut parts = Self { year: None, code: None, day: None, whole: true };
        let mut part = None;
        let mut rest = words;
        while let [word, after @ ..] = rest {
            rest = after;
            let code = month(word).or_else(|| season(word)).or_else(|| quarter(word));
            if let Some(code) = code {
                put(&mut parts.code, code)?;
            } else if let Some(code) = part_of_year(word) {
                put(&mut part, code)?;
            } else if let (Some(year), ["bc" | "bce" | "b.c", after @ ..]) = (before_common_era(word), rest) {
                rest = after;
                put(&mut parts.year, year)?;
            } else if let Some(year) = year(word) {
                put(&mut parts.year, year)?;
            } else {
                let number = ordinal(word)?;
                if let [unit @ ("quarter" | "half" | "century"), after @ ..] = rest {
                    rest = after;
                    match *unit {
                        "quarter" => put(&mut parts.code, nth(33..=36, number)?)?,
                        "half" => put(&mut parts.code, nth(40..=41, number)?)?,
                        _ => put(&mut parts.year, format!("{:02}XX", number - 1))?,
                    }
                } else {
                    put(&mut parts.day, number)?;
                }
            }
        }
        match part {
            Some(part) if parts.code.is_none() && !parts.year.as_ref()?.contains('X') => parts.code = Some(part),
            Some(_) => parts.whole = false,
            None => {}
        }
        Some(parts)
    }

    /// The date, if it has a year.
    fn edtf(&self) -> Option<String> {
        let year = self.year.as_ref()?;
        match (self.code, self.day) {
            (None, None) => Some(year.clone()),
            (Some(code), None) => Some(format!("{year}-{code:02}")),
            (Some(code), Some(day)) => Some(format!("{year}-{code:02}-{day:02}")),
            (None, Some(_)) => None,
        }
    }

    /// The date with the parts of another that come before or after all of its own.
    fn completed_by(&self, other: &Self) -> Self {
        let only_year = self.year.is_some() && self.code.is_none();
        let mut completed = self.clone();
        completed.year = completed.year.or_else(|| other.year.clone());
        if only_year && other.day.is_some() || self.day.is_some() {
            completed.code = completed.code.or(other.code);
            completed.day = completed.day.or(other.day);
        }
        completed
    }
}

/// The year, the month or the day before (-1) or after (1).
fn neighbour(date: &Parts, step: i16) -> Option<Parts> {
    let year: i16 = date.year.as_ref()?.parse().ok()?;
    let with = |year: i16, code: Option<u8>, day: Option<u8>| Parts {
        year: Some(format!("{year:04}")),
        code,
        day,
        whole: date.whole,
    };
    match (date.code, date.day) {
        (None, _) => Some(with(year + step, None, None)),
        (Some(month @ 1..=12), None) => {
            let month = i16::from(month) - 1 + step;
            let code = u8::try_from(month.rem_euclid(12) + 1).ok()?;
            Some(with(year + month.div_euclid(12), Some(code), None))
        }
        (code, Some(day)) => {
            let is_day = |parts: &Parts| parts.edtf().is_some_and(|date| Edtf::new(&date).is_ok());
            let beside = with(year, code, Some(day.checked_add_signed(i8::try_from(step).ok()?)?));
            if is_day(&beside) {
                return Some(beside);
            }
            let month = neighbour(&with(year, code, None), step)?;
            let days: &[u8] = if step < 0 { &[31, 30, 29, 28] } else { &[1] };
            days.iter().map(|day| Parts { day: Some(*day), ..month.clone() }).find(is_day)
        }
        _ => None,
    }
}

/// Fills a place that is still empty.
fn put<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.is_none().then(|| *place = Some(value))
}

fn nth(codes: std::ops::RangeInclusive<u8>, number: u8) -> Option<u8> {
    codes.into_iter().nth(usize::from(number).checked_sub(1)?)
}

fn season(name: &str) -> Option<u8> {
    match name {
        "spring" | "printemps" => Some(21),
        "summer" | "ete" => Some(22),
        "autumn" | "fall" | "automne" => Some(23),
        "winter" | "hiver" => Some(24),
        _ => None,
    }
}

/// The quadrimesters, by which this model says early, mid and late.
fn part_of_year(word: &str) -> Option<u8> {
    match word {
        "early" | "beginning" | "start" | "debut" => Some(37),
        "mid" | "middle" | "mi" | "milieu" => Some(38),
        "late" | "end" | "fin" => Some(39),
        _ => None,
    }
}

/// `q1` and `h1`.
fn quarter(word: &str) -> Option<u8> {
    let number = word.get(1..)?.parse().ok()?;
    match word.get(..1)? {
        "q" => nth(33..=36, number),
        "h" => nth(40..=41, number),
        _ => None,
    }
}

/// A year, a decade or a century: `1990`, `1990s`, `1900s`.
fn year(word: &str) -> Option<String> {
    let digits = word.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    match &word[4..] {
        "" => Some(digits.to_owned()),
        "s" | "'s" | "\u{2019}s" if digits.ends_with("00") => Some(format!("{}XX", &digits[..2])),
        "s" | "'s" | "\u{2019}s" if digits.ends_with('0') => Some(format!("{}X", &digits[..3])),
        _ => None,
    }
}

/// The year before the common era of this number. EDTF has a year 0.
fn before_common_era(figures: &str) -> Option<String> {
    let year: u16 = figures.parse().ok().filter(|year| (1..10_000).contains(year))?;
    Some(if year == 1 { "0000".into() } else { format!("-{:04}", year - 1) })
}

/// A small number: `3`, `3rd`, `third`, `100`.
fn ordinal(word: &str) -> Option<u8> {
    let words = ["first", "second", "third", "fourth"];
    if let Some(at) = (1..).zip(words).find(|(_, ordinal)| *ordinal == word) {
        return Some(at.0);
    }
    let figures = ["st", "nd", "rd", "th", "er"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    figures.parse().ok().filter(|number| *number > 0)
}
