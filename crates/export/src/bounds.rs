//! What a calendar can say of a date that EDTF says exactly.

use standpoint_model::{Bound, Day, Edtf};

/// The first and the last day of a date, and how wide apart they are, for tools that do not read EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bounds {
    pub(crate) earliest: Option<Day>,
    pub(crate) latest: Option<Day>,
    /// The `date_prec` of the UCDP Georeferenced Event Dataset, of a date with both bounds that is neither approximate nor
    /// uncertain.
    pub(crate) date_prec: Option<u8>,
}

/// The columns in which tables have them beside the date: what their names end with, and what they hold.
pub(crate) const COLUMNS: [(&str, &str); 3] = [
    ("earliest", "The first day that it may be, if it is exact."),
    ("latest", "The last day that it may be, if it is exact."),
    ("date_prec", "The `date_prec` of UCDP, if it is exact: 1 a day … 5 a year."),
];

/// The name of the column that is `suffix` of the date called `date`.
pub(crate) fn column_name(date: &str, suffix: &str) -> String {
    format!("{date}_{suffix}")
}

impl Bounds {
    /// The bounds of a date in EDTF; none of a text that is no such date.
    pub(crate) fn of(text: &str) -> Self {
        Edtf::new(text).map_or_else(|_| Self::default(), |date| Self::from(&date))
    }
}

impl From<&Edtf> for Bounds {
    fn from(date: &Edtf) -> Self {
        let day = |bound: Bound| bound.day().filter(|day| (1..=9999).contains(&day.year()));
        let (earliest, latest) = (day(date.earliest()), day(date.latest()));
        let is_exact = !date.is_approximate() && !date.is_uncertain() && earliest.is_some() && latest.is_some();
        Self { earliest, latest, date_prec: date.ucdp_date_prec().filter(|_| is_exact) }
    }
}

/// The ends that an interval gives; nothing, if it is none. A time within which something was so is no interval: it does not say when it began or ended.
pub(crate) fn ends(when: &Edtf) -> Option<[Option<Edtf>; 2]> {
    let (first, last) = when.as_str().split_once('/')?;
    Some([first, last].map(|end| Edtf::new(end).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_doubtful_or_has_no_bounds_has_no_precision() {
        let of = |text: &str| {
            let Bounds { earliest, latest, date_prec } = Bounds::of(text);
            (earliest.is_some(), latest.is_some(), date_prec)
        };
        assert_eq!(of("1985"), (true, true, Some(5)));
        for text in ["1985~", "1984?", "2004-06-11%", "201X"] {
            assert_eq!(of(text), (true, true, None), "{text}");
        }
        for text in ["Y170000002", "0000", "-0043-03-15"] {
            assert_eq!(of(text), (false, false, None), "{text}");
        }
        assert_eq!(of("2019/.."), (true, false, None));
    }
}
