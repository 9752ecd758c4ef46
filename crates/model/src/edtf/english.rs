//! Dates as a person would say them.

use edtf_core::{
    Date, DateField, DateTime, Edtf, Interval, IntervalEndpoint, Qualifier, Set, SetElement, SetKind, TimeShift, Year,
    YearKind,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English for `parsed`. `written` stands in where unspecified digits name no calendar unit.
pub(super) fn render(parsed: &Edtf, written: &str) -> String {
    match parsed {
        Edtf::Date(date) => single(date).unwrap_or_else(|| format!("a date written {written}")),
        Edtf::DateTime(instant) => date_time(instant),
        Edtf::Interval(interval) => between(interval),
        Edtf::Set(set) => choice(set),
    }
}

/// A date inside an interval or a set, where its own spelling is not at hand.
fn part(date: &Date) -> String {
    single(date).unwrap_or_else(|| format!("a date written {}", Edtf::Date(*date)))
}

fn single(date: &Date) -> Option<String> {
    let plain = unqualified(date)?;
    let parts: Vec<(&str, Qualifier)> = [
        Some(("year", date.year.qualifier)),
        date.month.map(|field| (month_word(field), field.qualifier)),
        date.day.map(|field| ("day", field.qualifier)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.iter().all(|(_, qualifier)| *qualifier == parts[0].1) {
        return Some(format!("{}{plain}", hedge(parts[0].1)));
    }
    let remarks: Vec<String> = parts
        .iter()
        .filter(|(_, qualifier)| qualifier.is_qualified())
        .map(|(name, qualifier)| format!("{name} {}", doubt(*qualifier)))
        .collect();
    Some(format!("{plain} ({})", remarks.join(", ")))
}

fn month_word(field: DateField) -> &'static str {
    if field.value().is_some_and(|code| code > 12) { "season" } else { "month" }
}

fn hedge(qualifier: Qualifier) -> &'static str {
    match (qualifier.uncertain, qualifier.approximate) {
        (false, false) => "",
        (true, false) => "possibly ",
        (false, true) => "about ",
        (true, true) => "possibly about ",
    }
}

fn doubt(qualifier: Qualifier) -> &'static str {
    match (qualifier.uncertain, qualifier.approximate) {
        (true, true) => "uncertain and approximate",
        (true, false) => "uncertain",
        (false, _) => "approximate",
    }
}

fn unqualified(date: &Date) -> Option<String> {
    let Some(month) = date.month else {
        return year_alone(&date.year);
    };
    let year = year_named(&date.year);
    let month_unknown = month.digits == [None, None];
    match (date.day, month.value()) {
        (None, Some(code)) => Some(match MONTHS.get(usize::from(code).wrapping_sub(1)) {
            Some(name) => format!("{name} {}", year?),
            None => season(code, &year?),
        }),
        (None, None) if month_unknown => Some(format!("a month in {}", year?)),
        (Some(day), Some(code)) => {
            let name = MONTHS.get(usize::from(code).wrapping_sub(1))?;
            match (day.value(), year) {
                (Some(day), Some(year)) => Some(format!("{day} {name} {year}")),
                (Some(day), None) if year_unknown(&date.year) => Some(format!("{day} {name} of an unknown year")),
                (None, Some(year)) if day.digits == [None, None] => Some(format!("a day in {name} {year}")),
                _ => None,
            }
        }
        (Some(day), None) if month_unknown && day.digits == [None, None] => Some(format!("a day in {}", year?)),
        _ => None,
    }
}

fn year_unknown(year: &Year) -> bool {
    matches!(year.kind, YearKind::Standard { digits: [None, None, None, None], .. })
}

/// A year whose digits are all given.
fn year_named(year: &Year) -> Option<String> {
    let value = year.value()?;
    Some(if value > 0 { value.to_string() } else { format!("{} BC", 1 - i128::from(value)) })
}

