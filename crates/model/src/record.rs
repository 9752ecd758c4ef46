//! A record of any kind, and what all records have in common.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, DeserializeSeed, IntoDeserializer, MapAccess, value::MapAccessDeserializer},
};
use serde_json::Value;

use crate::{
    Actor, Alias, Basis, Code, Coding, Condition, Edtf, Event, Handling, Id, Identity, Interest, Issue, Kind, Kinds,
    Manifest, Observation, Place, Position, Relationship, Source, Statement, Status, Text, Waiver, id::sealed,
    strict::Strict, strict_value::StrictValue,
};

/// A record of any kind, as it stands in a file: a JSON object with a `kind`.
///
/// Reading is strict: no unknown field, no duplicate key, no `null`. A `$schema` key, which editors use, is allowed
/// and ignored. Reading is fastest when `kind` comes first, as it does in what [`Record`] itself writes.
///
/// ```
/// use standpoint_model::{Kind, Record};
///
/// let record: Record = serde_json::from_str(
///     r#"{ "kind": "source", "id": "source/page", "title": "A page", "type": "web-page" }"#,
/// )?;
/// assert_eq!(record.kind(), Kind::Source);
/// assert_eq!(record.id(), "source/page");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Record {
    /// The manifest.
    Dataset(Manifest),
    /// A document that evidence points into.
    Source(Source),
    /// A party.
    Actor(Actor),
    /// A place.
    Place(Place),
    /// Something that happened, is said to have happened, or is planned.
    Event(Event),
    /// How an actor stands to another actor or to a place.
    Relationship(Relationship),
    /// What an actor wants.
    Interest(Interest),
    /// A question that parties dispute or negotiate.
    Issue(Issue),
    /// What actors want, offer, ask, answer or have agreed should be.
    Position(Position),
    /// A quantity.
    Observation(Observation),
    /// A claim of the narrative.
    Statement(Statement),
    /// Whether records name one thing.
    Identity(Identity),
}

/// A type of record.
///
/// No other type can be one: the twelve kinds are all there are.
pub trait Entity: Kinds + Sized + 'static {
    /// The kind.
    const KIND: Kind;

    /// The id.
    fn id(&self) -> &Id<Self>;

    /// The record as one of this kind, if it is one.
    fn from_record(record: &Record) -> Option<&Self>;
}

