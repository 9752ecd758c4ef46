//! All that was submitted: the documents, the records in them, and the ids that are known.

use std::{collections::BTreeMap, fmt, ops::Range, path::PathBuf};

use hashbrown::{HashMap, HashSet, hash_map::EntryRef};
use rayon::prelude::*;
use standpoint_model::{Citation, Entity, Kind, Record, Status};

use crate::{
    Document, Error, Progress, Validation,
    diagnose::{
        exact::{self, Refusals},
        malformed,
        meant::reference::did_you_mean_id,
        syntax::{self, Stretch},
    },
    large::Known,
    read::{
        files::{self, Files, Input},
        form::Arrangement,
    },
    report::{
        finding::{Finding, Part, Place, Spot},
        findings::Findings,
    },
    rules::{Check, RULES},
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

/// All that was submitted, or of a large dataset all that may be wrong.
#[derive(Default)]
pub(crate) struct Submission {
    pub(crate) documents: Vec<Document>,
    /// The records that the types accept, in the order in which they were read. Of a large dataset, those that may
    /// offend against a rule together with others.
    pub(crate) entries: Vec<Entry>,
    /// The first of them with each id.
    first: HashMap<String, usize>,
    /// Those whose id came before.
    again: Vec<usize>,
    pub(crate) refusals: Refusals,
    pub(crate) counts: Counts,
    /// What is known of the records that are not among the entries.
    pub(crate) known: Option<Known>,
    /// Those of all records.
    pub(crate) waivers: Waivers,
    /// Files that lay beside those of records.
    pub(crate) passed_over: Vec<PathBuf>,
    /// How many bytes were read, once decompressed.
    pub(crate) bytes: u64,
    /// How far the reading had come, if it was stopped.
    pub(crate) stopped: Option<Progress>,
}

/// Ids that were met in some sense.
pub(crate) enum Met<'s> {
    /// All of them.
    All(HashSet<&'s str>),
    /// By a look-up.
    Known(&'s Known, fn(&Known, &str) -> bool, &'s Refusals),
}

impl Met<'_> {
    pub(crate) fn contains(&self, id: &str) -> bool {
        match self {
            Self::All(ids) => ids.contains(id),
            Self::Known(known, contains, refusals) => contains(known, id) || refusals.named.contains(id),
        }
    }
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
    pub(crate) fn check_dataset(&self, findings: &mut Vec<Finding>) {
        let checks = RULES.iter().filter_map(|rule| match rule.check {
            Check::Record(_) => None,
            Check::Dataset(check) => Some(check),
        });
        let checks: Vec<fn(&Self, &mut Vec<Finding>)> = checks.collect();
        let found = |check: &fn(&Self, &mut Vec<Finding>)| {
            let mut found = Vec::new();
            check(self, &mut found);
            found
        };
        if self.entries.len() < WORTH_THREADS {
            findings.extend(checks.iter().flat_map(found));
        } else {
            findings.par_extend(checks.par_iter().flat_map_iter(found));
        }
    }

    /// Takes out what is waived of what was found by rules, all of which have been applied, and adds what is wrong with
    /// the waivers.
    pub(crate) fn waive(&mut self, findings: &mut Vec<Finding>) {
        self.waivers.apply(findings);
        findings.extend(self.waivers.unused(self));
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
                let entry = Entry { record, document: whole.document, bytes: whole.part(bytes).bytes() };
                self.counts.add(entry.record.kind(), entry.citations().count());
                self.waivers.extend(Waiving::of(&entry));
                self.accept(entry);
            }
        }
    }

    /// Takes a record, after all that stand before it.
    pub(crate) fn accept(&mut self, entry: Entry) {
        let index = self.entries.len();
        match self.first.entry_ref(entry.record.id()) {
            EntryRef::Occupied(_) => self.again.push(index),
            EntryRef::Vacant(place) => _ = place.insert(index),
        }
        self.entries.push(entry);
    }

    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.refusals.unread
    }

    /// Whether there is a record with this id, or one that was refused and may have been meant to have it.
    pub(crate) fn may_exist(&self, id: &str) -> bool {
        self.first.contains_key(id)
            || self.refusals.may_have(id)
            || self.known.as_ref().is_some_and(|known| known.has(id))
    }

    /// Whether the interests of this actor that are not refused are all among the entries.
    pub(crate) fn has_interests_of(&self, actor: &str) -> bool {
        self.known.as_ref().is_none_or(|known| known.is_suspect(actor))
    }

    /// Whether the events by which this actor came into being are all among the entries.
    pub(crate) fn has_foundings_of(&self, actor: &str) -> bool {
        self.known.as_ref().is_none_or(|known| known.is_met_out_of_time(actor))
    }

    /// The ids that several records may have: where each of them has it, in the order of reading.
    pub(crate) fn shared_ids(&self) -> BTreeMap<&str, Vec<Place>> {
        let mut shared: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (id, places) in &self.refusals.ids {
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
        self.entries.iter().filter_map(|entry| entry.current().map(|record| (entry, record)))
    }

    /// The ids that records cite as their sources.
    pub(crate) fn cited(&self) -> Met<'_> {
        if let Some(known) = &self.known {
            return Met::Known(known, Known::is_cited, &self.refusals);
        }
        let cited = self.entries.iter().flat_map(Entry::citations).map(|(_, citation)| citation.source.as_str());
        Met::All(cited.chain(self.refusals.named.iter().map(String::as_str)).collect())
    }

    /// The ids that records name, unless they are retracted.
    pub(crate) fn named(&self) -> Met<'_> {
        if let Some(known) = &self.known {
            return Met::Known(known, Known::is_named, &self.refusals);
        }
        let mut named: HashSet<&str> = self.refusals.named.iter().map(String::as_str).collect();
        for entry in self.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
            entry.record.visit_references(|id, _| _ = named.insert(id));
        }
        Met::All(named)
    }

    /// The ids that are named and not there, in the order in which they are met, and where they are named.
    pub(crate) fn missing(&self) -> Vec<(&str, Vec<Place>)> {
        let mut missing: Vec<(&str, Vec<Place>)> = Vec::new();
        let mut met: HashMap<&str, usize> = HashMap::new();
        if !self.is_complete() {
            return missing;
        }
        for entry in &self.entries {
            entry.record.visit_references(|id, pointer| {
                if !self.may_exist(id) {
                    let nth = *met.entry(id).or_insert(missing.len());
                    if nth == missing.len() {
                        missing.push((id, Vec::new()));
                    }
                    missing[nth].1.push(entry.value(pointer.to_string()));
                }
            });
        }
        missing
    }

    /// The ids that are missing and get a suggestion.
    pub(crate) fn first_missing(&self) -> Vec<&str> {
        let mut first = Vec::new();
        for entry in &self.entries {
            if first.len() >= SUGGESTIONS || !self.is_complete() {
                break;
            }
            entry.record.visit_references(|id, _| {
                if !self.may_exist(id) && !first.contains(&id) {
                    first.push(id);
                }
            });
        }
        first.truncate(SUGGESTIONS);
        first
    }

    /// The help that names the known id most like `id`, of the same kind if there is one.
    pub(crate) fn did_you_mean(&self, id: &str) -> Option<String> {
        let kind = Kind::of_id(id);
        let near = self.known.iter().flat_map(Known::near_ids);
        let known = self.first.keys().chain(self.refusals.ids.keys()).map(String::as_str).chain(near);
        let mut known: Vec<&str> = known.filter(|known| Kind::of_id(known) == kind).collect();
        known.sort_unstable();
        known.dedup();
        did_you_mean_id(id, known)
    }
}

/// Applies the rules about single records to one.
pub(crate) fn check_record(entry: &Entry, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.check {
            Check::Record(check) => check(entry, findings),
            Check::Dataset(_) => {}
        }
    }
}
