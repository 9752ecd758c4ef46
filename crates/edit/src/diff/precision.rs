//! Dates and figures, the one more exact than the other.

use serde_json::Value;
use standpoint_model::{Amount, Bound, Day, Edtf, Estimate};

/// How a value has to do with the one that stood there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exactness {
    /// It lies within what was said before.
    More,
    /// What was said before lies within it.
    Less,
    /// It is another one.
    Other,
}

impl Exactness {
    fn of<T: PartialOrd>(old: &[T; 2], new: &[T; 2]) -> Self {
        let within = |[first, last]: &[T; 2], [from, to]: &[T; 2]| from <= first && last <= to;
        match (within(new, old), within(old, new)) {
            (true, false) => Self::More,
            (false, true) => Self::Less,
            _ => Self::Other,
        }
    }

    /// Compares two dates in EDTF by their first and last days.
    pub(super) fn of_dates(old: &Value, new: &Value) -> Self {
        let days = |value: &Value| {
            let date = value.as_str().and_then(|text| Edtf::new(text).ok())?;
            let day = |bound: Bound, open| bound.day().map_or(open, Day::unix_days);
            Some([day(date.earliest(), i128::MIN), day(date.latest(), i128::MAX)])
        };
        days(old).zip(days(new)).map_or(Self::Other, |(old, new)| Self::of(&old, &new))
    }

    /// Compares two estimates by their lowest and highest figures.
    pub(super) fn of_estimates(old: &Estimate, new: &Estimate) -> Self {
        let ends = |estimate: &Estimate| {
            let [low, best, high] = [estimate.low(), estimate.best(), estimate.high()].map(|it| it.map(Amount::get));
            estimate.has_number().then(|| [low.or(best).unwrap_or(0.0), high.or(best).unwrap_or(f64::INFINITY)])
        };
        match (ends(old), ends(new)) {
            (Some(old), Some(new)) => Self::of(&old, &new),
            // A number says more than a word does.
            (None, Some(_)) => Self::More,
            (Some(_), None) => Self::Less,
            (None, None) => Self::Other,
        }
    }
}
