//! A record and where it stands.

use std::{fmt, ops::Range};

use standpoint_model::{Citation, Entity, Identity, Record, Status};
use standpoint_report::{Part, Place, Spot};

/// A record that the types accept, and where it stands.
pub struct Entry {
    pub(crate) record: Record,
    pub(crate) document: usize,
    pub(crate) bytes: Range<usize>,
    /// Whether no record before it has its id.
    pub(crate) is_first: bool,
}

impl Entry {
    /// The record.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The value at a JSON Pointer.
    pub fn value(&self, pointer: impl Into<String>) -> Place {
        self.place(pointer.into(), Part::Value)
    }

    /// The key at a JSON Pointer.
    pub fn key(&self, pointer: impl Into<String>) -> Place {
        self.place(pointer.into(), Part::Key)
    }

    /// The citations that the record rests on, those of its standpoints and conditions included, and where each stands.
    pub fn citations(&self) -> impl Iterator<Item = (CitationPlace, &Citation)> {
        self.evidence().flat_map(|(list, evidence)| {
            evidence.iter().enumerate().map(move |(index, citation)| (CitationPlace { list, index }, citation))
        })
    }

    /// The lists of citations of the record, and what each is evidence of.
    pub(crate) fn evidence(&self) -> impl Iterator<Item = (EvidenceList, &[Citation])> {
        let basis = self.record.basis();
        let own = basis.map(|basis| (EvidenceList::Record, &*basis.evidence));
        let identity =
            Identity::from_record(&self.record).map(|identity| (EvidenceList::Identity, &*identity.evidence));
        let standpoints = basis.into_iter().flat_map(|basis| basis.standpoints.iter().enumerate());
        let standpoints = standpoints.map(|(index, of)| (EvidenceList::Standpoint(index), &*of.evidence));
        let conditions = self.record.conditions().iter().enumerate();
        let conditions = conditions.map(|(index, of)| (EvidenceList::Condition(index), &*of.evidence));
        own.into_iter().chain(identity).chain(standpoints).chain(conditions)
    }

    /// Those of them that cite a source.
    pub(crate) fn citations_of(&self, source: &str) -> impl Iterator<Item = (CitationPlace, &Citation)> {
        self.citations().filter(move |(_, citation)| citation.source.as_str() == source)
    }

    /// The record's own id.
    pub(crate) fn id(&self) -> Place {
        self.value("/id")
    }

    /// The record as one of a given kind, if it stands.
    pub(crate) fn current<E: Entity>(&self) -> Option<&E> {
        if self.record.status() == Status::Current { E::from_record(&self.record) } else { None }
    }

    fn place(&self, pointer: String, part: Part) -> Place {
        Place { document: self.document, spot: Spot::Pointer { record: self.bytes.clone(), pointer, part } }
    }
}

/// Where a citation stands in its record. It displays as a JSON Pointer.
#[derive(Clone, Copy)]
pub struct CitationPlace {
    list: EvidenceList,
    index: usize,
}

/// A list of citations in a record. It displays as a JSON Pointer.
#[derive(Clone, Copy)]
pub(crate) enum EvidenceList {
    /// That of the record itself.
    Record,
    /// That of an identity, which has no basis.
    Identity,
    /// That of the standpoint at this place in its list.
    Standpoint(usize),
    /// That of the condition at this place in its list.
    Condition(usize),
}

impl CitationPlace {
    /// Whether the record itself rests on it, rather than a part of it.
    pub fn is_of_record(self) -> bool {
        matches!(self.list, EvidenceList::Record)
    }
}

impl fmt::Display for CitationPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.list, self.index)
    }
}

impl fmt::Display for EvidenceList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record => f.write_str("/basis/evidence"),
            Self::Identity => f.write_str("/evidence"),
            Self::Standpoint(index) => write!(f, "/basis/standpoints/{index}/evidence"),
            Self::Condition(index) => write!(f, "/conditions/{index}/evidence"),
        }
    }
}
