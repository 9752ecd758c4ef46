//! What an export could not carry.

use std::collections::BTreeMap;

use standpoint_model::{Dataset, Kind, Public, Record};

use crate::{
    given_away::{GivenAway, given_away},
    tree::{Fields, Tree, Value},
};

/// Something that a format cannot carry.
#[derive(Debug, Clone, Copy)]
pub struct Loss {
    /// The field, as its kind and the names of the fields on the way, such as `event.participants.role`.
    ///
    /// All fields below it are meant too: `statement` is every field of every statement. `*` is any kind.
    pub field: &'static str,
    /// Which of its values are lost.
    pub of: Which,
    /// What is lost and why, for a reader. It stands in the documentation of the format in the same words.
    pub why: &'static str,
}

/// Which values of a field are lost.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// All of them.
    Every,
    /// Those of the records of which this is true.
    OfRecords(fn(&Record) -> bool),
    /// The texts, of whatever type, of which this is true.
    Texts(fn(&str) -> bool),
    /// The texts that have more bytes than this says of their record.
    LongerThan(fn(&Record) -> usize),
}

impl Loss {
    /// All values of `field` are lost.
    pub(crate) const fn every(field: &'static str, why: &'static str) -> Self {
        Self { field, of: Which::Every, why }
    }

    /// The texts in `field` are lost of which `is_lost` is true.
    pub(crate) const fn texts(field: &'static str, is_lost: fn(&str) -> bool, why: &'static str) -> Self {
        Self { field, of: Which::Texts(is_lost), why }
    }

    fn covers(&self, kind: Kind, field: &str) -> bool {
        let (of, below) = self.field.split_once('.').unwrap_or((self.field, ""));
        let rest = &field[kind.as_str().len()..];
        (of == "*" || of == kind.as_str())
            && (below.is_empty()
                || rest[1..].strip_prefix(below).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    }
}

/// How many values of which fields an export could not carry.
#[derive(Debug, Clone)]
pub struct Losses {
    declared: &'static [Loss],
    /// By kind, and by the kind and the names of the fields on the way.
    counts: BTreeMap<Kind, BTreeMap<String, Lost>>,
    not_public: BTreeMap<Kind, usize>,
    shortened: usize,
    given_away: Vec<GivenAway>,
    held: BTreeMap<Kind, usize>,
    remarks: Vec<String>,
}

/// How many values of one field were lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// How many.
    pub count: u64,
    /// What is lost and why.
    pub why: &'static str,
}

impl Losses {
    pub(crate) fn of(declared: &'static [Loss]) -> Self {
        Self {
            declared,
            counts: BTreeMap::new(),
            not_public: BTreeMap::new(),
            shortened: 0,
            given_away: Vec::new(),
            held: BTreeMap::new(),
            remarks: Vec::new(),
        }
    }

