//! What the schema finds wrong with a record.

use standpoint_report::{Change, Code, Part};

/// What is wrong with a record, and where in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static Code,
    pub(crate) pointer: String,
    pub(crate) part: Part,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// What becomes of the value, where nothing else can be meant.
    pub(crate) change: Option<Change>,
    /// What names the record that is meant, if that is still to be found: its kind, if one is known, a slash and a name.
    pub(crate) missing: Option<String>,
}

impl Fault {
    /// The same fault where somebody has to say first what the field, or the record, is meant to be.
    pub(super) fn in_doubt(self) -> Self {
        Self { change: None, ..self }
    }
}

/// How much an error tells about the place where it is raised. Of several at one value, the weightiest are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Some keyword of the schema.
    Keyword,
    /// The model's own type, which says it best.
    Type,
    /// A value of another JSON type, or a number out of bounds, of which nothing else is worth saying.
    JsonType,
    /// A field too many or too few, of which there may be several at one value.
    Field,
}
