//! From lengths of time as people write them to those of ISO 8601.

use standpoint_model::Duration;

use super::{did_you_mean, did_you_mean_one_of};

/// What to write for a length of time.
pub(crate) fn help(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let digits = lower.find(|c: char| !c.is_ascii_digit()).unwrap_or(lower.len());
    let (number, unit) = lower.split_at(digits);
    let written = match unit.trim().trim_start_matches('-').trim_end_matches('s') {
        "" if !number.is_empty() => {
            let shown = ["D", "M"].map(|unit| format!("`P{number}{unit}`"));
            return did_you_mean_one_of(&shown).unwrap_or_default();
        }
        "y" | "yr" | "year" => Some(format!("P{number}Y")),
        "mo" | "month" => Some(format!("P{number}M")),
        "w" | "wk" | "week" => Some(format!("P{number}W")),
        "d" | "day" => Some(format!("P{number}D")),
        "h" | "hr" | "hour" => Some(format!("PT{number}H")),
        "min" | "minute" => Some(format!("PT{number}M")),
        _ => None,
    };
    // What is right but for its capitals.
    let written = written.unwrap_or_else(|| lower.to_uppercase());
    match Duration::new(&written) {
        Ok(_) => did_you_mean(written),
        Err(_) => "write 14 months as `P14M`, 10 days as `P10D`, 48 hours as `PT48H`".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn lengths_of_time_as_people_write_them() {
        for (text, expected) in [
            ("14 days", "did you mean `P14D`?"),
            ("1 Month", "did you mean `P1M`?"),
            ("2-weeks", "did you mean `P2W`?"),
            ("48h", "did you mean `PT48H`?"),
            ("p14d", "did you mean `P14D`?"),
            ("14", "did you mean `P14D` or `P14M`?"),
            ("days", "write 14 months as"),
            ("a while", "write 14 months as"),
            ("", "write 14 months as"),
        ] {
            assert!(help(text).starts_with(expected), "{text}: {}", help(text));
        }
    }
}
