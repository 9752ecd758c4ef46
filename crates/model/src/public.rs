//! The view of a dataset that may be shown to anybody.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde_json::{Map, Value};

use crate::{Basis, Dataset, EventType, FieldPath, Handling, Kind, Record, Role, Stance, Topic};

/// A dataset without what is not public: the records and sources whose `handling` is not `public`, the positions that were
/// taken in confidence, and what rests on them alone. Everything that reads a [`Dataset`] reads this one.
///
/// A record is left out with what it cannot be told without: with all of its evidence, with its subject, its holder, its
/// condition, its agreement; with all who say that it is so, or all who deny it; an agreement with one of its parties. Otherwise it
/// stays, without the items that name what is left out: a citation among others, a standpoint, a participant, a mention. It is
/// then true and says less. Sources, actors and places go, too, that were named by what is left out alone. Ranks with gaps would
/// tell that something is missing, so a series that is not whole has none.
///
/// Only ids are looked at. Nobody checks whether the *words* of a public record give away what another one keeps back.
///
/// Take this view first, and [`Dataset::united`] of it: a record that is one with a restricted record would be restricted.
///
/// ```
/// use standpoint_model::{Dataset, Kind, Record};
///
/// let records: Vec<Record> = serde_json::from_str(r#"[
///   { "kind": "source", "id": "source/report", "type": "report", "title": "Report" },
///   { "kind": "source", "id": "source/minutes", "type": "minutes", "title": "Minutes", "handling": "closed" },
///   { "kind": "actor", "id": "actor/envoy", "type": "individual", "name": "The envoy",
///     "basis": { "modality": "stated", "evidence": [{ "source": "source/minutes", "locator": "item 1" }] } },
///   { "kind": "actor", "id": "actor/league", "type": "armed-group", "name": "Highland League",
///     "basis": { "modality": "stated", "evidence": [
///       { "source": "source/report", "locator": "page 2" }, { "source": "source/minutes", "locator": "item 2" }] } }
/// ]"#)?;
/// let dataset = Dataset::new(records)?;
/// let public = dataset.public();
///
/// let ids: Vec<&str> = public.dataset().all_records().iter().map(Record::id).collect();
/// assert_eq!(ids, ["source/report", "actor/league"]);
/// assert_eq!(public.left_out().get(&Kind::Actor), Some(&1));
/// assert_eq!(public.shortened(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Public<'d> {
    dataset: Cow<'d, Dataset>,
    left_out: BTreeMap<Kind, usize>,
    shortened: usize,
}

impl<'d> Public<'d> {
    /// The dataset without what is not public.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The same, to keep.
    pub fn into_dataset(self) -> Cow<'d, Dataset> {
        self.dataset
    }

    /// How many records of each kind are left out. Kinds of which none is are not in it.
    pub fn left_out(&self) -> &BTreeMap<Kind, usize> {
        &self.left_out
    }

    /// How many of the records that stay say less than they did.
    pub fn shortened(&self) -> usize {
        self.shortened
    }
}

impl Record {
    /// Whether anybody may see the record, judged by itself: not whether it rests on what nobody may see.
    pub fn is_public(&self) -> bool {
        let in_confidence = matches!(self, Self::Position(position) if position.private);
        self.handling() == Handling::Public && !in_confidence
    }
}