/// A year that is the whole date, and may be a decade, a century or a millennium.
fn year_alone(year: &Year) -> Option<String> {
    if let Some(name) = year_named(year) {
        return Some(match year.significant_digits {
            Some(digits) => format!("{name}, to {digits} significant digit{}", if digits == 1 { "" } else { "s" }),
            None => name,
        });
    }
    let digits = match year.kind {
        YearKind::Standard { negative: false, digits } => digits,
        YearKind::Exponential { significand, exponent } => {
            return Some(format!("the year {significand} times 10 to the power {exponent}"));
        }
        _ => return None,
    };
    match digits {
        [None, None, None, None] => Some("an unknown year".into()),
        [Some(a), Some(b), Some(c), None] => {
            let decade = [a, b, c].into_iter().fold(0, |number, digit| number * 10 + u16::from(digit));
            Some(format!("the {}s", decade * 10))
        }
        [Some(a), Some(b), None, None] => Some(format!("a year from {a}{b}00 to {a}{b}99")),
        [Some(a), None, None, None] => Some(format!("a year from {a}000 to {a}999")),
        _ => None,
    }
}

fn season(code: u8, year: &str) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];
    let nth = usize::from(code.wrapping_sub(21) % 4);
    match code {
        21..=24 => format!("{} {year}", SEASONS[nth]),
        25..=28 => format!("{} {year} (northern hemisphere)", SEASONS[nth]),
        29..=32 => format!("{} {year} (southern hemisphere)", SEASONS[nth]),
        33..=36 => format!("the {} quarter of {year}", QUARTERS[nth]),
        37 => format!("early {year}"),
        38 => format!("mid-{year}"),
        39 => format!("late {year}"),
        40 => format!("the first half of {year}"),
        _ => format!("the second half of {year}"),
    }
}

fn date_time(instant: &DateTime) -> String {
    let time = &instant.time;
    let shift = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc) => " UTC".into(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
            format!(" UTC{sign}{hours:02}:{rest:02}")
        }
    };
    let clock = format!("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    format!("{}, {clock}{shift}", part(&instant.date))
}

fn between(interval: &Interval) -> String {
    match (&interval.start, &interval.end) {
        (IntervalEndpoint::Open, IntervalEndpoint::Open) => "at all times".into(),
        (IntervalEndpoint::Unknown, IntervalEndpoint::Unknown) => "between unknown dates".into(),
        (IntervalEndpoint::Open, end) => format!("until {}", endpoint(end)),
        (start, IntervalEndpoint::Open) => format!("{} onwards", endpoint(start)),
        (start, end) => format!("{} to {}", endpoint(start), endpoint(end)),
    }
}

fn endpoint(end: &IntervalEndpoint) -> String {
    match end {
        IntervalEndpoint::Date(date) => part(date),
        IntervalEndpoint::Open => "an open date".into(),
        IntervalEndpoint::Unknown => "an unknown date".into(),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or earlier", part(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or later", part(date)),
    }
}

fn choice(set: &Set) -> String {
    let conjunction = match set.kind {
        SetKind::OneMember => "or",
        SetKind::AllMembers => "and",
    };
    if let Some(days) = same_day_of_years(set) {
        let (day, years) = days;
        return format!("{day}, {}", joined(&years, conjunction));
    }
    let members: Vec<String> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => part(date),
            SetElement::OnOrBefore(date) => format!("{} {conjunction} earlier", part(date)),
            SetElement::OnOrAfter(date) => format!("{} {conjunction} later", part(date)),
            SetElement::Range(first, last) => match set.kind {
                SetKind::OneMember => format!("one of {} to {}", part(first), part(last)),
                SetKind::AllMembers => format!("every one of {} to {}", part(first), part(last)),
            },
        })
        .collect();
    joined(&members, conjunction)
}

/// Where all members are the same day of different years: that day ("18 April") and the years.
fn same_day_of_years(set: &Set) -> Option<(String, Vec<String>)> {
    let mut day = None;
    let mut years = Vec::new();
    for element in &set.elements {
        let SetElement::Date(date) = element else { return None };
        let qualified = date.is_uncertain() || date.is_approximate();
        let this = (date.month?.value()?, date.day?.value()?);
        if qualified || *day.get_or_insert(this) != this {
            return None;
        }
        years.push(year_named(&date.year)?);
    }
    let (month, day) = day.filter(|_| years.len() > 1)?;
    Some((format!("{day} {}", MONTHS.get(usize::from(month).wrapping_sub(1))?), years))
}

fn joined(items: &[String], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {conjunction} {last}", most.join(", ")),
    }
}
