//! Proof, record by record, that no doubt is narrower than its rule, and that both faces of each relation agree.
//!
//! Records of the fixtures are changed at random: a kind is drawn first, or a rule that finds something, so that rare ones
//! are changed as often as common ones; then a record, what is done, where, and with what. Values come from the same place
//! in other records of the kind. A new rule is tried as soon as its folder of `fixtures/invalid` is there.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use foldhash::fast::SeedableRandomState;
use proptest::{
    collection::vec,
    prelude::{Strategy, TestCaseError, any},
    sample::Index,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};
use serde_json::Value;
use standpoint_model::{Kind, Record, generate};

use super::{
    Check, DOUBTS, is_doubtful,
    relation::{Hasher, Relation, Traces},
    relations, with_relations,
};
use crate::{
    dataset::entry::Entry,
    read::blocks::PADDING,
    recognise::{Recogniser, Sketch},
};

/// The rules whose doubts are wider than they; each says why, beside its doubt. Every other doubt is its rule.
const WIDER: &[&str] = &[
    "base-iri-ending",
    "country-mismatch",
    "empty-condition",
    "fulfilled-and-breached",
    "impossible-chronology",
    "long-language-code",
    "misfit-unit",
    "misplaced-reading",
    "number-in-words",
    "placeholder-text",
    "premature-standpoint",
    "quote-digest",
    "repeated-alias",
    "repeated-citation",
    "repeated-item",
    "self-contradicting-holder",
    "sentinel-date",
    "share-above-whole",
    "unknown-country-code",
    "untidy-text",
];

/// Fewer where nothing is optimised, so that the tests of the rules take seconds.
const CASES: u32 = if cfg!(debug_assertions) { 8_000 } else { 40_000 };

/// What the rules and the doubts had to say, by the names of the rules.
#[derive(Default)]
struct Seen {
    found: BTreeSet<&'static str>,
    passed: BTreeSet<&'static str>,
}

/// Draws sketches of records.
struct Drawing {
    recogniser: Recogniser,
    sketch: Sketch,
    hasher: Hasher,
}

impl Drawing {
    fn new() -> Self {
        let hash = SeedableRandomState::default();
        let (recogniser, sketch) = (Recogniser::new(hash.clone()), Sketch::new(hash.clone()));
        Self { recogniser, sketch, hasher: Hasher::new(hash) }
    }

    fn draw(&mut self, record: &Record) {
        let mut bytes = serde_json::to_vec(record).unwrap();
        bytes.resize(bytes.len() + PADDING, 0);
        self.recogniser.record(&bytes, 0, false).expect("what the model writes is recognised");
        self.sketch.draw(self.recogniser.kind(), self.recogniser.leaves());
    }
}

/// The groups in which a record leaves something, and the keys of those that it joins.
#[derive(Default)]
struct Groups(BTreeSet<u64>);

impl<R: Relation> Traces<R> for Groups {
    fn leave(&mut self, group: u64, _: R::Trace) {
        self.0.insert(group);
    }

    fn gather(&mut self, group: u64, _: R::Trace) {
        self.0.insert(group);
    }

    fn join(&mut self, key: u64) {
        self.0.insert(key);
    }
}

/// Whether a record leaves a trace in each group of a relation that it is in.
fn is_traced<R: Relation>(entry: &Entry, sketch: &Sketch, hasher: &Hasher) -> bool {
    let mut groups = Groups::default();
    R::trace(sketch, hasher, &mut groups);
    let mut is_traced = true;
    R::keys(entry, &mut |key| is_traced &= groups.0.contains(&R::hash(&key, hasher)));
    is_traced
}

macro_rules! faces {
    ($($name:ident: $relation:ident [$($rules:tt)*];)+) => {
        /// Compares both faces of each relation.
        fn compare_faces(entry: &Entry, sketch: &Sketch, hasher: &Hasher) -> Result<(), String> {
            $(if !is_traced::<relations::$relation>(entry, sketch, hasher) {
                return Err(concat!(stringify!($relation), " has a group in which the record leaves no trace").into());
            })+
            Ok(())
        }
    };
}
with_relations!(faces);

