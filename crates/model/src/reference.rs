//! Which other records a record names, and where in it.

use crate::{
    Actor, Basis, Citation, Event, Id, Interest, Manifest, Observation, OneOrMore, Participant, Place, Record,
    Relationship, Source, Standpoint, Statement,
};

/// A mention of one record in another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference<'a> {
    /// Where in the record it stands, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The id of the record that is named.
    pub id: &'a str,
}

/// Whatever can name other records.
pub(crate) trait References {
    /// Adds the references in `self`, which stands at `pointer`, to `found`. `pointer` is as before on return.
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>);
}

/// Collects from `child`, which stands at `segment` below `pointer`.
fn below<'a>(
    child: &'a impl References,
    segment: &dyn std::fmt::Display,
    pointer: &mut String,
    found: &mut Vec<Reference<'a>>,
) {
    let length = pointer.len();
    // The segments are field names and numbers, which need no escapes.
    pointer.push('/');
    pointer.push_str(&segment.to_string());
    child.collect(pointer, found);
    pointer.truncate(length);
}

impl<K> References for Id<K> {
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
        found.push(Reference { pointer: pointer.clone(), id: self.as_str() });
    }
}

impl<T: References> References for Option<T> {
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
        if let Some(value) = self {
            value.collect(pointer, found);
        }
    }
}

impl<T: References> References for [T] {
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
        for (index, item) in self.iter().enumerate() {
            below(item, &index, pointer, found);
        }
    }
}

impl<T: References> References for Vec<T> {
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
        self.as_slice().collect(pointer, found);
    }
}

impl<T: References> References for OneOrMore<T> {
    fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
        (**self).collect(pointer, found);
    }
}

/// Lists the fields of each struct that name records or hold what does. A test compares the lists with the JSON.
macro_rules! references {
    ($($name:ident { $($field:ident),* })+) => {
        $(impl References for $name {
            #[allow(unused_variables, clippy::allow_attributes, reason = "some kinds name no other record")]
            fn collect<'a>(&'a self, pointer: &mut String, found: &mut Vec<Reference<'a>>) {
                $(below(&self.$field, &stringify!($field), pointer, found);)*
            }
        })+
    };
}

references! {
    Manifest {}
    Source {}
    Actor { basis }
    Place { within, basis }
    Event { places, participants, targets, follows, part_of, basis }
    Relationship { subject, object, basis }
    Interest { actor, towards, supported_by, basis }
    Observation { about, basis }
    Statement { about, mentions, basis }
    Participant { actor }
    Basis { evidence, standpoints, contradicts }
    Citation { source }
    Standpoint { holder, evidence }
}

impl Record {
    /// The records that this one names, in the order of its fields. Its own `id` is not among them.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut found = Vec::new();
        let pointer = &mut String::new();
        match self {
            Self::Dataset(record) => record.collect(pointer, &mut found),
            Self::Source(record) => record.collect(pointer, &mut found),
            Self::Actor(record) => record.collect(pointer, &mut found),
            Self::Place(record) => record.collect(pointer, &mut found),
            Self::Event(record) => record.collect(pointer, &mut found),
            Self::Relationship(record) => record.collect(pointer, &mut found),
            Self::Interest(record) => record.collect(pointer, &mut found),
            Self::Observation(record) => record.collect(pointer, &mut found),
            Self::Statement(record) => record.collect(pointer, &mut found),
        }
        found
    }
}