    pub(crate) fn declared(&self) -> &'static [Loss] {
        self.declared
    }

    /// How many records of each kind were left out because they, or what they rest on, are not public. No format loses them:
    /// they were not asked for.
    pub fn not_public(&self) -> &BTreeMap<Kind, usize> {
        &self.not_public
    }

    /// How many records are there without what names those.
    pub fn shortened(&self) -> usize {
        self.shortened
    }

    /// Which records name, in their words, something that was left out. References to it are gone; nobody but a reader can tell
    /// whether the words give it away.
    pub fn given_away(&self) -> &[GivenAway] {
        &self.given_away
    }

    /// How many records of each kind the export holds though not everybody may see them.
    pub fn held(&self) -> &BTreeMap<Kind, usize> {
        &self.held
    }

    /// What else is to be known of the export as a whole, each in a sentence without a full stop: that a map shows nothing.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    pub(crate) fn remark(&mut self, remark: String) {
        self.remarks.push(remark);
    }

    pub(crate) fn leave_out(&mut self, all: &Dataset, public: &Public<'_>) {
        self.given_away = given_away(all, public.dataset());
        self.not_public.clone_from(public.left_out());
        self.shortened = public.shortened();
    }

    /// Whether the format carries everything that the export holds.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// What was lost, by kind and field: the kind and the names of the fields on the way, such as
    /// `event.participants.role`.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Lost)> {
        self.counts.values().flatten().map(|(field, lost)| (field.as_str(), *lost))
    }

    /// The number of all values that were lost.
    pub fn total(&self) -> u64 {
        self.iter().map(|(_, lost)| lost.count).sum()
    }

    /// Counts `record`, and what is lost of it.
    pub(crate) fn count(&mut self, record: &Record) {
        if !record.is_public() {
            *self.held.entry(record.kind()).or_default() += 1;
        }
        if self.declared.is_empty() {
            return;
        }
        let tests = self.declared.iter().filter_map(|loss| Test::of(loss, record)).collect();
        // A record always makes a tree: its serialization is derived.
        let Ok(tree) = Tree::of(record) else { return };
        let field = record.kind().as_str().to_owned();
        let counts = self.counts.entry(record.kind()).or_default();
        Count { kind: record.kind(), tests, field, counts }.fields(tree.fields());
    }

    /// Counts what `others` lost, too.
    pub(crate) fn add(&mut self, others: Self) {
        for (kind, count) in others.held {
            *self.held.entry(kind).or_default() += count;
        }
        for (kind, fields) in others.counts {
            let counts = self.counts.entry(kind).or_default();
            for (field, lost) in fields {
                counts.entry(field).or_insert(Lost { count: 0, ..lost }).count += lost.count;
            }
        }
    }
}

/// A loss, as it is of one record.
struct Test {
    loss: &'static Loss,
    /// How many bytes a text may have.
    most: usize,
}

impl Test {
    /// None, if the record loses nothing by it.
    fn of(loss: &'static Loss, record: &Record) -> Option<Self> {
        let most = match loss.of {
            Which::OfRecords(is_lost) if !is_lost(record) => return None,
            Which::LongerThan(most) => most(record),
            Which::Every | Which::OfRecords(_) | Which::Texts(_) => 0,
        };
        Some(Self { loss, most })
    }

    fn takes(&self, kind: Kind, field: &str, value: Value<'_>) -> bool {
        self.loss.covers(kind, field)
            && match (self.loss.of, value) {
                (Which::Every | Which::OfRecords(_), _) => true,
                (Which::Texts(is_lost), Value::Text(text)) => is_lost(text),
                (Which::LongerThan(_), Value::Text(text)) => text.len() > self.most,
                (Which::Texts(_) | Which::LongerThan(_), _) => false,
            }
    }
}

/// What is counted of one record.
struct Count<'a> {
    kind: Kind,
    tests: Vec<Test>,
    /// The kind and the names of the fields on the way to what is counted.
    field: String,
    counts: &'a mut BTreeMap<String, Lost>,
}

impl Count<'_> {
    fn fields(&mut self, fields: Fields<'_>) {
        let length = self.field.len();
        // The kind is what chooses a table, a class, a schema; it is never a value to lose.
        for (name, value) in fields.iter().filter(|(name, _)| *name != "kind") {
            self.field.push('.');
            self.field.push_str(name);
            self.value(value);
            self.field.truncate(length);
        }
    }

    fn value(&mut self, value: Value<'_>) {
        match value {
            Value::List(items) => items.iter().for_each(|item| self.value(item)),
            Value::Object(fields) => self.fields(fields),
            leaf => {
                let Some(test) = self.tests.iter().find(|test| test.takes(self.kind, &self.field, leaf)) else {
                    return;
                };
                match self.counts.get_mut(&self.field) {
                    Some(lost) => lost.count += 1,
                    None => drop(self.counts.insert(self.field.clone(), Lost { count: 1, why: test.loss.why })),
                }
            }
        }
    }
}