impl Dataset {
    /// The view in which only what is public is left.
    pub fn public(&self) -> Public<'_> {
        let own = self.all_records().iter().filter(|record| !record.is_public()).map(Record::id);
        let mut out: BTreeSet<&str> = own.collect();
        if out.is_empty() {
            return Public { dataset: Cow::Borrowed(self), left_out: BTreeMap::new(), shortened: 0 };
        }
        let named = named_in(self.all_records().iter().map(Cow::Borrowed));
        let mut fallen: Vec<&str> = out.iter().copied().collect();
        while !fallen.is_empty() {
            while let Some(id) = fallen.pop() {
                for record in self.all_referrers(id) {
                    if !out.contains(record.id()) && shown(record, &out).is_none() {
                        out.insert(record.id());
                        fallen.push(record.id());
                    }
                }
            }
            let still_named = named_in(self.left(&out));
            let is_bereft = |id: &&str| named.contains(*id) && !still_named.contains(*id) && !out.contains(id);
            fallen =
                self.records().filter(|record| is_named_if_used(record)).map(Record::id).filter(is_bereft).collect();
            out.extend(&fallen);
        }
        let mut left_out = BTreeMap::new();
        for record in self.all_records().iter().filter(|record| out.contains(record.id())) {
            *left_out.entry(record.kind()).or_default() += 1;
        }
        let broken: BTreeSet<Series<'_>> =
            self.records().filter(|record| out.contains(record.id())).filter_map(series).collect();
        let (mut records, mut shortened) = (Vec::new(), 0);
        for shown in self.left(&out) {
            let is_of_broken = series(&shown).is_some_and(|series| broken.contains(&series));
            shortened += usize::from(is_of_broken || matches!(shown, Cow::Owned(_)));
            let shown = shown.into_owned();
            records.push(if is_of_broken { without_rank(shown) } else { shown });
        }
        Public { dataset: Cow::Owned(Self::of_distinct(records)), left_out, shortened }
    }

    /// What is left of the records without those that are `out`.
    fn left<'d>(&'d self, out: &'d BTreeSet<&str>) -> impl Iterator<Item = Cow<'d, Record>> {
        self.all_records().iter().filter(|record| !out.contains(record.id())).filter_map(|record| shown(record, out))
    }
}

/// Whether a dataset has such a record only for the sake of others that name it.
fn is_named_if_used(record: &Record) -> bool {
    matches!(record.kind(), Kind::Source | Kind::Actor | Kind::Place)
}

/// The ids that some records name; of sources, those that they rest on.
fn named_in<'r>(records: impl Iterator<Item = Cow<'r, Record>>) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for record in records.filter(|record| record.status().is_current()) {
        record.visit_references(|id, pointer| {
            let is_use = Kind::of_id(id) != Some(Kind::Source) || {
                let pointer = pointer.to_string();
                pointer.ends_with("/source") || pointer.starts_with("/reports/")
            };
            if is_use && !named.contains(id) {
                named.insert(id.to_owned());
            }
        });
    }
    named
}

/// Records whose ranks are one series: the interests of an actor, the statements under one topic about a record.
type Series<'r> = (&'r str, Option<Topic>);

fn series(record: &Record) -> Option<Series<'_>> {
    match record {
        Record::Interest(interest) => interest.rank.map(|_| (interest.actor.as_str(), None)),
        Record::Statement(statement) => statement.rank.map(|_| (statement.about.as_str(), Some(statement.topic))),
        _ => None,
    }
}

fn without_rank(mut record: Record) -> Record {
    match &mut record {
        Record::Interest(interest) => interest.rank = None,
        Record::Statement(statement) => statement.rank = None,
        _ => {}
    }
    record
}

/// The fields without which a record, or an object in it, still says what it said, only less. Of a list, items go one by one.
///
/// A field that is not here takes its object with it: an offer is not the same offer without its condition, nor a number of
/// dead without whose they are.
const SPARED: [&str; 21] = [
    "about",
    "addressed_to",
    "bears_on",
    "carried_by",
    "caused_by",
    "follows",
    "issues",
    "mentions",
    "part_of",
    "participants",
    "places",
    "readings",
    "reports",
    "seat",
    "sections",
    "serves",
    "standpoints",
    "supported_by",
    "tensions",
    "towards",
    "within",
];

/// The lists whose items go one by one, and whose last item takes the object with it.
const NEEDED: [&str; 4] = ["answers", "evidence", "fields", "members"];

/// What is left of a record without the records that are `out`; nothing, if it cannot be told without them.
fn shown<'r>(record: &'r Record, out: &BTreeSet<&str>) -> Option<Cow<'r, Record>> {
    if !names_any(record, out) {
        return Some(Cow::Borrowed(record));
    }
    let before = serde_json::to_value(record).ok()?;
    let mut after = kept("", before.clone(), out)?;
    drop_readings(&before, &mut after);
    // Fails where a field is gone that such a record has to have.
    let after: Record = serde_json::from_value(after).ok()?;
    (keeps_sides(record, &after) && keeps_parties(record, &after)).then_some(Cow::Owned(after))
}

