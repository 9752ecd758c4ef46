//! All that was submitted: the documents, the records in them, and the ids that are known.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

use hashbrown::{HashMap, hash_map::EntryRef};
use rayon::prelude::*;
use serde_json::Value;
use standpoint_model::{Citation, Entity, Id, Kind, Manifest, Record, RecordId, Status};

use crate::{
    Document, Error, code,
    finding::{Finding, Part, Place, Spot},
    malformed,
    meant::word::did_you_mean_id,
    reader::{self, Arrangement, Input},
    rules::{RULES, Rule},
    schema, syntax,
};

/// How many records are worth the start of threads.
const WORTH_THREADS: usize = 1000;

/// How many records are parsed at a time, so that no more of them wait to be taken.
const CHUNK: usize = 1 << 14;

/// A record that the types accept, and where it stands.
pub(crate) struct Entry {
    pub(crate) record: Record,
    pub(crate) document: usize,
    pub(crate) bytes: Range<usize>,
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

    /// The record's own id.
    pub(crate) fn id(&self) -> Place {
        self.value("/id")
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

/// All that was submitted.
#[derive(Default)]
pub(crate) struct Submission {
    pub(crate) documents: Vec<Document>,
    /// The records that the types accept, in the order in which they were read.
    pub(crate) entries: Vec<Entry>,
    /// The first of them with each id.
    first: HashMap<String, usize>,
    /// Those whose id came before.
    again: Vec<usize>,
    /// Where ids are given to records that the types refuse.
    refused_ids: BTreeMap<String, Vec<Place>>,
    /// Every string in records that the types refuse: whatever they name counts as named, so that one mistake does not
    /// become two.
    pub(crate) refused: BTreeSet<String>,
    /// How many records the types refuse, those among them that are no JSON.
    pub(crate) refused_records: usize,
    /// The kinds of records that the types refuse.
    pub(crate) refused_kinds: BTreeSet<Kind>,
    /// The kinds of records that the types refuse and that have no id that one could name.
    nameless_kinds: BTreeSet<Kind>,
    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) complete: bool,
    /// Files that lay beside those of records.
    pub(crate) passed_over: Vec<PathBuf>,
}

impl Submission {
    /// Reads what lies under `paths` and applies every rule to it.
    pub(crate) fn checked<P: AsRef<Path>>(paths: &[P], findings: &mut Vec<Finding>) -> Result<Self, Error> {
        let submission = Self::read(paths, findings)?;
        let found = |rule: &&Rule| {
            let mut found = Vec::new();
            (rule.check)(&submission, &mut found);
            found
        };
        if submission.entries.len() < WORTH_THREADS {
            findings.extend(RULES.iter().flat_map(found));
        } else {
            findings.par_extend(RULES.par_iter().flat_map_iter(found));
        }
        Ok(submission)
    }

    /// Reads what lies under `paths`. Findings are about single files and records.
    fn read<P: AsRef<Path>>(paths: &[P], findings: &mut Vec<Finding>) -> Result<Self, Error> {
        let inputs = reader::read(paths)?;
        findings.extend(inputs.findings);
        let mut submission = Self { complete: true, passed_over: inputs.passed_over, ..Self::default() };
        for (document, input) in inputs.files.into_iter().enumerate() {
            if input.readable {
                submission.take(&input, document, findings);
            } else {
                submission.complete = false;
            }
            submission.documents.push(input.document);
        }
        Ok(submission)
    }

    fn take(&mut self, input: &Input, document: usize, findings: &mut Vec<Finding>) {
        let text = input.document.text();
        match syntax::split(text, input.arrangement, document) {
            Ok(records) => {
                let mut found = Vec::new();
                for records in records.chunks(CHUNK) {
                    self.take_records(text, records, document, &mut found);
                }
                if input.arrangement == Arrangement::Lines {
                    malformed::join_lines(text, document, &mut found);
                }
                findings.extend(found);
            }
            Err(finding) => {
                self.complete = false;
                findings.push(*finding);
            }
        }
    }

    fn take_records(&mut self, text: &str, records: &[Range<usize>], document: usize, findings: &mut Vec<Finding>) {
        // Most records are good; whatever the types accept the schema accepts.
        let parse = |bytes: &Range<usize>| serde_json::from_str::<Record>(&text[bytes.clone()]).ok();
        let parsed: Vec<Option<Record>> = if records.len() < WORTH_THREADS {
            records.iter().map(parse).collect()
        } else {
            records.par_iter().map(parse).collect()
        };
        for (bytes, record) in records.iter().cloned().zip(parsed) {
            match record {
                Some(record) => self.accept(record, document, bytes),
                None => self.take_doubtful(text, bytes, document, findings),
            }
        }
    }

