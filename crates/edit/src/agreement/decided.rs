//! One dataset of two, by what was decided of their disagreements.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde_json::Value;
use standpoint_files::{Existing, write_folder};
use standpoint_model::{Dataset, Kind, Manifest, Record};
use standpoint_report::Report;
use standpoint_validate::{Input, Validation};

use super::{
    align::{Alignment, Pair},
    coder::Coder,
    differences::{KIND, RECORD, get, ids_of_b},
    disagreement::{Answer, Decisions, Disagreement},
};
use crate::{
    Error,
    ids::with_ids,
    record_files::{write_lines, write_manifest},
};

/// The dataset that two coders agree on, not yet written.
#[derive(Debug, Clone)]
pub struct DecidedDataset {
    records: Vec<Record>,
    report: Report,
}

impl DecidedDataset {
    /// Its records, in the fixed order: the manifest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The findings in it. Something may be wrong that was right in both: a record that names one which was left out.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Writes the dataset into a new folder, all of it or nothing.
    ///
    /// # Errors
    ///
    /// [`Error`] if there is such a folder and it holds anything, or if it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let write = |folder: &Path| {
            let manifest: Option<&Manifest> = self.records.iter().find_map(|record| match record {
                Record::Dataset(manifest) => Some(manifest),
                _ => None,
            });
            manifest.map_or(Ok(()), |manifest| write_manifest(folder, manifest))?;
            let others = &self.records[usize::from(manifest.is_some())..];
            write_lines(&folder.join("records.ndjson"), others)
        };
        Ok(write_folder(folder, Existing::Empty, write)?)
    }
}

/// The decisions, by what they are about.
type Answers<'d> = BTreeMap<(Option<&'d str>, Option<&'d str>, &'d str), Answer>;

/// Makes the dataset.
pub(super) fn decided(
    a: &Coder,
    b: &Coder,
    alignment: &Alignment,
    disagreements: &[Disagreement],
    decisions: &Decisions,
) -> Result<DecidedDataset, Error> {
    let answers = answers(disagreements, decisions)?;
    let making = Making { a, b, answers, ids_of_a: BTreeMap::new(), ids_of_b: BTreeMap::new() };
    let records = making.records(alignment)?;
    let lines: String =
        records.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>().unwrap_or_default().join("\n");
    let report = Validation::new().run([Input::bytes("the dataset that was decided.ndjson", lines)])?;
    Ok(DecidedDataset { records, report })
}

/// Checks that each disagreement was decided, and nothing else.
fn answers<'d>(disagreements: &'d [Disagreement], decisions: &Decisions) -> Result<Answers<'d>, Error> {
    let mut given: BTreeMap<_, &Disagreement> = BTreeMap::new();
    for decision in &decisions.disagreements {
        if given.insert(decision.key(), decision).is_some() {
            return Err(other(decision, "is there twice"));
        }
    }
    let mut answers = BTreeMap::new();
    let mut open = Vec::new();
    for disagreement in disagreements {
        let Some(decision) = given.remove(&disagreement.key()) else { return Err(other(disagreement, "is missing")) };
        if !decision.is_same(disagreement) {
            return Err(other(disagreement, "is on other values"));
        }
        if decision.is_open() {
            open.push(disagreement);
        }
        answers.insert(disagreement.key(), decision.choose);
    }
    if let Some(decision) = given.into_values().next() {
        return Err(other(decision, "is on no disagreement"));
    }
    match open.first() {
        Some(first) => Err(Error::Undecided { count: open.len(), field: first.field.clone(), id: id(first) }),
        None => Ok(answers),
    }
}

fn other(decision: &Disagreement, what: &'static str) -> Error {
    Error::OtherDecisions { field: decision.field.clone(), id: id(decision), what }
}

fn id(decision: &Disagreement) -> String {
    decision.a.as_ref().or(decision.b.as_ref()).cloned().unwrap_or_default()
}

struct Making<'d> {
    a: &'d Coder,
    b: &'d Coder,
    answers: Answers<'d>,
    /// The ids that records of A have in the result, where they are others: those of B, where its kind was chosen.
    ids_of_a: BTreeMap<String, String>,
    ids_of_b: BTreeMap<String, String>,
}

