//! What a check finds, with places in terms of the data: keys and values of records.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::Code;

/// Something wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What sort of mistake it is.
    pub code: &'static Code,
    /// Where it is. Nothing, where it is about the dataset as a whole.
    pub place: Option<Place>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Other places that have to do with it.
    pub related: Vec<RelatedPlace>,
    /// What to do.
    pub help: Option<String>,
    /// What mends it beyond doubt, all together.
    pub repairs: Vec<Repair>,
    /// The id that is missing, if one is: the help may name the one that is meant.
    pub missing: Option<String>,
    /// The id that should be named somewhere, if nothing is wrong but that it is not: perhaps one that is missing means it.
    pub unnamed: Option<String>,
    /// With which others of its code it is told as one in a file, if with any: those of the same group.
    pub group: Option<String>,
}

/// A change that can be made without asking, at a place in the document of its finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Repair {
    /// The place of the value.
    pub place: Place,
    /// What becomes of it.
    pub change: Change,
}

/// What becomes of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// This JSON stands in its place.
    Replace(String),
    /// The field that has it gets another name and this JSON as its value.
    Field {
        /// The name.
        name: String,
        /// The value.
        json: String,
    },
    /// It goes: from a list with its comma, from an object with its key.
    Remove,
    /// The byte order mark before the text goes.
    DropMark,
}

/// A place that has to do with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RelatedPlace {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// A place in a document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which document: its index among those that were read.
    pub document: usize,
    /// Where in it.
    pub spot: Spot,
}

/// A place within a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spot {
    /// These bytes of its text.
    Bytes(Range<usize>),
    /// A key or a value of a record, which becomes bytes once, when the report is made.
    Pointer {
        /// The bytes of the record.
        record: Range<usize>,
        /// The JSON Pointer (RFC 6901) of the value.
        pointer: String,
        /// Which of the two.
        part: Part,
    },
}

/// The key of a field or its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

impl Change {
    /// This text stands in its place.
    pub fn text(text: &str) -> Self {
        Self::Replace(serde_json::Value::from(text).to_string())
    }
}

impl Place {
    /// These bytes of a document, by its index among those that were read. The cells of a table have such places.
    pub fn bytes(document: usize, range: Range<usize>) -> Self {
        Self { document, spot: Spot::Bytes(range) }
    }

    /// The document, and where the bytes or the record begin in it.
    pub fn start(&self) -> (usize, usize) {
        match &self.spot {
            Spot::Bytes(bytes) => (self.document, bytes.start),
            Spot::Pointer { record, .. } => (self.document, record.start),
        }
    }
}

impl Finding {
    /// Something wrong at a place, or with the dataset as a whole.
    pub fn new(code: &'static Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self {
            code,
            place: place.into(),
            message: message.into(),
            related: Vec::new(),
            help: None,
            repairs: Vec::new(),
            missing: None,
            unnamed: None,
            group: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to do, if that is known.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Says that `change` at `place` mends it, because nothing else can be meant.
    #[must_use]
    pub fn repair(mut self, place: Place, change: Change) -> Self {
        self.repairs.push(Repair { place, change });
        self
    }

    /// Says that no record has this id.
    #[must_use]
    pub fn missing(mut self, id: &str) -> Self {
        self.missing = Some(id.into());
        self
    }

    /// Says that no record names this id.
    #[must_use]
    pub fn unnamed(mut self, id: &str) -> Self {
        self.unnamed = Some(id.into());
        self
    }

    /// Says that there may be many more of its code in the file, all of which are told as one.
    #[must_use]
    pub fn of_many(self) -> Self {
        self.of_group("")
    }

    /// Says that all of its code and of this group in a file are told as one.
    #[must_use]
    pub fn of_group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Points at another place that has to do with it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(RelatedPlace { place, message: message.into() });
        self
    }
}
