//! All that was submitted: the documents, the records in them, and the ids that are known.

use std::{collections::BTreeMap, fmt, ops::Range, path::PathBuf};

use hashbrown::{HashMap, hash_map::EntryRef};
use rayon::prelude::*;
use standpoint_model::{Citation, Entity, Kind, Record, Status};

use crate::{
    Document, Error, Progress, Validation,
    diagnose::{
        exact::{self, Refusals},
        malformed,
        meant::reference::nearest_id,
        syntax::{self, Stretch},
    },
    read::{
        files::{self, Files, Input},
        form::Arrangement,
    },
    report::{
        finding::{Finding, Part, Place, Spot},
        findings::Findings,
    },
    rules::{
        Check, RULES, Ruled,
        relation::{Surroundings, check_groups},
        relations, with_relations,
    },
    waivers::{Waivers, Waiving},
};

/// How many records are worth the start of threads.
const WORTH_THREADS: usize = 1000;

/// How many records are parsed at a time, so that no more of them wait to be taken.
const CHUNK: usize = 1 << 14;

/// How many missing ids get a suggestion, the first ones: with more, something else is amiss, such as a file that was left
/// out.
pub(crate) const SUGGESTIONS: usize = 100;

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

/// How many records there are, by kind, and how many citations they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    kinds: [usize; Kind::ALL.len()],
    pub(crate) citations: usize,
}

impl Counts {
    /// Counts one more record.
    pub(crate) fn add(&mut self, kind: Kind, citations: usize) {
        self.kinds[kind as usize] += 1;
        self.citations += citations;
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(kind, other)| *kind += other);
        self.citations += other.citations;
    }

    pub(crate) fn of(&self, kind: Kind) -> usize {
        self.kinds[kind as usize]
    }

    pub(crate) fn records(&self) -> usize {
        self.kinds.iter().sum()
    }
}

/// All that was submitted.
#[derive(Default)]
pub(crate) struct Submission {
    pub(crate) documents: Vec<Document>,
    /// The records that the types accept, in the order in which they were read; none of a large dataset, which is not kept.
    pub(crate) entries: Vec<Entry>,
    /// The first of them with each id.
    first: HashMap<String, usize>,
    pub(crate) refusals: Refusals,
    pub(crate) counts: Counts,
    /// Those of all records.
    pub(crate) waivers: Waivers,
    /// Files that lay beside those of records.
    pub(crate) passed_over: Vec<PathBuf>,
    /// How many bytes were read, once decompressed.
    pub(crate) bytes: u64,
    /// How far the reading had come, if it was stopped.
    pub(crate) stopped: Option<Progress>,
}

impl Submission {
    /// Reads files, keeps what they hold, and applies every rule to it.
    pub(crate) fn checked(files: &mut Files, findings: &mut Findings<'_>) -> Result<Self, Error> {
        let kept = Self::kept(files, u64::MAX, Validation::LONGEST_RECORD, findings)?;
        Ok(kept.unwrap_or_default())
    }

    /// Does so if the files have fewer bytes than `below`. No record has more than `longest`.
    pub(crate) fn kept(
        files: &mut Files,
        below: u64,
        longest: usize,
        findings: &mut Findings<'_>,
    ) -> Result<Option<Self>, Error> {
        let Some(inputs) = files::read(files, below, longest)? else { return Ok(None) };
        let mut found = inputs.findings;
        let mut submission =
            Self { passed_over: std::mem::take(&mut files.passed_over), bytes: inputs.bytes, ..Self::default() };
        for (document, (input, file)) in inputs.files.into_iter().zip(&files.found).enumerate() {
            submission.take(&input, document, longest, &mut found).map_err(|offset| file.too_long(offset, longest))?;
            submission.documents.push(input.document);
        }
        submission.check_records(&mut found);
        submission.check_dataset(&mut found);
        submission.waive(&mut found);
        findings.add_all(found);
        let missing = findings.missing(SUGGESTIONS);
        findings.conclude(&submission.meant(&missing, &[]));
        Ok(Some(submission))
    }

    /// Applies the rules about single records.
    pub(crate) fn check_records(&self, findings: &mut Vec<Finding>) {
        let found = |entry: &Entry| {
            let mut found = Vec::new();
            check_record(entry, &mut found);
            found
        };
        if self.entries.len() < WORTH_THREADS {
            findings.extend(self.entries.iter().flat_map(found));
        } else {
            findings.par_extend(self.entries.par_iter().flat_map_iter(found));
        }
    }

    /// Applies the rules about records that have to do with others.
    fn check_dataset(&self, findings: &mut Vec<Finding>) {
        self.check_whole(findings);
        let lookup = |id: &str| self.first.get(id).map(|&index| &self.entries[index]);
        let around = Surroundings { refusals: &self.refusals, lookup: &lookup };
        let found = |check: &CheckRelation| {
            let mut found = Vec::new();
            check(&self.entries, around, &mut found);
            found
        };
        if self.entries.len() < WORTH_THREADS {
            findings.extend(CHECKS.iter().flat_map(found));
        } else {
            findings.par_extend(CHECKS.par_iter().flat_map_iter(found));
        }
    }

