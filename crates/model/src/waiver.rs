//! Findings about a record that are no mistakes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Slug, Text, constructor::constructor};

/// A finding of `standpoint validate` about this record that is no mistake, and why. It is no part of what the record
/// says.
///
/// A finding that calls for judgement can be waived; that something is no record, or names what does not exist, cannot.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Waiver {
    /// The code of the finding, as `standpoint validate` prints it.
    #[schemars(example = &"possible-duplicate")]
    pub code: Slug,
    /// Why the record is right all the same, for whoever reads it next.
    #[schemars(example = &"Two raids on one day: page 3 tells of both.")]
    pub why: Text,
}

constructor! {
    Waiver(code: Slug, why: Text)
}
