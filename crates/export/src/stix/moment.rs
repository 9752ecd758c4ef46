//! Moments, which is how STIX has dates, made from dates that may be vaguer.

use standpoint_model::Edtf;

use super::bundle::{Object, set};
use crate::bounds::Bounds;

/// Sets `property` to the first moment of a date. Answers the words that say so, if the date is vaguer than a day.
pub(super) fn set_first(object: &mut Object, property: &str, date: &Edtf) -> Option<String> {
    let day = Bounds::from(date).earliest?;
    set(object, property, format!("{day}T00:00:00.000Z"));
    bound(property, "first", date)
}

/// The same with the last moment.
pub(super) fn set_last(object: &mut Object, property: &str, date: &Edtf) -> Option<String> {
    let day = Bounds::from(date).latest?;
    set(object, property, format!("{day}T23:59:59.999Z"));
    bound(property, "last", date)
}

fn bound(property: &str, which: &str, date: &Edtf) -> Option<String> {
    let Bounds { earliest, latest, .. } = Bounds::from(date);
    let is_day = earliest == latest && !date.is_approximate() && !date.is_uncertain();
    (!is_day).then(|| format!("`{property}` is a bound, the {which} moment of: {}", date.english()))
}
