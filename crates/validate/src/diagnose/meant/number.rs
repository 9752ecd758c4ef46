//! From quantities as people write them to estimates, as suggestions.

use standpoint_model::{Amount, Estimate};

use super::digit::plain_digit;

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

const AT_LEAST: &[&str] = &[
    "at least ",
    "more than ",
    "over ",
    "no fewer than ",
    "no less than ",
    "minimum ",
    "above ",
    ">=",
    ">",
    "\u{2265}",
];

const AT_MOST: &[&str] =
    &["at most ", "up to ", "fewer than ", "less than ", "no more than ", "maximum ", "under ", "<=", "<", "\u{2264}"];

/// The estimate that `text` is in words: `1,500-2,000`, `about 180`, `at least 20`.
pub(crate) fn estimate(text: &str) -> Option<Estimate> {
    let lower: String = text.trim().to_lowercase().chars().map(plain_digit).collect();
    let plain = lower.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'], "-");
    let (text, approximate) = match strip(&plain, ABOUT) {
        Some(rest) => (rest, true),
        None => (plain.as_str(), false),
    };
    let estimate = |low, best, high| Estimate::new([low, best, high], approximate, None).ok();
    if let Some(low) =
        strip(text, AT_LEAST).or_else(|| text.strip_suffix('+')).or_else(|| text.strip_suffix(" or more"))
    {
        return estimate(Some(count(low)?), None, None);
    }
    if let Some(high) = strip(text, AT_MOST) {
        return estimate(None, None, Some(count(high)?));
    }
    let range = text.strip_prefix("between ").map_or_else(
        || text.strip_prefix("from ").unwrap_or(text).split_once(" to ").or_else(|| text.split_once('-')),
        |range| range.split_once(" and "),
    );
    match range {
        Some((low, high)) => estimate(Some(count(low)?), None, Some(count(high)?)),
        None => estimate(None, Some(count(text)?), None),
    }
}

fn strip<'t>(text: &'t str, prefixes: &[&str]) -> Option<&'t str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).map(str::trim_start)
}

/// A whole number with or without marks between its thousands, or with a word for them: `1,500`, `1.5k`, `2 million`.
fn count(text: &str) -> Option<Amount> {
    let text = text.trim();
    let units: [(&str, usize); 4] = [(" thousand", 3), ("k", 3), (" million", 6), ("m", 6)];
    let unit = units.iter().find_map(|(word, zeros)| text.strip_suffix(word).map(|rest| (rest, *zeros)));
    let digits = match unit {
        Some((number, zeros)) => {
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            if whole.is_empty() {
                return None;
            }
            let padding = "0".repeat(zeros.checked_sub(fraction.len())?);
            format!("{whole}{fraction}{padding}")
        }
        None => ungrouped(text)?,
    };
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten().and_then(|n| Amount::new(n).ok())
}

/// The number without the marks between its groups of three digits. A mark that stands elsewhere makes it no whole number.
fn ungrouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split([',', ' ', '\'', '\u{A0}', '\u{202F}', '_']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    (grouped && !first.is_empty()).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::estimate;

    #[test]
    fn quantities_as_people_write_them() {
        for (text, expected) in [
            ("180", r#"{"best":180}"#),
            ("1,500", r#"{"best":1500}"#),
            ("1 500", r#"{"best":1500}"#),
            ("1.5k", r#"{"best":1500}"#),
            ("2 million", r#"{"best":2000000}"#),
            ("about 180", r#"{"best":180,"approximate":true}"#),
            ("~ 180", r#"{"best":180,"approximate":true}"#),
            ("1,500-2,000", r#"{"low":1500,"high":2000}"#),
            ("1500 \u{2013} 2000", r#"{"low":1500,"high":2000}"#),
            ("between 1,500 and 2,000", r#"{"low":1500,"high":2000}"#),
            ("some 400 to 600", r#"{"low":400,"high":600,"approximate":true}"#),
            ("at least 180", r#"{"low":180}"#),
            ("180+", r#"{"low":180}"#),
            ("20 or more", r#"{"low":20}"#),
            ("up to 2,000", r#"{"high":2000}"#),
        ] {
            let found = estimate(text).map(|estimate| serde_json::to_string(&estimate).unwrap());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        for text in ["", "several hundred", "1,50", "1.5", "-180", "2,000-1,500", "1,2,3", "k"] {
            assert_eq!(estimate(text), None, "{text}");
        }
    }
}
