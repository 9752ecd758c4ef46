//! Negative years with unspecified digits (`-01XX`), which the parser does not read.

use edtf_core::{Date, Edtf, YearKind};

use super::Bound;

/// A negative year with unspecified digits.
pub(super) struct Negative {
    /// The date without its sign, which has the same digits, marks and parts.
    pub(super) without_sign: Edtf,
    /// The first and the last day on which it can have been.
    pub(super) bounds: [Bound; 2],
}

/// Reads `text` as a single date of a negative year with unspecified digits, marks and all.
///
/// Intervals and sets of such dates are not read.
pub(super) fn parse(text: &str) -> Option<Negative> {
    let marks = text.find(|c| !matches!(c, '?' | '~' | '%'))?;
    let after = text[marks..].strip_prefix('-')?;
    let digits = after.get(..4).filter(|digits| digits.contains('X'))?;
    let (mark, rest) = (&text[..marks], &after[4..]);
    let without_sign = Edtf::parse(&format!("{mark}{digits}{rest}")).ok()?;
    let Edtf::Date(Date { year, .. }) = &without_sign else { return None };
    let YearKind::Standard { digits, .. } = year.kind else { return None };
    let filled = |with: u8| digits.iter().fold(0_u16, |year, digit| year * 10 + u16::from(digit.unwrap_or(with)));
    let (nearest, farthest) = (filled(0), filled(9));
    // There is no year -0000.
    let fits = |year: u16| {
        year > 0 && written(year).iter().zip(digits).all(|(own, digit)| digit.is_none_or(|digit| digit == *own))
    };
    let of_year = |year: u16| Edtf::parse(&format!("{mark}-{year:04}{rest}")).ok().map(|date| date.bounds());
    // Not every year has a 29 February, so that the outermost year may not be the first one tried.
    let first = (nearest..=farthest).rev().filter(|&year| fits(year)).find_map(of_year)?.earliest.into();
    let last = (nearest..=farthest).filter(|&year| fits(year)).find_map(of_year)?.latest.into();
    Some(Negative { without_sign, bounds: [first, last] })
}

/// The four digits of a year.
fn written(year: u16) -> [u8; 4] {
    [1000, 100, 10, 1].map(|place| (year / place % 10) as u8)
}