/// Says once which variant holds which type, and which fields the kinds share.
macro_rules! entities {
    (all: $($variant:ident($name:ident),)+; facts: $($fact:ident),+; dated: $($dated:ident),+;
        titled: $($titled:ident),+; named: $($named:ident),+;) => {
        $(impl sealed::Sealed for $name {}

        impl Kinds for $name {
            const KINDS: &'static [Kind] = &[Kind::$variant];
        }

        impl Entity for $name {
            const KIND: Kind = Kind::$variant;

            fn id(&self) -> &Id<Self> {
                &self.id
            }

            fn from_record(record: &Record) -> Option<&Self> {
                match record {
                    Record::$variant(record) => Some(record),
                    _ => None,
                }
            }
        }

        impl From<$name> for Record {
            fn from(record: $name) -> Self {
                Self::$variant(record)
            }
        })+

        impl Record {
            /// The kind.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$variant(_) => Kind::$variant,)+
                }
            }

            /// The id.
            pub fn id(&self) -> &str {
                match self {
                    $(Self::$variant(record) => record.id.as_str(),)+
                }
            }

            /// The note on how the record was made.
            pub fn note(&self) -> Option<&Text> {
                match self {
                    $(Self::$variant(record) => record.note.as_ref(),)+
                }
            }

            /// The findings about the record that are no mistakes.
            pub fn waivers(&self) -> &[Waiver] {
                match self {
                    $(Self::$variant(record) => &record.allow,)+
                }
            }

            /// What the record rests on. The manifest, the sources and the identities rest on nothing else.
            pub fn basis(&self) -> Option<&Basis> {
                match self {
                    $(Self::$fact(record) => Some(&record.basis),)+
                    Self::Dataset(_) | Self::Source(_) | Self::Identity(_) => None,
                }
            }

            /// The identifiers that others gave to what the record is about.
            pub fn codes(&self) -> &[Code] {
                match self {
                    $(Self::$fact(record) => &record.codes,)+
                    Self::Source(record) => &record.codes,
                    Self::Dataset(_) | Self::Identity(_) => &[],
                }
            }

            /// How others' codebooks classify what the record is about.
            pub fn codings(&self) -> &[Coding] {
                match self {
                    $(Self::$fact(record) => &record.codings,)+
                    Self::Source(record) => &record.codings,
                    Self::Dataset(_) | Self::Identity(_) => &[],
                }
            }

            /// Who may see the record. Anybody may see a manifest.
            pub fn handling(&self) -> Handling {
                match self {
                    $(Self::$fact(record) => record.handling,)+
                    Self::Source(record) => record.handling,
                    Self::Identity(record) => record.handling,
                    Self::Dataset(_) => Handling::Public,
                }
            }

            /// Whether the record stands or is withdrawn. A manifest always stands.
            pub fn status(&self) -> Status {
                match self {
                    $(Self::$fact(record) => record.status,)+
                    Self::Source(record) => record.status,
                    Self::Identity(record) => record.status,
                    Self::Dataset(_) => Status::Current,
                }
            }

            /// The name or the title of what the record is about: for the kinds that have one.
            pub fn name(&self) -> Option<&Text> {
                match self {
                    Self::Actor(record) => Some(&record.name),
                    Self::Place(record) => Some(&record.name),
                    $(Self::$titled(record) => Some(&record.title),)+
                    _ => None,
                }
            }

            /// The other names of what the record is about.
            pub fn aliases(&self) -> &[Alias] {
                match self {
                    $(Self::$named(record) => &record.aliases,)+
                    _ => &[],
                }
            }

            /// On what the record depends: for events and positions.
            pub fn conditions(&self) -> &[Condition] {
                match self {
                    Self::Event(record) => &record.conditions,
                    Self::Position(record) => &record.conditions,
                    _ => &[],
                }
            }

            /// For when it is planned or owed: for events and positions.
            pub fn due(&self) -> Option<&Edtf> {
                match self {
                    Self::Event(record) => record.due.as_ref(),
                    Self::Position(record) => record.due.as_ref(),
                    _ => None,
                }
            }

            /// When what the record says was so: for the kinds that have a `when`.
            pub fn when(&self) -> Option<&Edtf> {
                match self {
                    $(Self::$dated(record) => record.when.as_ref(),)+
                    _ => None,
                }
            }

            fn of_kind<'de, D: Deserializer<'de>>(kind: Kind, fields: D) -> Result<Self, D::Error> {
                match kind {
                    $(Kind::$variant => $name::deserialize(fields).map(Self::$variant),)+
                }
            }
        }
    };
}

entities! {
    all:
        Dataset(Manifest),
        Source(Source),
        Actor(Actor),
        Place(Place),
        Event(Event),
        Relationship(Relationship),
        Interest(Interest),
        Issue(Issue),
        Position(Position),
        Observation(Observation),
        Statement(Statement),
        Identity(Identity),;
    facts: Actor, Place, Event, Relationship, Interest, Issue, Position, Observation, Statement;
    dated: Event, Relationship, Position, Observation, Statement;
    titled: Dataset, Source, Event, Interest, Issue;
    named: Source, Actor, Place, Event, Issue;
}

/// The key under which an editor finds the schema.
pub(crate) const SCHEMA_KEY: &str = "$schema";

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Strict(deserializer).deserialize_map(RecordVisitor)
    }
}

struct RecordVisitor;

impl<'de> de::Visitor<'de> for RecordVisitor {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record, which is an object with a `kind`")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Record, A::Error> {
        let mut fields = Fields { before: Vec::new().into_iter(), value: None, rest: map, schema_seen: false };
        let mut before = Vec::new();
        while let Some(key) = fields.next_key::<String>()? {
            if key == "kind" {
                let kind = fields.next_value()?;
                fields.before = before.into_iter();
                return Record::of_kind(kind, MapAccessDeserializer::new(fields));
            }
            let StrictValue(value) = fields.next_value()?;
            before.push((key, value));
        }
        Err(de::Error::missing_field("kind"))
    }
}

/// The fields of a record but its kind: those that stood before it, then the rest; never `$schema`.
struct Fields<A> {
    before: std::vec::IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
    schema_seen: bool,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((key, value)) = self.before.next() {
            self.value = Some(value);
            return seed.deserialize(key.into_deserializer()).map(Some);
        }
        while let Some(key) = self.rest.next_key::<String>()? {
            if key != SCHEMA_KEY {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            if std::mem::replace(&mut self.schema_seen, true) {
                return Err(de::Error::duplicate_field(SCHEMA_KEY));
            }
            self.rest.next_value::<String>()?;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(Strict(value)).map_err(de::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}
