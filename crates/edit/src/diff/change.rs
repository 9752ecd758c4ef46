//! What became of a record, and what it says differently.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use standpoint_model::Kind;

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordDiff {
    /// Its kind.
    pub kind: Kind,
    /// Its id, as it is now.
    pub id: String,
    /// Its name, title or text, as it is now.
    pub name: String,
    /// What became of it as a whole.
    pub fate: Fate,
    /// The id that it had before, if it has another one now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<String>,
    /// What it says differently. Empty for a record that is new or gone.
    pub changes: Vec<Change>,
}

/// What became of a record as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It was withdrawn.
    Retracted,
    /// It was withdrawn, and stands again.
    Restored,
    /// It is there in both.
    Kept,
}

/// Something that a record says differently.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Change {
    /// What sort of difference it makes.
    pub meaning: Meaning,
    /// Where it stands, as the path of a reading does: `basis.standpoints[actor/highland-league].when`.
    pub field: String,
    /// What stood there. Nothing, if nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What stands there. Nothing, if nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
    /// The change in words.
    pub text: String,
}

/// What sort of difference a change makes, the greatest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Something else is said.
    Fact,
    /// A date or a figure is more or less exact than it was.
    Precision,
    /// The source puts it in another way.
    Modality,
    /// Somebody else, or nobody any more, asserts or denies it.
    Standpoint,
    /// It rests on something else, or on more or less.
    Evidence,
    /// Names and texts are put in other words. Whether they mean the same, a reader has to judge.
    Wording,
    /// What the dataset notes for itself: notes, codes, handling, waivers, the manifest.
    Keeping,
}

/// Which part of a version number should grow, the least first.
///
/// The third number for what says nothing new: evidence, wording, notes. The second for what says something else or more. The
/// first where what others may rest on is gone: a record, or the id that it had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// None: the two are the same.
    None,
    /// The third.
    Patch,
    /// The second.
    Minor,
    /// The first.
    Major,
}

impl RecordDiff {
    /// Which part of the version number this asks for.
    pub(super) fn step(&self) -> Step {
        match self.fate {
            Fate::Removed | Fate::Retracted => Step::Major,
            _ if self.moved_from.is_some() => Step::Major,
            Fate::Added | Fate::Restored => Step::Minor,
            Fate::Kept => self.changes.iter().map(|change| change.meaning.step()).max().unwrap_or(Step::None),
        }
    }
}

impl Meaning {
    fn step(self) -> Step {
        match self {
            Self::Fact | Self::Precision | Self::Modality | Self::Standpoint => Step::Minor,
            Self::Evidence | Self::Wording | Self::Keeping => Step::Patch,
        }
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fact => "fact",
            Self::Precision => "precision",
            Self::Modality => "modality",
            Self::Standpoint => "standpoint",
            Self::Evidence => "evidence",
            Self::Wording => "wording",
            Self::Keeping => "keeping",
        })
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}