    /// Applies the rules about the dataset as a whole.
    pub(crate) fn check_whole(&self, findings: &mut Vec<Finding>) {
        for rule in RULES {
            if let Check::Dataset(check) = rule.check {
                check(self, findings);
            }
        }
    }

    /// Takes out what is waived of what was found by rules, all of which have been applied, and adds what is wrong with
    /// the waivers.
    pub(crate) fn waive(&mut self, findings: &mut Vec<Finding>) {
        self.waivers.apply(findings);
        let is_known = self.is_complete() && self.refusals.records == 0;
        findings.extend(self.waivers.unused(is_known));
    }

    /// Takes the records of a file, unless one is longer than `longest`: then the error is where it begins.
    fn take(
        &mut self,
        input: &Input,
        document: usize,
        longest: usize,
        findings: &mut Vec<Finding>,
    ) -> Result<(), usize> {
        self.refusals.unread |= input.readable.is_empty() || input.lost > 0;
        self.refusals.records += input.lost;
        for range in &input.readable {
            let whole = Stretch { text: input.document.slice(range.clone()), document, start: range.start };
            match syntax::split(whole, input.arrangement) {
                Ok(records) => {
                    syntax::check_lengths(&records, longest)?;
                    let mut found = Vec::new();
                    for records in records.chunks(CHUNK) {
                        self.take_records(whole, records, &mut found);
                    }
                    if input.arrangement == Arrangement::Lines {
                        malformed::join_lines(whole, &mut found);
                    }
                    findings.extend(found);
                }
                Err(finding) => {
                    self.refusals.unread = true;
                    findings.push(*finding);
                }
            }
        }
        Ok(())
    }

    fn take_records(&mut self, whole: Stretch<'_>, records: &[Range<usize>], findings: &mut Vec<Finding>) {
        // Most records are good; whatever the types accept the schema accepts.
        let parse = |bytes: &Range<usize>| serde_json::from_str::<Record>(&whole.text[bytes.clone()]).ok();
        let parsed: Vec<Option<Record>> = if records.len() < WORTH_THREADS {
            records.iter().map(parse).collect()
        } else {
            records.par_iter().map(parse).collect()
        };
        for (bytes, record) in records.iter().cloned().zip(parsed) {
            let record = record.or_else(|| exact::examine(whole.part(bytes.clone()), &mut self.refusals, findings));
            if let Some(record) = record {
                let bytes = whole.part(bytes).bytes();
                let entry = Entry { record, document: whole.document, bytes, is_first: false };
                self.counts.add(entry.record.kind(), entry.citations().count());
                self.accept(entry);
            }
        }
    }

    /// Takes a record, after all that stand before it.
    fn accept(&mut self, mut entry: Entry) {
        let index = self.entries.len();
        if let EntryRef::Vacant(place) = self.first.entry_ref(entry.record.id()) {
            place.insert(index);
            entry.is_first = true;
        }
        if let Some(waiving) = Waiving::of(&entry) {
            self.waivers.add(waiving);
        }
        self.entries.push(entry);
    }

    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.refusals.unread
    }

    /// The first record with an id, as one of a given kind.
    pub(crate) fn get<E: Entity>(&self, id: &str) -> Option<&E> {
        self.first.get(id).and_then(|&index| E::from_record(&self.entries[index].record))
    }

    /// Every record of a kind that is not retracted, and where it stands.
    pub(crate) fn of<E: Entity>(&self) -> impl Iterator<Item = (&Entry, &E)> {
        self.entries.iter().filter_map(|entry| entry.current().map(|record| (entry, record)))
    }

    /// The known id most like each of some that are missing, of the same kind if there is one. Of records that are not kept,
    /// those with the ids `near` may be meant.
    pub(crate) fn meant(&self, missing: &[String], near: &[String]) -> Vec<Option<String>> {
        let known = self.first.keys().chain(self.refusals.ids.keys()).chain(near).map(String::as_str);
        let mut by_kind: BTreeMap<Option<Kind>, Vec<&str>> = BTreeMap::new();
        if !missing.is_empty() {
            known.for_each(|id| by_kind.entry(Kind::of_id(id)).or_default().push(id));
        }
        for ids in by_kind.values_mut() {
            ids.sort_unstable();
            ids.dedup();
        }
        let meant = |id: &String| nearest_id(id, by_kind.get(&Kind::of_id(id))?.iter().copied()).map(str::to_owned);
        missing.iter().map(meant).collect()
    }
}

/// Applies the rules over one relation to all records.
type CheckRelation = for<'g> fn(&'g [Entry], Surroundings<'g>, &mut Vec<Finding>);

macro_rules! checks {
    ($($name:ident: $relation:ident [$($rules:tt)*];)+) => {
        const CHECKS: &[CheckRelation] = &[$(|entries, around, findings| check_relation::<relations::$relation>(entries, around, findings)),+];
    };
}
with_relations!(checks);

fn check_relation<'g, R: Ruled>(entries: &'g [Entry], around: Surroundings<'g>, findings: &mut Vec<Finding>) {
    check_groups::<R>(R::RULES, entries, |_| true, around, findings);
}

/// Applies the rules about single records to one.
pub(crate) fn check_record(entry: &Entry, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.check {
            Check::Record(check) => check(entry, findings),
            Check::Groups | Check::Dataset(_) => {}
        }
    }
}
