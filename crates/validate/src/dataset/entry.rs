//! A record and where it stands.

use std::{fmt, ops::Range};

use standpoint_model::{Citation, Entity, Record, Status};
use standpoint_report::{Part, Place, Spot};

/// A record that the types accept, and where it stands.
pub(crate) struct Entry {
    pub(crate) record: Record,
    pub(crate) document: usize,
    pub(crate) bytes: Range<usize>,
    /// Whether no record before it has its id.
    pub(crate) is_first: bool,
}

impl Entry {
    /// The value at a JSON Pointer.
    pub(crate) fn value(&self, pointer: impl Into<String>) -> Place {
        self.place(pointer.into(), Part::Value)
    }

    /// The key at a JSON Pointer.
    pub(crate) fn key(&self, pointer: impl Into<String>) -> Place {
        self.place(pointer.into(), Part::Key)
    }

    /// The citations that the record rests on, those of its standpoints included, and where each stands.
    pub(crate) fn citations(&self) -> impl Iterator<Item = (CitationPlace, &Citation)> {
        fn listed(
            standpoint: Option<usize>,
            evidence: &[Citation],
        ) -> impl Iterator<Item = (CitationPlace, &Citation)> {
            evidence.iter().enumerate().map(move |(index, citation)| (CitationPlace { standpoint, index }, citation))
        }
        let basis = self.record.basis();
        let own = basis.into_iter().flat_map(|basis| listed(None, &basis.evidence));
        let standpoints = basis.into_iter().flat_map(|basis| basis.standpoints.iter().enumerate());
        own.chain(standpoints.flat_map(|(index, standpoint)| listed(Some(index), &standpoint.evidence)))
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
pub(crate) struct CitationPlace {
    /// The standpoint that rests on it, if it is not the record.
    standpoint: Option<usize>,
    index: usize,
}

impl CitationPlace {
    /// Whether the record itself rests on it, rather than one of its standpoints.
    pub(crate) fn is_of_record(self) -> bool {
        self.standpoint.is_none()
    }
}

impl fmt::Display for CitationPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/basis")?;
        if let Some(standpoint) = self.standpoint {
            write!(f, "/standpoints/{standpoint}")?;
        }
        write!(f, "/evidence/{}", self.index)
    }
}
