//! The country in which a place lies.

use standpoint_model::{CountryCode, Dataset, Place};

/// The country of a place, or of the nearest place around it that has one.
pub(crate) fn country_of(place: &Place, dataset: &Dataset) -> Option<CountryCode> {
    let mut place = place;
    let mut passed = vec![&place.id];
    loop {
        if place.country.is_some() {
            return place.country;
        }
        let around = place.within.as_ref().filter(|around| !passed.contains(around))?;
        passed.push(around);
        place = dataset.get(around)?;
    }
}
