//! Moments, which is how STIX has dates, made from dates that may be vaguer.

use standpoint_model::{Day, Edtf};

use super::properties::{Object, set};
use crate::bounds::{self, Bounds};

/// The first day of the beginning and the last of the end of an interval, as far as they are given.
pub(super) fn ends(when: &Edtf) -> [Option<Day>; 2] {
    let [start, end] = bounds::ends(when).unwrap_or_default();
    [start.and_then(|start| Bounds::from(&start).earliest), end.and_then(|end| Bounds::from(&end).latest)]
}

/// Sets properties to the first moment of the beginning and the last of the end of an interval. Answers the words that say so of dates
/// that are vaguer than a day.
pub(super) fn set_ends(object: &mut Object, [first, last]: [&str; 2], when: Option<&Edtf>) -> Vec<String> {
    let [start, end] = when.and_then(bounds::ends).unwrap_or_default();
    let start = start.and_then(|start| set_first(object, first, &start));
    start.into_iter().chain(end.and_then(|end| set_last(object, last, &end))).collect()
}

/// Sets `property` to the first moment of a date, or to the last of one that begins at no day. Answers the words that say so, if the
/// date is vaguer than a day.
pub(super) fn set_any(object: &mut Object, property: &str, date: &Edtf) -> Option<String> {
    match Bounds::from(date).earliest {
        Some(_) => set_first(object, property, date),
        None => set_last(object, property, date),
    }
}

/// Sets `property` to the first moment of a date, and answers the same.
fn set_first(object: &mut Object, property: &str, date: &Edtf) -> Option<String> {
    let day = Bounds::from(date).earliest?;
    set(object, property, format!("{day}T00:00:00.000Z"));
    bound(property, "first", date)
}

/// The same with the last moment.
fn set_last(object: &mut Object, property: &str, date: &Edtf) -> Option<String> {
    let day = Bounds::from(date).latest?;
    set(object, property, format!("{day}T23:59:59.999Z"));
    bound(property, "last", date)
}

fn bound(property: &str, which: &str, date: &Edtf) -> Option<String> {
    let Bounds { earliest, latest, .. } = Bounds::from(date);
    let is_day = earliest == latest && !date.is_approximate() && !date.is_uncertain();
    (!is_day).then(|| format!("`{property}` is a bound, the {which} moment of: {}", date.english()))
}
