//! What the formats for bibliographies share.

use standpoint_model::{Code, Source};

use crate::Loss;

/// What they have no place for.
pub(crate) const NOT_HELD: [Loss; 11] = [
    Loss::every("dataset", "the manifest: a bibliography holds sources"),
    Loss::every("actor", "actors: a bibliography holds sources"),
    Loss::every("place", "places: a bibliography holds sources"),
    Loss::every("event", "events: a bibliography holds sources"),
    Loss::every("relationship", "relationships: a bibliography holds sources"),
    Loss::every("interest", "interests: a bibliography holds sources"),
    Loss::every("issue", "issues: a bibliography holds sources"),
    Loss::every("position", "positions: a bibliography holds sources"),
    Loss::every("observation", "observations: a bibliography holds sources"),
    Loss::every("statement", "statements: a bibliography holds sources"),
    Loss::every("identity", "identities: a bibliography holds sources"),
];

/// The identifier that a scheme gives to the document.
pub(crate) fn code<'a>(source: &'a Source, scheme: &str) -> Option<&'a Code> {
    source.codes.iter().find(|code| code.scheme.as_str() == scheme)
}
