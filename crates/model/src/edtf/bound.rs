//! The first and the last day of a date.

use std::fmt;

/// A day of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BC, -1 is 2 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::struct_field_names, reason = "a day of the calendar has a day of the month")]
pub struct Day {
    year: i64,
    month: u8,
    day: u8,
}

impl Day {
    /// The year.
    pub fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970, the first day of Unix time.
    pub fn unix_days(self) -> i128 {
        // 1 January 1970 is so many days after 1 March of the year 0.
        self.ordinal() - 719_468
    }

    /// Days since 1 March of the year 0, so that differences are lengths of time.
    ///
    /// Counting from March puts the leap day last, which makes the months' lengths a linear rule (the method is
    /// Zeller's). Wide, because a year of EDTF may have nineteen digits.
    pub(super) fn ordinal(self) -> i128 {
        let (month, day) = (i128::from(self.month), i128::from(self.day));
        let year = i128::from(self.year) - i128::from(month < 3);
        let from_march = (month + 9) % 12;
        let before_month = (153 * from_march + 2) / 5;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + before_month + day - 1
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

/// One end of the time that a date may mean.
///
/// Prints as a day, as `..` where it is open, and as nothing where it is unknown: the signs of EDTF itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A day, inclusive.
    Day(Day),
    /// No end on this side.
    Open,
    /// There is an end, but the date does not tell it.
    Unknown,
}

impl Bound {
    /// The day, if there is one.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl From<edtf_core::Bound> for Bound {
    fn from(bound: edtf_core::Bound) -> Self {
        match bound {
            edtf_core::Bound::Date(date) => Self::Day(Day { year: date.year, month: date.month, day: date.day }),
            edtf_core::Bound::NegativeInfinity | edtf_core::Bound::PositiveInfinity => Self::Open,
            edtf_core::Bound::Unknown => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn ordinals_count_days() {
        let ordinal = |year, month, day| Day { year, month, day }.ordinal();
        assert_eq!(ordinal(2020, 3, 1) - ordinal(2020, 2, 28), 2);
        assert_eq!(ordinal(2021, 3, 1) - ordinal(2021, 2, 28), 1);
        assert_eq!(ordinal(1900, 3, 1) - ordinal(1900, 2, 28), 1);
        assert_eq!(ordinal(2000, 1, 1) - ordinal(1999, 12, 31), 1);
        assert_eq!(ordinal(1, 1, 1) - ordinal(-1, 1, 1), 366 + 365);
    }

    #[test]
    fn unix_days_begin_in_1970() {
        let unix_days = |year, month, day| Day { year, month, day }.unix_days();
        assert_eq!(unix_days(1970, 1, 1), 0);
        assert_eq!(unix_days(1969, 12, 31), -1);
        assert_eq!(unix_days(2001, 9, 9), 1_000_000_000 / 86_400);
    }
}