    /// Takes what the types refuse, and says why.
    fn take_doubtful(&mut self, text: &str, bytes: Range<usize>, document: usize, findings: &mut Vec<Finding>) {
        let before = findings.len();
        let Some(value) = syntax::parse(text, &bytes, document, findings) else {
            self.complete = false;
            self.refused_records += 1;
            return;
        };
        let schema::Diagnosis { kind, faults } = schema::diagnose(&value);
        findings.extend(faults.into_iter().map(|fault| {
            let spot = Spot::Pointer { record: bytes.clone(), pointer: fault.pointer, part: fault.part };
            Finding::new(fault.code, Place { document, spot }, fault.message).maybe_help(fault.help)
        }));
        match serde_json::from_value::<Record>(value.clone()) {
            Ok(record) => self.accept(record, document, bytes),
            Err(error) => {
                self.refused_records += 1;
                strings(&value, &mut self.refused);
                self.refuse(&value, kind, document, &bytes);
                if findings.len() == before {
                    findings.push(Finding::new(
                        &code::INVALID_FORMAT,
                        Place::bytes(document, bytes),
                        error.to_string(),
                    ));
                }
            }
        }
    }

    fn accept(&mut self, record: Record, document: usize, bytes: Range<usize>) {
        let index = self.entries.len();
        match self.first.entry_ref(record.id()) {
            EntryRef::Occupied(_) => self.again.push(index),
            EntryRef::Vacant(place) => _ = place.insert(index),
        }
        self.entries.push(Entry { record, document, bytes });
    }

    /// Remembers what is known of a record that the types refuse, so that others are not blamed for naming it.
    fn refuse(&mut self, value: &Value, kind: Option<Kind>, document: usize, bytes: &Range<usize>) {
        let id = value.get("id").and_then(Value::as_str);
        self.refused_kinds.extend(kind);
        if let Some(id) = id.filter(|id| RecordId::new(id).is_ok() || Id::<Manifest>::new(id).is_ok()) {
            let spot = Spot::Pointer { record: bytes.clone(), pointer: "/id".into(), part: Part::Value };
            self.refused_ids.entry(id.to_owned()).or_default().push(Place { document, spot });
        } else if let Some(kind) = kind {
            self.nameless_kinds.insert(kind);
        } else {
            self.complete = false;
        }
    }

    /// Whether there is a record with this id, or one that was refused and may have been meant to have it.
    pub(crate) fn may_exist(&self, id: &str) -> bool {
        self.first.contains_key(id)
            || self.refused_ids.contains_key(id)
            || Kind::of_id(id).is_some_and(|kind| self.nameless_kinds.contains(&kind))
    }

    /// Every id, also those of records that the types refuse, in no particular order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.first.keys().map(String::as_str).chain(self.refused_ids.keys().map(String::as_str))
    }

    /// The ids that several records may have: where each of them has it, in the order of reading.
    pub(crate) fn shared_ids(&self) -> BTreeMap<&str, Vec<Place>> {
        let mut shared: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (id, places) in &self.refused_ids {
            shared.insert(id, places.clone());
        }
        for &index in &self.again {
            let entry = &self.entries[index];
            shared.entry(entry.record.id()).or_default().push(entry.id());
        }
        for (id, places) in &mut shared {
            places.extend(self.entry(id).map(Entry::id));
            places.sort_by_key(Place::start);
        }
        shared
    }

    /// The first record with an id.
    pub(crate) fn entry(&self, id: &str) -> Option<&Entry> {
        self.first.get(id).map(|&index| &self.entries[index])
    }

    /// The first record with an id, as one of a given kind.
    pub(crate) fn get<E: Entity>(&self, id: &str) -> Option<&E> {
        self.entry(id).and_then(|entry| E::from_record(&entry.record))
    }

    /// Every record of a kind that is not retracted, and where it stands.
    pub(crate) fn of<E: Entity>(&self) -> impl Iterator<Item = (&Entry, &E)> {
        self.entries
            .iter()
            .filter(|entry| entry.record.status() == Status::Current)
            .filter_map(|entry| E::from_record(&entry.record).map(|record| (entry, record)))
    }

    /// The help that names the known id most like `id`, of the same kind if there is one.
    pub(crate) fn did_you_mean(&self, id: &str) -> Option<String> {
        let kind = Kind::of_id(id);
        let mut known: Vec<&str> = self.ids().filter(|known| Kind::of_id(known) == kind).collect();
        known.sort_unstable();
        did_you_mean_id(id, known)
    }
}

/// Adds every string within `value` to `found`.
fn strings(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => {
            fields.iter().filter(|(name, _)| *name != "id").for_each(|(_, field)| strings(field, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