/// Whether there is still somebody who stands behind a record, who estimates it, who is against it, if there was: without, it
/// would look like a claim of nobody, or like one that nobody denies.
fn keeps_sides(before: &Record, after: &Record) -> bool {
    let has = |record: &Record, is_side: fn(Stance) -> bool| {
        record.basis().is_some_and(|basis| basis.standpoints.iter().any(|standpoint| is_side(standpoint.stance)))
    };
    let sides: [fn(Stance) -> bool; 3] =
        [Stance::is_for, |stance| !stance.is_for(), |stance| stance == Stance::Estimates];
    sides.into_iter().all(|is_side| has(after, is_side) || !has(before, is_side))
}

/// Whether an agreement is still between all whom it was between.
fn keeps_parties(before: &Record, after: &Record) -> bool {
    let parties = |record: &Record| match record {
        Record::Event(event) if matches!(event.r#type, EventType::Agreement | EventType::Ceasefire) => {
            event.participants.iter().filter(|part| matches!(part.role, Role::Party | Role::Signatory)).count()
        }
        _ => 0,
    };
    parties(before) == parties(after)
}

fn names_any(record: &Record, out: &BTreeSet<&str>) -> bool {
    let mut found = false;
    record.visit_references(|id, _| found |= out.contains(id));
    let readings = record.basis().map(|basis: &Basis| basis.readings.as_slice()).unwrap_or_default();
    found || readings.iter().flat_map(|reading| reading.fields.iter()).any(|path| leads_to(path, out))
}

/// Whether a path of a reading goes by way of an item that names a record that is out.
fn leads_to(path: &FieldPath, out: &BTreeSet<&str>) -> bool {
    path.steps().any(|(_, item)| item.is_some_and(|item| out.contains(item)))
}

fn object(fields: Map<String, Value>, out: &BTreeSet<&str>) -> Option<Map<String, Value>> {
    let mut left = Map::new();
    for (name, value) in fields {
        match kept(&name, value, out) {
            Some(value) => drop(left.insert(name, value)),
            None if SPARED.contains(&name.as_str()) => {}
            None => return None,
        }
    }
    Some(left)
}

/// What is left of the value of a field, or of an item of its list.
fn kept(field: &str, value: Value, out: &BTreeSet<&str>) -> Option<Value> {
    match value {
        Value::String(text) if field == "fields" => {
            let leads_out = FieldPath::new(&text).is_ok_and(|path| leads_to(&path, out));
            (!leads_out).then_some(Value::String(text))
        }
        Value::String(text) => (!out.contains(text.as_str())).then_some(Value::String(text)),
        Value::Array(items) => {
            let count = items.len();
            let items: Vec<Value> = items.into_iter().filter_map(|item| kept(field, item, out)).collect();
            let one_by_one = SPARED.contains(&field) || NEEDED.contains(&field);
            (items.len() == count || (one_by_one && !items.is_empty())).then_some(Value::Array(items))
        }
        Value::Object(fields) => object(fields, out).map(Value::Object),
        Value::Null | Value::Bool(_) | Value::Number(_) => Some(value),
    }
}

/// Takes away the readings of what is gone.
fn drop_readings(before: &Value, after: &mut Value) {
    let rest = after.clone();
    let Some(Value::Object(basis)) = after.get_mut("basis") else { return };
    let Some(Value::Array(readings)) = basis.get_mut("readings") else { return };
    readings.retain_mut(|reading| {
        let Some(Value::Array(fields)) = reading.get_mut("fields") else { return true };
        fields.retain(|path| {
            let path = path.as_str().and_then(|path| FieldPath::new(path).ok());
            path.is_none_or(|path| !has(before, &path) || has(&rest, &path))
        });
        !fields.is_empty()
    });
    if readings.is_empty() {
        basis.remove("readings");
    }
}

/// Whether a record has a value where the path leads.
fn has(record: &Value, path: &FieldPath) -> bool {
    let mut values = vec![record];
    for (name, item) in path.steps() {
        let below = values.into_iter().filter_map(|value| value.get(name)).flat_map(items);
        values = below.filter(|value| item.is_none_or(|item| is_item(value, item))).collect();
    }
    !values.is_empty()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// Whether an item of a list is the one that a path calls so: by the text that it is, or by one that it holds, alone or in a
/// list.
fn is_item(value: &Value, item: &str) -> bool {
    let mut fields = value.as_object().into_iter().flat_map(Map::values).flat_map(items);
    value == item || fields.any(|field| field == item)
}
