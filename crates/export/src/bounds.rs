//! What a calendar can say of a date that EDTF says exactly.

use standpoint_model::{Bound, Day, Edtf};

/// The first and the last day of a date, and how wide apart they are, for tools that do not read EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bounds {
    pub(crate) earliest: Option<Day>,
    pub(crate) latest: Option<Day>,
    /// The `date_prec` of the UCDP Georeferenced Event Dataset.
    pub(crate) date_prec: Option<u8>,
}

/// The columns in which tables have them beside the date: what their names end with, and what they hold.
pub(crate) const COLUMNS: [(&str, &str); 3] = [
    ("earliest", "The first day that it may be."),
    ("latest", "The last day that it may be."),
    ("date_prec", "The `date_prec` of UCDP: 1 a day … 5 a year."),
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
        Self { earliest: day(date.earliest()), latest: day(date.latest()), date_prec: date.ucdp_date_prec() }
    }
}

/// The ends that an interval gives; nothing, if it is none. A time within which something was so is no interval: it does not say when it began or ended.
pub(crate) fn ends(when: &Edtf) -> Option<[Option<Edtf>; 2]> {
    let (first, last) = when.as_str().split_once('/')?;
    Some([first, last].map(|end| Edtf::new(end).ok()))
}