/// Compares what each rule finds in a record with its doubt, and both faces of each relation.
fn compare(record: Record, drawing: &mut Drawing, seen: &mut Seen) -> Result<(), String> {
    drawing.draw(&record);
    let sketch = &drawing.sketch;
    let entry = Entry { record, document: 0, bytes: 0..0, is_first: true };
    compare_faces(&entry, sketch, &drawing.hasher)?;
    for (rule, doubt) in DOUBTS {
        let Check::Record(check) = rule.check else { return Err(format!("{} needs no doubt", rule.code.name)) };
        let (name, doubts) = (rule.code.name, doubt(sketch));
        let mut findings = Vec::new();
        check(&entry, &mut findings);
        if !findings.is_empty() {
            seen.found.insert(name);
            if !doubts {
                return Err(format!("the doubt of {name} is narrower than the rule"));
            }
            if !is_doubtful(sketch) {
                return Err(format!("the doubt of {name} is not asked"));
            }
        } else if !doubts {
            seen.passed.insert(name);
        } else if !WIDER.contains(&name) {
            return Err(format!("the doubt of {name} is wider than the rule"));
        }
    }
    Ok(())
}

#[test]
fn no_doubt_is_narrower_than_its_rule() {
    let records = Records::new();
    let (drawing, seen) = (RefCell::new(Drawing::new()), RefCell::new(Seen::default()));
    let config = Config { failure_persistence: None, ..Config::with_cases(CASES) };
    let change = (0..Change::ALL.len(), [any::<Index>(), any::<Index>(), any::<Index>()]);
    let choices = (any::<bool>(), any::<Index>(), any::<Index>(), vec(change, 0..8));
    let outcome = TestRunner::new(config).run(&choices, |(by_rule, group, which, changes)| {
        let group = if by_rule { group.get(&records.by_rule) } else { group.get(&records.by_kind) };
        let (value, record) = records.changed(which.get(group), &changes);
        compare(record, &mut drawing.borrow_mut(), &mut seen.borrow_mut())
            .map_err(|error| TestCaseError::fail(format!("{error}: {value}")))
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    let seen = seen.into_inner();
    for (rule, _) in DOUBTS {
        assert!(seen.found.contains(rule.code.name), "{} never found anything", rule.code.name);
        assert!(seen.passed.contains(rule.code.name), "the doubt of {} never let anything pass", rule.code.name);
    }
}

/// Something that is done to a record.
#[derive(Clone, Copy)]
enum Change {
    /// Leaves out a field of the record.
    RemoveField,
    /// Leaves out a value anywhere.
    Remove,
    /// Puts the value from the same place in another record.
    Borrow,
    /// Puts an id that the record holds in the place of another of its kind.
    CopyId,
    /// Puts any string of the record in the place of another.
    Copy,
    /// Repeats an item of a list.
    Repeat,
    /// Turns a list round.
    Reverse,
    Retract,
    /// Spoils a string.
    Spoil,
}

impl Change {
    const ALL: [Self; 9] = [
        Self::RemoveField,
        Self::Remove,
        Self::Borrow,
        Self::CopyId,
        Self::Copy,
        Self::Repeat,
        Self::Reverse,
        Self::Retract,
        Self::Spoil,
    ];
}

/// What is put in the place of a text; `~` stands for the text.
const SPOILED: &[&str] =
    &["~ ", "TODO: ~", "n/a", "?", "~ &amp; ~", "~\u{200B}", "~\u{FFFD}", "~ Ã© â€™", "~ e\u{301}", "\"~\""];

/// Records that offend in ways that no fixture does: by a code of two letters, by a language that is not its first, by an actor
/// where a place belongs.
const MORE: &str = r#"[{"kind":"actor","id":"actor/more","type":"state","name":"More","country":"PAK",
    "codes":[{"scheme":"iso3166-1-alpha-2","value":"AF"}],
    "aliases":[{"text":"One","type":"alternative","language":"en"},{"text":"Two","type":"alternative","language":"eng"}],
    "basis":{"modality":"stated","evidence":[{"source":"source/report","locator":"page 1"}]}},
    {"kind":"relationship","id":"relationship/more","subject":"actor/more","object":"actor/other","type":"controls",
    "basis":{"modality":"stated","evidence":[{"source":"source/report","locator":"page 1"}]}}]"#;

