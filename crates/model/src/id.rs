//! Record identifiers, typed by the kinds they may name.

use std::{
    borrow::{Borrow, Cow},
    cmp::Ordering,
    fmt,
    hash::Hash,
    hash::Hasher,
    marker::PhantomData,
    str::FromStr,
};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    Kind,
    shape::{FORM, Form},
};

/// The kinds of record that an [`Id`] may name.
///
/// A record type names its own kind; [`AnyRecord`] and the other marks name several. No other type can be such a mark.
pub trait Kinds: sealed::Sealed {
    /// The kinds, in the order of [`Kind::ALL`].
    const KINDS: &'static [Kind];
}

/// Keeps [`Kinds`] to this crate.
pub(crate) mod sealed {
    /// A record type, or a mark of several.
    pub trait Sealed {}
}

/// Declares a mark of several kinds.
macro_rules! mark {
    ($(#[$about:meta])+ $mark:ident: $($kind:ident)+) => {
        $(#[$about])+
        #[derive(Debug, Clone, Copy)]
        pub enum $mark {}

        impl sealed::Sealed for $mark {}

        impl Kinds for $mark {
            const KINDS: &'static [Kind] = &[$(Kind::$kind),+];
        }
    };
}

mark! {
    /// Marks an id that may name an actor or a place.
    ActorOrPlace: Actor Place
}

mark! {
    /// Marks an id that may name an event or a position: what something else can depend on.
    EventOrPosition: Event Position
}

mark! {
    /// Marks an id that may name an event or a statement: what can be a cause.
    EventOrStatement: Event Statement
}

mark! {
    /// Marks an id that may name any record that something can be said of: all but the manifest and the identities, which
    /// speak of records themselves.
    AnyRecord: Source Actor Place Event Relationship Interest Issue Position Observation Statement
}

/// The id of a record: `<kind>/<slug>`, the slug being lower-case ASCII letters and digits in words joined by hyphens.
///
/// The type parameter says which kinds the id may name, so that `Id<Actor>` cannot hold the id of an event.
/// At most [`Id::MAX_LENGTH`] characters. An id of one kind becomes, by `into`, one of a mark that admits this kind.
///
/// ```
/// use standpoint_model::{Actor, Id, RecordId};
///
/// let id: Id<Actor> = "actor/highland-league".parse()?;
/// assert_eq!(id, "actor/highland-league");
/// assert_eq!(id.slug(), "highland-league");
/// assert!("event/bridge-attack".parse::<Id<Actor>>().is_err());
///
/// let of_any_kind: RecordId = id.into();
/// assert_eq!(of_any_kind.kind(), standpoint_model::Kind::Actor);
/// # Ok::<(), standpoint_model::IdError>(())
/// ```
pub struct Id<K> {
    text: Box<str>,
    kinds: PhantomData<fn() -> K>,
}

/// The id of any record that something can be said of.
pub type RecordId = Id<AnyRecord>;

/// Why a string is not an [`Id`] of the kinds asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// The part before the slash is not one of the kinds that may stand here.
    #[error("`{id}` does not name {expected}; the part before the slash must be its kind")]
    WrongKind {
        /// The string.
        id: String,
        /// What may stand here, as people say it: "an actor or an event".
        expected: String,
    },
    /// The part after the slash is not a slug.
    #[error(
        "`{id}` is not an id: after the slash come lower-case letters and digits, in words joined by single hyphens"
    )]
    BadSlug {
        /// The string.
        id: String,
    },
    /// More than [`Id::MAX_LENGTH`] characters.
    #[error("an id has at most {} characters, this one has {length}", Id::<AnyRecord>::MAX_LENGTH)]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
}

impl<K> Id<K> {
    /// The largest number of characters in an id.
    pub const MAX_LENGTH: usize = 200;

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part after the slash.
    pub fn slug(&self) -> &str {
        self.text.split_once('/').map_or("", |(_, slug)| slug)
    }
}

