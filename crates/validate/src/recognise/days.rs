//! Dates as days.

use std::ops::Range;

use standpoint_model::{Bound, Day, Edtf};

/// The first and the last day of a date, since 1970; what is open or unknown is as far as can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) first: i32,
    pub(crate) last: i32,
}

impl Days {
    /// What stands for all days that are millions of years away, in the past and in the future.
    pub(crate) const FAR: [i32; 2] = [i32::MIN + 1, i32::MAX - 1];

    /// The days of a date.
    pub(crate) fn of(date: &Edtf) -> Self {
        let day = |bound: Bound, open| {
            let far = |day: Day| Self::FAR[usize::from(day.year() > 0)];
            bound.day().map_or(open, |day| i32::try_from(day.unix_days()).unwrap_or_else(|_| far(day)))
        };
        Self { first: day(date.earliest(), i32::MIN), last: day(date.latest(), i32::MAX) }
    }

    /// The first and the last day, where others are compared to them. Days so far away that they are not told apart may always
    /// be before or after others.
    pub(crate) fn far_ends(self) -> (i32, i32) {
        let [past, future] = Self::FAR;
        let first = if self.first == past { past + 1 } else { self.first };
        let last = if self.last == future { future - 1 } else { self.last };
        (first, last)
    }

    /// Both days in one number.
    pub(super) fn packed(self) -> u64 {
        let half = |day: i32| u64::from(day.cast_unsigned());
        half(self.first) | half(self.last) << 32
    }

    /// The days that were [`packed`](Self::packed).
    pub(super) fn unpacked(both: u64) -> Self {
        let [first, last] =
            [both, both >> 32].map(|half| u32::try_from(half & u64::from(u32::MAX)).unwrap_or_default().cast_signed());
        Self { first, last }
    }
}

/// The days of a date of the commonest forms: a day, a month or a year of four digits.
pub(crate) fn common_date(text: &[u8]) -> Option<Days> {
    let digits = |range: Range<usize>| {
        text[range].iter().try_fold(0_i32, |number, byte| match byte {
            b'0'..=b'9' => Some(number * 10 + i32::from(byte - b'0')),
            _ => None,
        })
    };
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = |year: i32, month: i32| match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        _ => 28 + i32::from(leap(year)),
    };
    match text.len() {
        4 => {
            let year = digits(0..4)?;
            Some(Days { first: day(year, 1, 1), last: day(year, 12, 31) })
        }
        7 if text[4] == b'-' => {
            let (year, month) = (digits(0..4)?, digits(5..7)?);
            (1..=12)
                .contains(&month)
                .then(|| Days { first: day(year, month, 1), last: day(year, month, length(year, month)) })
        }
        10 if text[4] == b'-' && text[7] == b'-' => {
            let (year, month, of_month) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
            let exists = (1..=12).contains(&month) && (1..=length(year, month)).contains(&of_month);
            let day = day(year, month, of_month);
            exists.then_some(Days { first: day, last: day })
        }
        _ => None,
    }
}

/// Days since 1970, by Zeller's method, which counts years from March.
fn day(year: i32, month: i32, day: i32) -> i32 {
    let year = year - i32::from(month < 3);
    let before_month = (153 * ((month + 9) % 12) + 2) / 5;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + before_month + day - 1 - 719_468
}