/// The records that are changed, and the values that they may get.
struct Records {
    by_kind: Vec<Vec<Record>>,
    /// Those in which a rule finds something.
    by_rule: Vec<Vec<Record>>,
    /// By kind, those that stand at each place, its items being all one place.
    values: Vec<BTreeMap<String, Vec<Value>>>,
}

impl Records {
    fn new() -> Self {
        let mut records = Self {
            by_kind: vec![Vec::new(); Kind::ALL.len()],
            by_rule: vec![Vec::new(); DOUBTS.len()],
            values: vec![BTreeMap::new(); Kind::ALL.len()],
        };
        let more: Vec<Record> = serde_json::from_str(MORE).unwrap();
        for record in &more {
            records.add(record);
        }
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        let invalid = fs::read_dir(fixtures.join("invalid")).unwrap().map(|entry| entry.unwrap().path());
        for folder in invalid.chain(["iskp", "doha", "example"].map(|folder| fixtures.join(folder))) {
            let Ok(loaded) = crate::Validation::new().load([folder]) else { continue };
            loaded.records().iter().for_each(|record| records.add(record));
        }
        for ((rule, _), offenders) in DOUBTS.iter().zip(&records.by_rule) {
            assert!(!offenders.is_empty(), "no record of the fixtures offends against {}", rule.code.name);
        }
        let mut runner = TestRunner::default();
        for &kind in Kind::ALL {
            for _ in 0..20 {
                records.add(&generate::record_of(kind).new_tree(&mut runner).unwrap().current());
            }
        }
        records
    }

    fn add(&mut self, record: &Record) {
        let value = serde_json::to_value(record).unwrap();
        let kind = record.kind() as usize;
        for pointer in pointers(&value) {
            let found = value.pointer(&pointer).unwrap();
            let values = self.values[kind].entry(place(&pointer)).or_default();
            if !values.contains(found) {
                values.push(found.clone());
            }
        }
        self.by_kind[kind].push(record.clone());
        let entry = Entry { record: record.clone(), document: 0, bytes: 0..0, is_first: true };
        for ((rule, _), offenders) in DOUBTS.iter().zip(&mut self.by_rule) {
            let mut findings = Vec::new();
            if let Check::Record(check) = rule.check {
                check(&entry, &mut findings);
            }
            if !findings.is_empty() {
                offenders.push(record.clone());
            }
        }
    }

    /// A record with such of these changes as leave it one.
    fn changed(&self, record: &Record, changes: &[(usize, [Index; 3])]) -> (Value, Record) {
        let mut record = record.clone();
        let mut value = serde_json::to_value(&record).unwrap();
        for (change, [at, other, how]) in changes {
            let mut tried = value.clone();
            self.change(record.kind() as usize, &mut tried, Change::ALL[*change], [*at, *other, *how]);
            if tried != value
                && let Ok(read) = serde_json::from_value::<Record>(tried.clone())
            {
                (value, record) = (tried, read);
            }
        }
        (value, record)
    }