impl<K: Kinds> Id<K> {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`IdError`] where the prefix is not one of `K`'s kinds or the rest is not a slug.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let length = text.chars().count();
        if length > Self::MAX_LENGTH {
            return Err(IdError::TooLong { length });
        }
        let Some((_, slug)) =
            text.split_once('/').filter(|(prefix, _)| K::KINDS.iter().any(|kind| kind.as_str() == *prefix))
        else {
            return Err(IdError::WrongKind { id: text.into(), expected: expected(K::KINDS) });
        };
        if !is_slug(slug) {
            return Err(IdError::BadSlug { id: text.into() });
        }
        Ok(Self { text: text.into(), kinds: PhantomData })
    }

    /// The kind of the record that the id names.
    pub fn kind(&self) -> Kind {
        // The constructor admits no other prefix.
        Kind::of_id(&self.text).unwrap_or(K::KINDS[0])
    }

    /// The same id under a mark that admits all kinds of this one.
    pub(crate) fn widened<L: Kinds>(self) -> Id<L> {
        debug_assert!(K::KINDS.iter().all(|kind| L::KINDS.contains(kind)), "{self} may name more");
        Id { text: self.text, kinds: PhantomData }
    }

    /// The same id, for use where other kinds may stand. Where more kinds may stand, `into` cannot fail.
    ///
    /// # Errors
    ///
    /// [`IdError::WrongKind`] where the record's kind is not among `L`'s.
    pub fn cast<L: Kinds>(&self) -> Result<Id<L>, IdError> {
        Id::new(&self.text)
    }
}

/// Whether `text` is `[a-z0-9]+(-[a-z0-9]+)*`.
pub(crate) fn is_slug(text: &str) -> bool {
    text.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// The kinds as a phrase: "an actor or an event".
fn expected(kinds: &[Kind]) -> String {
    if kinds.len() == AnyRecord::KINDS.len() {
        return "a record".into();
    }
    let phrases: Vec<String> = kinds
        .iter()
        .map(|kind| {
            let article = if kind.as_str().starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
            format!("{article} {kind}")
        })
        .collect();
    phrases.join(" or ")
}

// Written out, because a derive would ask for the same of `K`, which is only a mark.
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), kinds: PhantomData }
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<K> AsRef<str> for Id<K> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

// An id is ordered and hashed as its text is, so that a map of ids can be asked with a text.
impl<K> Borrow<str> for Id<K> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<K> PartialEq<str> for Id<K> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<K> PartialEq<&str> for Id<K> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<K: Kinds> TryFrom<&str> for Id<K> {
    type Error = IdError;

    fn try_from(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl<K: Kinds> TryFrom<String> for Id<K> {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(&text)
    }
}

impl<K: Kinds> FromStr for Id<K> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, K: Kinds> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::lexical::deserialize(deserializer, "an id", Self::new)
    }
}

impl<K: Kinds> JsonSchema for Id<K> {
    fn schema_name() -> Cow<'static, str> {
        let names: String = K::KINDS.iter().map(|kind| capitalised(kind.as_str())).collect();
        if K::KINDS.len() == AnyRecord::KINDS.len() { "RecordId".into() } else { format!("{names}Id").into() }
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = K::KINDS.iter().map(|kind| kind.as_str()).collect();
        let prefix = if let [name] = names[..] { name.to_owned() } else { format!("({})", names.join("|")) };
        let examples: Vec<String> = names.iter().map(|name| format!("{name}/short-name")).collect();
        json_schema!({
            "description": format!(
                "The id of {}: its kind, a slash, and a short name in lower-case letters, digits and hyphens.",
                expected(K::KINDS)
            ),
            "type": "string",
            "pattern": format!("^{prefix}/[a-z0-9]+(-[a-z0-9]+)*$"),
            "maxLength": Self::MAX_LENGTH,
            "examples": examples,
            FORM: Form::Id(K::KINDS.to_vec()),
        })
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
