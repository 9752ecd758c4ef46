//! From dates as people write them to EDTF, as suggestions.

use standpoint_model::Edtf;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WHOLE_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The EDTF dates that `text` may mean, best first: two, where day and month may be exchanged.
pub(crate) fn readings(text: &str) -> Vec<String> {
    let plain = text.trim().to_lowercase().replace(['\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'], "-");
    let words: Vec<&str> = plain.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let candidates = match words[..] {
        [first, ref rest @ ..] if is_about(first) && !rest.is_empty() => {
            let rest = rest.join(" ");
            let exact = if Edtf::new(&rest).is_ok() { vec![rest] } else { readings(&rest) };
            exact.into_iter().map(|date| format!("{date}~")).collect()
        }
        [part @ ("early" | "mid" | "late"), year] => vec![format!("{year}-{}", quadrimester(part))],
        [one] => one
            .split_once('-')
            .filter(|(part, _)| matches!(*part, "early" | "mid" | "late"))
            .map_or_else(|| numeric(one), |(part, year)| vec![format!("{year}-{}", quadrimester(part))]),
        [month, year] => month_number(month).map(|month| format!("{year}-{month:02}")).into_iter().collect(),
        [a, b, year] => [(a, b), (b, a)]
            .into_iter()
            .filter_map(|(day, month)| {
                let day: u8 = day.trim_end_matches(char::is_alphabetic).parse().ok()?;
                Some(format!("{year}-{:02}-{day:02}", month_number(month)?))
            })
            .collect(),
        _ => Vec::new(),
    };
    candidates.into_iter().filter(|date| Edtf::new(date).is_ok()).collect()
}

/// The EDTF date that `text` means, if it can be read in no other way. A suggestion may take "Junta" for June, and the
/// years 2011 to 2012 for December; this may not.
pub(crate) fn only_reading(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // A question mark, a bracket or a tilde says something of the date, and nobody knows of which part.
    if !lower
        .chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace() || ",.-/\u{2010}\u{2011}\u{2013}\u{2014}".contains(c))
    {
        return None;
    }
    let figures = lower.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    let mut months = 0;
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        match word {
            word if is_month(word) => months += 1,
            "st" | "nd" | "rd" | "th" | "early" | "mid" | "late" => {}
            word if is_about(word) => {}
            _ => return None,
        }
    }
    let [date] = &readings(text)[..] else { return None };
    // In figures: a year, a day written as one number or as three. With a month in letters: its year, perhaps its day.
    let is_one_date = match months {
        0 => matches!(figures, 1 | 3),
        1 => matches!(figures, 1 | 2) && !lower.contains('/'),
        _ => false,
    };
    is_one_date.then(|| date.clone())
}

/// Whether this is the whole name of a month in English, or the way in which it is cut short.
fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) || WHOLE_MONTHS.contains(&word) || word == "sept"
}

fn is_about(word: &str) -> bool {
    matches!(word, "circa" | "c" | "ca" | "about" | "around" | "approximately")
}

fn quadrimester(part: &str) -> u8 {
    match part {
        "early" => 37,
        "mid" => 38,
        _ => 39,
    }
}

/// The number of a month that is named in English, in full or by its first three letters.
fn month_number(name: &str) -> Option<usize> {
    let start = name.get(..3)?;
    let number = MONTHS.iter().position(|month| *month == start)? + 1;
    name.chars().all(char::is_alphabetic).then_some(number)
}

/// Dates in figures: `2019-6-3`, `20190603`, `3/6/2019`.
fn numeric(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let figures =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    match parts[..] {
        [year, month, day] if figures(year, 4) && year.len() == 4 && figures(month, 2) && figures(day, 2) => {
            vec![format!("{year}-{month:0>2}-{day:0>2}")]
        }
        [year, month] if figures(year, 4) && year.len() == 4 && figures(month, 2) => {
            vec![format!("{year}-{month:0>2}")]
        }
        [a, b, year] if figures(year, 4) && year.len() == 4 && figures(a, 2) && figures(b, 2) => {
            let mut both = vec![format!("{year}-{b:0>2}-{a:0>2}"), format!("{year}-{a:0>2}-{b:0>2}")];
            both.dedup();
            both
        }
        [all] if all.len() == 8 && figures(all, 8) => vec![format!("{}-{}-{}", &all[..4], &all[4..6], &all[6..])],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{only_reading, readings};

    #[test]
    fn dates_as_people_write_them() {
        for (text, expected) in [
            ("early 2015", &["2015-37"][..]),
            ("Mid-2021", &["2021-38"]),
            ("late 2019", &["2019-39"]),
            ("circa 1980", &["1980~"]),
            ("c. June 2019", &["2019-06~"]),
            ("June 2019", &["2019-06"]),
            ("3 June 2019", &["2019-06-03"]),
            ("June 3rd, 2019", &["2019-06-03"]),
            ("2019-6-3", &["2019-06-03"]),
            ("2019\u{2013}06\u{2013}03", &["2019-06-03"]),
            ("20190603", &["2019-06-03"]),
            ("12/05/2021", &["2021-05-12", "2021-12-05"]),
            ("31/05/2021", &["2021-05-31"]),
            ("05/05/2021", &["2021-05-05"]),
            ("31 June 2019", &[]),
            ("soon", &[]),
            ("", &[]),
        ] {
            assert_eq!(readings(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_that_may_be_another_has_no_only_reading() {
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
            ("05/05/2021", Some("2021-05-05")),
            ("12/05/2021", None),
            ("about 12/05/2021", None),
            ("2011/12", None),
            ("2011\u{2013}12", None),
            ("circa 2011-12", None),
            ("about 2015/2016", None),
            ("2019/21", None),
            ("Junta 2019", None),
            ("Marrakesh 2019", None),
            ("late May 2019", None),
            ("June 2018/2019", None),
            ("June 2019?", None),
            ("c. 19", None),
            ("about [2019]", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(only_reading(text).as_deref(), expected, "{text}");
        }
    }
}