    fn change(&self, kind: usize, value: &mut Value, change: Change, [at, other, how]: [Index; 3]) {
        let all = pointers(value);
        let some = |suits: &dyn Fn(&str, &Value) -> bool, index: Index| {
            let suited: Vec<&String> =
                all.iter().filter(|pointer| suits(pointer, value.pointer(pointer).unwrap())).collect();
            if suited.is_empty() { None } else { Some((*index.get(&suited)).clone()) }
        };
        let is_string = |_: &str, found: &Value| found.is_string();
        match change {
            Change::RemoveField => {
                if let Some(pointer) = some(&|pointer, _| pointer.rfind('/') == Some(0), at) {
                    remove(value, &pointer);
                }
            }
            Change::Remove => {
                if let Some(pointer) = some(&|_, _| true, at) {
                    remove(value, &pointer);
                }
            }
            Change::Borrow => {
                let places: Vec<_> = self.values[kind].iter().collect();
                let (place, values) = at.get(&places);
                put(value, place, other.get(values).clone(), how);
            }
            Change::Copy => {
                if let (Some(from), Some(to)) = (some(&is_string, other), some(&is_string, at)) {
                    *value.pointer_mut(&to).unwrap() = value.pointer(&from).unwrap().clone();
                }
            }
            Change::CopyId => {
                let kind_of = |found: &Value| Kind::of_id(found.as_str()?);
                let is_other = |pointer: &str, found: &Value| pointer != "/id" && kind_of(found).is_some();
                if let Some(to) = some(&is_other, at) {
                    let wanted = kind_of(value.pointer(&to).unwrap());
                    if let Some(from) = some(&|_, found| kind_of(found) == wanted, other) {
                        *value.pointer_mut(&to).unwrap() = value.pointer(&from).unwrap().clone();
                    }
                }
            }
            Change::Repeat | Change::Reverse => {
                let is_list = |_: &str, found: &Value| found.as_array().is_some_and(|items| !items.is_empty());
                let list = some(&is_list, at).and_then(|pointer| value.pointer_mut(&pointer)?.as_array_mut());
                match (list, change) {
                    (Some(items), Change::Repeat) => items.push(other.get(items).clone()),
                    (Some(items), _) => items.reverse(),
                    (None, _) => {}
                }
            }
            Change::Retract => value["status"] = "retracted".into(),
            Change::Spoil => {
                let text = some(&is_string, at).and_then(|pointer| value.pointer_mut(&pointer));
                if let Some(Value::String(text)) = text {
                    *text = how.get(SPOILED).replace('~', text);
                }
            }
        }
    }
}

/// The JSON Pointers of all that a record holds, save its kind.
fn pointers(record: &Value) -> Vec<String> {
    fn descend(value: &Value, pointer: &str, found: &mut Vec<String>) {
        let mut step = |name: &str, child: &Value| {
            let pointer = format!("{pointer}/{name}");
            found.push(pointer.clone());
            descend(child, &pointer, found);
        };
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| step(&at.to_string(), item)),
            Value::Object(fields) => fields.iter().for_each(|(name, field)| step(name, field)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    descend(record, "", &mut found);
    found.retain(|pointer| pointer != "/kind");
    found
}

/// The place that a JSON Pointer leads to, whichever items it leads through.
fn place(pointer: &str) -> String {
    let is_number = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
    pointer
        .split('/')
        .map(|step| if !step.is_empty() && is_number(step) { "*" } else { step })
        .collect::<Vec<_>>()
        .join("/")
}

fn remove(value: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => _ = fields.remove(name),
        Some(Value::Array(items)) => _ = items.remove(name.parse().unwrap()),
        _ => {}
    }
}

/// Puts a value at a place, if there is what holds it. One of the items is replaced, or one is added.
fn put(value: &mut Value, place: &str, new: Value, which: Index) {
    let (step, rest) =
        place[1..].split_once('/').map_or((&place[1..], None), |(step, _)| (step, Some(&place[1 + step.len()..])));
    let found = match value {
        Value::Array(items) if items.is_empty() && rest.is_some() => None,
        Value::Array(items) => {
            let at = which.index(items.len() + usize::from(rest.is_none()));
            if at == items.len() {
                items.push(new);
                return;
            }
            items.get_mut(at)
        }
        Value::Object(fields) if rest.is_none() => {
            fields.insert(step.into(), new);
            return;
        }
        Value::Object(fields) => fields.get_mut(step),
        _ => None,
    };
    match (found, rest) {
        (Some(found), Some(rest)) => put(found, rest, new, which),
        (Some(found), None) => *found = new,
        (None, _) => {}
    }
}
