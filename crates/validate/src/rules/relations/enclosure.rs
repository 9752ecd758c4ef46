//! Places and what lies in them.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        larger_within_smaller::size,
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// A place and those that are said to lie within it.
pub(crate) struct Enclosure;

/// How large a place is and where it lies, and how large what lies in it is and where that is said to lie.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct PlaceTrace {
    place: u64,
    is_own: bool,
    /// Its size; `i8::MAX`, where it may be of any.
    size: i8,
    /// The size of the largest place in it.
    largest: i8,
    /// The countries that it lies in; all of them, where nothing is known of that.
    around: Countries,
    /// The countries of what lies in it.
    inside: Countries,
}

/// A bit for each country.
type Countries = [u64; 5];

const NOWHERE: Countries = [0; 5];
const ANYWHERE: Countries = [u64::MAX; 5];

fn all_of(one: Countries, other: Countries, both: impl Fn(u64, u64) -> u64) -> Countries {
    std::array::from_fn(|part| both(one[part], other[part]))
}

impl PlaceTrace {
    const fn of(place: u64) -> Self {
        Self { place, is_own: false, size: i8::MAX, largest: i8::MIN, around: ANYWHERE, inside: NOWHERE }
    }

    fn is_against(&self, one: &Self) -> bool {
        one.largest > self.size || all_of(one.inside, self.around, |inside, around| inside & !around) != NOWHERE
    }
}

impl Trace for PlaceTrace {
    fn key(&self) -> u64 {
        self.place
    }

    fn merge(&mut self, other: Self) {
        self.is_own |= other.is_own;
        self.size = self.size.min(other.size);
        self.largest = self.largest.max(other.largest);
        self.around = all_of(self.around, other.around, |one, other| one & other);
        self.inside = all_of(self.inside, other.inside, |one, other| one | other);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.is_against(self)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_own || self.is_against(one)
    }

    fn untrusted(self) -> Self {
        if self.is_own { Self { size: i8::MIN, around: NOWHERE, ..self } } else { self }
    }
}

impl Relation for Enclosure {
    type Key<'a> = &'a str;
    type Trace = PlaceTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Place(place) = &entry.record {
            visit(place.id.as_str());
            place.within.iter().for_each(|around| visit(around.as_str()));
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if !sketch.is(Kind::Place) {
            return;
        }
        let size = sketch.place_type().and_then(size);
        let overlaps = sketch.overlaps.iter().filter(|_| sketch.country.is_none());
        let mut countries = NOWHERE;
        for country in sketch.country.iter().chain(overlaps) {
            let bit = hasher.country(*country);
            // A test counts the countries.
            if let Some(part) = countries.get_mut(bit / 64) {
                *part |= 1 << (bit % 64);
            }
        }
        let own = PlaceTrace {
            is_own: true,
            size: size.map_or(i8::MAX, u8::cast_signed),
            around: if countries == NOWHERE { ANYWHERE } else { countries },
            ..PlaceTrace::of(sketch.own)
        };
        to.leave(sketch.own, own);
        if let Some(around) = sketch.field(Slot::Within) {
            let largest = size.map_or(i8::MIN, u8::cast_signed);
            to.gather(around, PlaceTrace { largest, inside: countries, ..PlaceTrace::of(around) });
        }
    }
}

#[cfg(test)]
mod tests {
    use standpoint_model::CountryCode;

    use super::NOWHERE;

    #[test]
    fn there_is_a_bit_for_each_country() {
        assert!(CountryCode::all().count() <= NOWHERE.len() * 64);
    }
}
