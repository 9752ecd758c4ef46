//! Which other records a record names, and where in it.

use std::fmt;

use crate::{
    Actor, AtLeast, Basis, Bearing, Citation, Condition, Event, EventPlace, Id, Identity, Interest, Issue, Manifest,
    Observation, Participant, Place, Position, Record, Relationship, Section, Source, Standpoint, Statement, Tension,
};

/// A mention of one record in another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference<'a> {
    /// Where in the record it stands, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The id of the record that is named.
    pub id: &'a str,
}

/// Where a value stands in a record. It displays as a JSON Pointer (RFC 6901).
#[derive(Debug, Clone, Copy)]
pub struct Pointer<'p> {
    last: Option<(&'p Pointer<'p>, Step)>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl<'p> Pointer<'p> {
    /// That of the record itself.
    const RECORD: Self = Self { last: None };

    fn then(&'p self, step: Step) -> Self {
        Self { last: Some((self, step)) }
    }

    /// The position in its list of a value that is an item of one, from 0.
    pub fn position(&self) -> Option<usize> {
        match self.last {
            Some((_, Step::Item(position))) => Some(position),
            _ => None,
        }
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The names of the fields need no escapes.
        match self.last {
            None => Ok(()),
            Some((above, Step::Field(name))) => write!(f, "{above}/{name}"),
            Some((above, Step::Item(position))) => write!(f, "{above}/{position}"),
        }
    }
}

/// Takes references one by one, with where they stand.
type Visit<'v, 'a> = dyn FnMut(&'a str, &Pointer<'_>) + 'v;

/// Whatever can name other records.
pub(crate) trait References {
    /// Gives `visit` the references in `self`, which stands at `pointer`.
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>);
}

impl<K> References for Id<K> {
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
        visit(self.as_str(), pointer);
    }
}

impl<T: References> References for Option<T> {
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
        if let Some(value) = self {
            value.visit(pointer, visit);
        }
    }
}

impl<T: References> References for [T] {
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
        for (position, item) in self.iter().enumerate() {
            item.visit(&pointer.then(Step::Item(position)), visit);
        }
    }
}

impl<T: References> References for Vec<T> {
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
        self.as_slice().visit(pointer, visit);
    }
}

impl<const LEAST: usize, T: References> References for AtLeast<LEAST, T> {
    fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
        (**self).visit(pointer, visit);
    }
}

/// The name in JSON of a field that is called by a word of Rust's: `in` for `r#in`.
fn name_of(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// Lists the fields of each struct that name records or hold what does. A test compares the lists with the JSON.
macro_rules! references {
    ($($name:ident { $($field:ident),* })+) => {
        $(impl References for $name {
            #[allow(unused_variables, clippy::allow_attributes, reason = "some kinds name no other record")]
            fn visit<'a>(&'a self, pointer: &Pointer<'_>, visit: &mut Visit<'_, 'a>) {
                $(self.$field.visit(&pointer.then(Step::Field(name_of(stringify!($field)))), visit);)*
            }
        })+
    };
}

references! {
    Manifest {}
    Source { sections, reports }
    Actor { seat, basis }
    Place { within, basis }
    Event {
        places, participants, issues, follows, caused_by, conditions, part_of, serves, bears_on, basis
    }
    Relationship { subject, object, basis }
    Interest { actor, about, towards, supported_by, basis }
    Issue { part_of, basis }
    Position {
        issue, holders, answers, owed_by, owed_to, addressed_to, carried_by, conditions, r#in, part_of, serves, basis
    }
    Observation { about, of, part_of, basis }
    Statement { about, mentions, caused_by, basis }
    Identity { members, evidence }
    Section { of }
    EventPlace { place }
    Participant { actor }
    Bearing { position }
    Condition { on, evidence }
    Basis { evidence, standpoints, tensions }
    Citation { source }
    Standpoint { holder, by, evidence }
    Tension { with, holders }
}

impl Record {
    /// The records that this one names. Its own `id` is not among them, and neither are those in the [`FieldPath`](crate::FieldPath)s
    /// of its readings, which name its own fields.
    ///
    /// ```
    /// use standpoint_model::Record;
    ///
    /// let record: Record = serde_json::from_str(
    ///     r#"{ "kind": "place", "id": "place/port-ostra", "type": "city", "name": "Port Ostra", "within": "place/highlands",
    ///          "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } }"#,
    /// )?;
    /// let references = record.references();
    /// assert_eq!((references[0].pointer.as_str(), references[0].id), ("/within", "place/highlands"));
    /// assert_eq!((references[1].pointer.as_str(), references[1].id), ("/basis/evidence/0/source", "source/page"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut found = Vec::new();
        self.visit_references(|id, pointer| found.push(Reference { pointer: pointer.to_string(), id }));
        found
    }

    /// Gives `visit` what [`Record::references`] lists, without writing down where each stands: for many records.
    pub fn visit_references<'a>(&'a self, mut visit: impl FnMut(&'a str, &Pointer<'_>)) {
        let (pointer, visit) = (&Pointer::RECORD, &mut visit);
        match self {
            Self::Dataset(record) => record.visit(pointer, visit),
            Self::Source(record) => record.visit(pointer, visit),
            Self::Actor(record) => record.visit(pointer, visit),
            Self::Place(record) => record.visit(pointer, visit),
            Self::Event(record) => record.visit(pointer, visit),
            Self::Relationship(record) => record.visit(pointer, visit),
            Self::Interest(record) => record.visit(pointer, visit),
            Self::Issue(record) => record.visit(pointer, visit),
            Self::Position(record) => record.visit(pointer, visit),
            Self::Observation(record) => record.visit(pointer, visit),
            Self::Statement(record) => record.visit(pointer, visit),
            Self::Identity(record) => record.visit(pointer, visit),
        }
    }
}
