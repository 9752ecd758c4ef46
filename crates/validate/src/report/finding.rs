//! What a check finds, with places in terms of the data: keys and values of records.

use std::ops::Range;

use crate::Code;

/// Something wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What sort of mistake it is.
    pub(crate) code: &'static Code,
    /// Where it is. Nothing, where it is about the dataset as a whole.
    pub(crate) place: Option<Place>,
    /// What is wrong, in one sentence.
    pub(crate) message: String,
    /// Other places that have to do with it.
    pub(crate) related: Vec<Related>,
    /// What to do.
    pub(crate) help: Option<String>,
    /// What mends it beyond doubt.
    pub(crate) repair: Option<Repair>,
    /// The id that is missing, if one is: the help may name the one that is meant.
    pub(crate) missing: Option<String>,
    /// The id that should be named somewhere, if nothing is wrong but that it is not: perhaps one that is missing means it.
    pub(crate) unnamed: Option<String>,
    /// Whether all findings of the code in a file are told as one.
    pub(crate) is_of_many: bool,
}

/// A change that can be made without asking, at a place in the document of its finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repair {
    pub(crate) place: Place,
    pub(crate) change: Change,
}

/// What becomes of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// This JSON stands in its place.
    Replace(String),
    /// It goes: from a list with its comma, from an object with its key.
    Remove,
    /// The byte order mark before the text goes.
    DropMark,
}

/// A place that has to do with a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Related {
    /// Where.
    pub(crate) place: Place,
    /// What is there.
    pub(crate) message: String,
}

/// A place in a document that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// Which document: its index among those that were read.
    pub(crate) document: usize,
    /// Where in it.
    pub(crate) spot: Spot,
}

/// A place within a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

impl Change {
    /// This text stands in its place.
    pub(crate) fn text(text: &str) -> Self {
        Self::Replace(serde_json::Value::from(text).to_string())
    }
}

impl Place {
    pub(crate) fn bytes(document: usize, range: Range<usize>) -> Self {
        Self { document, spot: Spot::Bytes(range) }
    }

    /// The document, and where the bytes or the record begin in it.
    pub(crate) fn start(&self) -> (usize, usize) {
        match &self.spot {
            Spot::Bytes(bytes) => (self.document, bytes.start),
            Spot::Pointer { record, .. } => (self.document, record.start),
        }
    }
}

impl Finding {
    pub(crate) fn new(code: &'static Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self {
            code,
            place: place.into(),
            message: message.into(),
            related: Vec::new(),
            help: None,
            repair: None,
            missing: None,
            unnamed: None,
            is_of_many: false,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// `change` at `place` mends it.
    pub(crate) fn repair(mut self, place: Place, change: Change) -> Self {
        self.repair = Some(Repair { place, change });
        self
    }

    /// No record has this id.
    pub(crate) fn missing(mut self, id: &str) -> Self {
        self.missing = Some(id.into());
        self
    }

    /// No record names this id.
    pub(crate) fn unnamed(mut self, id: &str) -> Self {
        self.unnamed = Some(id.into());
        self
    }

    /// There may be many more in the file, all of which are told as one.
    pub(crate) fn of_many(mut self) -> Self {
        self.is_of_many = true;
        self
    }

    pub(crate) fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }
}
