//! One entity of `FollowTheMoney`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;
use standpoint_model::{Citation, Edtf, Kind, Manifest};

use super::clean;
use crate::bounds;

/// How the entities of a dataset are called, so that those of several datasets are told apart in one store.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    /// The slug of the dataset, if that is known.
    dataset: Option<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(manifest: Option<&'a Manifest>) -> Self {
        Self { dataset: manifest.map(|manifest| manifest.id.slug()) }
    }

    /// The id of the entity that a record becomes. `FollowTheMoney` has no slash in ids, and takes what comes before a full
    /// stop for the whole id: the rest signs it for the dataset that it comes from. No slug has two hyphens together.
    pub(super) fn record(self, id: &str) -> String {
        let id = id.replace('/', "-");
        self.dataset.map_or_else(|| id.clone(), |dataset| format!("{dataset}--{id}"))
    }
}

#[derive(Serialize)]
pub(super) struct Entity<'a> {
    id: String,
    schema: &'static str,
    /// The slug of the dataset, which nomenklatura and yente keep apart from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    datasets: Option<[&'a str; 1]>,
    properties: BTreeMap<&'static str, Vec<String>>,
    /// The property that takes what there is no property for.
    #[serde(skip)]
    lines: &'static str,
    #[serde(skip)]
    names: Names<'a>,
    /// How many bytes a text may have.
    #[serde(skip)]
    most: usize,
}

impl<'a> Entity<'a> {
    /// The thing that a record becomes, which has notes.
    pub(super) fn thing(schema: &'static str, record: &str, names: Names<'a>, most: usize) -> Self {
        let datasets = names.dataset.map(|dataset| [dataset]);
        let id = names.record(record);
        Self { id, schema, datasets, properties: BTreeMap::new(), lines: "notes", names, most }
    }

    /// The link between things that a record becomes, which has a description.
    pub(super) fn link(schema: &'static str, record: &str, names: Names<'a>, most: usize) -> Self {
        Self { lines: "description", ..Self::thing(schema, record, names, most) }
    }

    /// The thing that the part of this record becomes which is the one at `at` of its kind.
    pub(super) fn thing_of_part(&self, schema: &'static str, part: &str, at: usize) -> Self {
        let id = format!("{}--{part}-{at}", self.id);
        Self { id, schema, properties: BTreeMap::new(), lines: "notes", ..*self }
    }

    /// The link that such a part becomes.
    pub(super) fn link_of_part(&self, schema: &'static str, part: &str, at: usize) -> Self {
        Self { lines: "description", ..self.thing_of_part(schema, part, at) }
    }

    /// The id of the entity that a record becomes.
    pub(super) fn id_of(&self, record: &str) -> String {
        self.names.record(record)
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Whether other entities can be about it.
    pub(super) fn is_thing(&self) -> bool {
        self.lines == "notes"
    }

    /// A value that `FollowTheMoney` leaves as it is: an id, a date, a code, a word.
    pub(super) fn add(&mut self, property: &'static str, value: impl Into<String>) {
        self.properties.entry(property).or_default().push(value.into());
    }

    /// Keeps each value of a property once, where it came first.
    pub(super) fn finish(mut self) -> Self {
        for values in self.properties.values_mut().filter(|values| values.len() > 1) {
            let mut seen = BTreeSet::new();
            let mut is_new: VecDeque<bool> = values.iter().map(|value| seen.insert(value.as_str())).collect();
            values.retain(|_| is_new.pop_front().unwrap_or_default());
        }
        self
    }

    pub(super) fn text(&mut self, property: &'static str, text: &str) {
        let text = if self.leaves_out(text) { String::new() } else { clean::text(text) };
        if !text.is_empty() {
            self.add(property, text);
        }
    }

    /// A text that must not be empty.
    pub(super) fn text_or_id(&mut self, property: &'static str, text: &str) {
        self.text(property, text);
        if !self.properties.contains_key(property) {
            self.add(property, self.id.clone());
        }
    }

    /// A name, which must not be empty. Where a name may not be written as it is, it stands in a line too.
    pub(super) fn name(&mut self, property: &'static str, name: &str) {
        let known = if self.leaves_out(name) { String::new() } else { clean::name(name) };
        if known != clean::text(name) {
            self.line("Name", name);
        }
        let known = if known.is_empty() { self.id.clone() } else { known };
        self.add(property, known);
    }

    /// What there is no property for. The label stands even where nothing of the text is left.
    pub(super) fn line(&mut self, label: &str, text: &str) {
        let text = if self.leaves_out(text) { String::new() } else { clean::text(text) };
        let line = if text.is_empty() { format!("{label}:") } else { format!("{label}: {text}") };
        self.add(self.lines, line);
    }

    /// A line for a value that a record may have.
    pub(super) fn optional_line(&mut self, label: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    fn leaves_out(&self, text: &str) -> bool {
        text.len() > self.most
    }

    /// The entity of a record. None can refer to itself.
    pub(super) fn refer(&mut self, property: &'static str, label: &str, record: &str) {
        let id = self.id_of(record);
        if id == self.id { self.line(label, record) } else { self.add(property, id) }
    }

    /// The record that a note is about. It cannot be a relationship, nor the note.
    pub(super) fn about(&mut self, about: &str) {
        if Kind::of_id(about) == Some(Kind::Relationship) {
            self.line("About", about);
        } else {
            self.refer("entity", "About", about);
        }
    }

    /// When something was: a date, one of several, from the one to the other or, of what is vague in another way, from the first
    /// day to the last that it may have been.
    pub(super) fn when(&mut self, when: &Edtf) {
        let dates: Option<Vec<String>> = when.members().iter().map(clean::date).collect();
        match dates {
            Some(dates) => dates.into_iter().for_each(|date| self.add("date", date)),
            None => self.ends(bounds::ends(when).map_or_else(|| clean::days(when), plain_ends)),
        }
        self.line("When", when.as_str());
    }

    /// When something held, which is not said to have begun or ended unless an interval has that end.
    pub(super) fn held(&mut self, when: &Edtf) {
        match clean::date(when) {
            Some(date) => self.add("date", date),
            None => self.ends(bounds::ends(when).map(plain_ends).unwrap_or_default()),
        }
        self.line("When", when.as_str());
    }

    fn ends(&mut self, ends: [Option<String>; 2]) {
        for (property, date) in ["startDate", "endDate"].into_iter().zip(ends) {
            if let Some(date) = date {
                self.add(property, date);
            }
        }
    }

    pub(super) fn evidence<'c>(&mut self, evidence: impl IntoIterator<Item = &'c Citation>) {
        for citation in evidence {
            self.refer("proof", "Source", citation.source.as_str());
            if let Some(locator) = &citation.locator {
                self.line(&format!("Place in {}", citation.source), locator.as_str());
            }
            if let Some(words) = &citation.words {
                self.line(&format!("Words to be found in {}", citation.source), words.as_str());
            }
            if let Some(quote) = &citation.quote {
                self.line(&format!("Quotation from {}", citation.source), quote.as_str());
            }
        }
    }
}

/// Those of the ends of an interval that are dates of `FollowTheMoney`.
fn plain_ends(ends: [Option<Edtf>; 2]) -> [Option<String>; 2] {
    ends.map(|end| clean::date(&end?))
}
