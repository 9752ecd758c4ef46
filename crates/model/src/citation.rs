//! Places in sources.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Id, Source, Span, Text, constructor::constructor, lexical::present};

/// One place in one source: by span if the source's text is on record, otherwise by locator.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Citation {
    /// The source.
    #[schemars(example = &"source/annual-report")]
    pub source: Id<Source>,
    /// The stretch of the source's text, as `standpoint cite` prints it. Every citation of a source with text has one in the end.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The words to look for, while the record is being written: `standpoint validate --fix` puts the `span` in their place. Not a `quote`, which stays.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"crossed the river at dawn")]
    pub words: Option<Text>,
    /// The words themselves, to be shown to readers: only for a source that is `quotable`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The words as they stand in the source.")]
    pub quote: Option<Text>,
    /// Where in a source that has no text on record: a page, a table, a row, a minute of a film.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"page 12, table 3")]
    pub locator: Option<Text>,
}

constructor! {
    Citation(source: Id<Source>)
    span, words, quote, locator
}
