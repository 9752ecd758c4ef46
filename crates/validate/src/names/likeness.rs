//! Two records that may be one thing.

use standpoint_model::Record;

/// How two records that have a name or a code in common may belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameTie {
    /// They may be one thing, for they have one code.
    Code,
    /// They may be one thing, for their names are spellings, translations or abbreviations of one another.
    Spelling,
    /// They may be one thing that got another name.
    Renamed,
    /// The one ended before the other began. Whether they are one thing is in question.
    Successor,
    /// They are two things, of which the one may be a part or a branch of the other.
    Part,
}

/// Two records that may be one thing, and why.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Likeness<'d> {
    /// The records, in the order of their ids.
    pub members: [&'d Record; 2],
    /// How they may belong together.
    pub tie: NameTie,
    /// How like they are, from 0 to 1. It is no probability.
    pub degree: f64,
    /// What speaks for it, in plain words.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub doubts: Vec<String>,
}
