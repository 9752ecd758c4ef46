//! Why a text is not an EDTF date, in plain English.

use edtf_core::ParseError;

/// What is wrong, and the byte at which it is.
pub(super) fn of(text: &str, error: &ParseError) -> (&'static str, usize) {
    // The parser's word on the first letter or space means little to one who wrote words.
    let letters = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count();
    if text.split(|c: char| !c.is_alphabetic()).any(|word| letters(word) > 2) {
        return ("it is written in words", 0);
    }
    // Two slashes are those of a date in figures.
    if text.matches('/').count() > 1 {
        return ("a year, a month and a day have hyphens between them", 0);
    }
    if let Some(at) = text.find(|c: char| c.is_alphabetic() && !"XYESTZ".contains(c)) {
        return ("it holds a letter that no date has", at);
    }
    (plain(error.message), error.offset)
}

/// What the parser says of the mistakes that people make most. Its other reasons are about forms that only those write who know
/// the standard, and in its terms.
fn plain(message: &'static str) -> &'static str {
    match message {
        "year must have exactly four digits (or X)" | "expected '-' before month" => "a year has four digits",
        "month must be two digits (or X)" => "a month has two digits",
        "month must be 01-12" | "month must be 01-12 or a sub-year code 21-41" => "no month has this number",
        "day must be two digits (or X)" | "unexpected characters after day" => "a day has two digits",
        "day is out of range for the month" => "the month has fewer days",
        "hour must be 00-23 (24 is not allowed)" => "the hours of a day are 00 to 23",
        "interval end precedes interval start" => "it ends before it begins",
        "whitespace is not allowed" => "it holds a space",
        "EDTF permits ASCII characters only" => "it holds a digit or a sign that no date has",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::Edtf;

    #[test]
    fn reasons_are_told_in_plain_english() {
        for (text, reason) in [
            ("10 April 1998", "it is written in words"),
            ("10/04/1998", "a year, a month and a day have hyphens between them"),
            ("2020-W20-4", "it holds a letter that no date has"),
            ("199u", "it holds a letter that no date has"),
            ("43965", "a year has four digits"),
            ("98", "a year has four digits"),
            ("2016-1-07", "a month has two digits"),
            ("1994-96", "no month has this number"),
            ("2016-11-7", "a day has two digits"),
            ("2021-02-30", "the month has fewer days"),
            ("1998-04-10T24:00:00", "the hours of a day are 00 to 23"),
            ("1998-05/1998-04", "it ends before it begins"),
            ("2025-08-01 17:09", "it holds a space"),
            ("\u{6F1}\u{6F3}\u{6F7}\u{6F7}", "it holds a digit or a sign that no date has"),
        ] {
            let error = Edtf::new(text).unwrap_err().to_string();
            assert_eq!(error, format!("`{text}` is not an EDTF date: {reason}"));
        }
    }
}