impl Making<'_> {
    fn records(mut self, alignment: &Alignment) -> Result<Vec<Record>, Error> {
        let pairs: Vec<Pair> =
            alignment.pairs.iter().chain(&alignment.others).copied().filter(|pair| !self.are_two(*pair)).collect();
        self.ids_of_b = ids_of_b(self.a, self.b, pairs.iter());
        for &[one, other] in &pairs {
            let (one, other) = (self.a.records[one].id(), self.b.records[other].id());
            match self.answer(Some(one), Some(other), KIND) {
                Some(Answer::B) => {
                    let new = self.ids_of_b.get(other).map_or(other, String::as_str);
                    self.ids_of_a.insert(one.to_owned(), new.to_owned());
                }
                Some(_) => drop(self.ids_of_b.insert(other.to_owned(), one.to_owned())),
                None => {}
            }
        }
        let in_pairs = |side: usize| pairs.iter().map(|pair| pair[side]).collect::<BTreeSet<usize>>();
        let mut records: Vec<Record> = pairs.iter().map(|pair| self.one_of(*pair)).collect::<Result<_, _>>()?;
        let paired = in_pairs(0);
        for (_, record) in self.a.records.iter().enumerate().filter(|(number, _)| !paired.contains(number)) {
            if self.answer(Some(record.id()), None, RECORD) != Some(Answer::B) {
                records.push(self.of_a(record)?);
            }
        }
        let paired = in_pairs(1);
        let were_paired: BTreeSet<usize> =
            alignment.pairs.iter().chain(&alignment.others).map(|pair| pair[1]).collect();
        for (number, record) in self.b.records.iter().enumerate().filter(|(number, _)| !paired.contains(number)) {
            let is_both = were_paired.contains(&number);
            let answer = self.answer(None, Some(record.id()), RECORD);
            let is_chosen = matches!(answer, Some(Answer::B | Answer::Both));
            if is_chosen || is_both || matches!(record.kind(), Kind::Dataset | Kind::Source) {
                records.push(self.of_b(record)?);
            }
        }
        without_sources_of_nothing(&mut records);
        let failed = |error: standpoint_model::DuplicateIdError| Error::SameId { id: error.id };
        Ok(Dataset::new(records).map_err(failed)?.records().cloned().collect())
    }

    fn answer(&self, a: Option<&str>, b: Option<&str>, field: &str) -> Option<Answer> {
        self.answers.get(&(a, b, field)).copied()
    }

    /// What was decided of the fields of a pair.
    fn answers_of(&self, [one, other]: Pair) -> impl Iterator<Item = (&str, Answer)> {
        let (a, b) = (Some(self.a.records[one].id()), Some(self.b.records[other].id()));
        let from = self.answers.range((a, b, "")..);
        from.take_while(move |(key, _)| (key.0, key.1) == (a, b)).map(|((_, _, field), answer)| (*field, *answer))
    }

    /// Whether it was decided that a pair is none.
    fn are_two(&self, pair: Pair) -> bool {
        self.answers_of(pair).any(|(_, answer)| answer == Answer::Both)
    }

    fn of_a(&self, record: &Record) -> Result<Record, Error> {
        with_ids(record, |id| self.ids_of_a.get(id).cloned())
    }

    fn of_b(&self, record: &Record) -> Result<Record, Error> {
        with_ids(record, |id| self.ids_of_b.get(id).cloned())
    }

    /// What was chosen of a pair: all of B, if its kind was; else the record of A with what was chosen of B.
    fn one_of(&self, pair: Pair) -> Result<Record, Error> {
        let [one, other] = pair;
        let (one, other) = (&self.a.records[one], &self.b.records[other]);
        match self.answer(Some(one.id()), Some(other.id()), KIND) {
            Some(Answer::B) => return self.of_b(other),
            Some(_) => return self.of_a(one),
            None => {}
        }
        let fields: Vec<&str> =
            self.answers_of(pair).filter(|(_, answer)| *answer == Answer::B).map(|(field, _)| field).collect();
        let one = self.of_a(one)?;
        if fields.is_empty() {
            return Ok(one);
        }
        let failed = |cause| Error::Chosen { id: one.id().to_owned(), cause };
        let mut value = serde_json::to_value(&one).map_err(failed)?;
        let theirs = serde_json::to_value(self.of_b(other)?).map_err(failed)?;
        for field in fields {
            put(&mut value, field, get(&theirs, field));
        }
        serde_json::from_value(value).map_err(failed)
    }
}

/// Has a field of a record, or of its basis, say this, or nothing.
fn put(record: &mut Value, field: &str, new: Option<&Value>) {
    let (object, field) = match field.strip_prefix("basis.") {
        Some(field) => (record.get_mut("basis"), field),
        None => (Some(record), field),
    };
    if let Some(Value::Object(fields)) = object {
        match new {
            Some(new) => drop(fields.insert(field.to_owned(), new.clone())),
            None => drop(fields.shift_remove(field)),
        }
    }
}

/// Takes out sources that no record names: those of records of which nothing was taken.
fn without_sources_of_nothing(records: &mut Vec<Record>) {
    let mut named = BTreeSet::new();
    for record in &*records {
        record.visit_references(|id, _| {
            named.insert(id.to_owned());
        });
    }
    records.retain(|record| record.kind() != Kind::Source || named.contains(record.id()));
}
