//! The event that a dataset becomes: ids, dates, who may see it.

use serde_json::{Value, json};
use standpoint_model::{Dataset, Handling, Record};
use uuid::Uuid;

use crate::bounds::Bounds;

/// The date of what has none.
const NO_DATE: &str = "1970-01-01";

pub(super) struct Event<'a> {
    pub(super) dataset: &'a Dataset,
    /// The first second of the day on which the dataset was last changed, which all of the event has.
    pub(super) timestamp: String,
    base_iri: &'a str,
    title: &'a str,
    publisher: &'a str,
    date: String,
}

impl<'a> Event<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let manifest = dataset.manifest();
        let created = manifest.and_then(|manifest| Bounds::from(&manifest.created).earliest);
        let modified = manifest.and_then(|manifest| Bounds::from(manifest.modified.as_ref()?).earliest);
        // Nothing is modified before it is created.
        let last = [created, modified].into_iter().flatten().map(|day| day.unix_days() * 86_400).max();
        Self {
            dataset,
            timestamp: last.unwrap_or_default().max(0).to_string(),
            base_iri: manifest.map_or("", |manifest| manifest.base_iri.as_str()),
            title: manifest.map_or("Unnamed dataset", |manifest| manifest.title.as_str()),
            publisher: manifest.map_or("Unnamed publisher", |manifest| manifest.publisher.as_str()),
            date: created.map_or_else(|| NO_DATE.to_owned(), |day| day.to_string()),
        }
    }

    /// The id of what is called `name` within the dataset.
    pub(super) fn uuid(&self, name: &str) -> String {
        let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:standpoint:misp");
        Uuid::new_v5(&namespace, format!("{}{name}", self.base_iri).as_bytes()).to_string()
    }

    /// All but the objects.
    pub(super) fn head(&self) -> Value {
        let strictest = self.dataset.all_records().iter().map(Tlp::of).max().unwrap_or(Tlp::Clear);
        json!({
            "uuid": self.uuid("#event"),
            "info": self.title,
            "date": self.date,
            "timestamp": self.timestamp,
            "analysis": "0",
            "threat_level_id": "4",
            "distribution": "0",
            "published": false,
            "Orgc": { "name": self.publisher, "uuid": self.uuid("#publisher") },
            "Tag": [strictest.tag()],
        })
    }
}

/// Who may see a record, as the Traffic Light Protocol says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tlp {
    Clear,
    Amber,
    Red,
}

impl Tlp {
    pub(super) fn of(record: &Record) -> Self {
        match record.handling() {
            Handling::Closed => Self::Red,
            Handling::Public if record.is_public() => Self::Clear,
            Handling::Restricted | Handling::Public => Self::Amber,
        }
    }

    pub(super) fn tag(self) -> Value {
        let name = match self {
            Self::Clear => "tlp:clear",
            Self::Amber => "tlp:amber",
            Self::Red => "tlp:red",
        };
        json!({ "name": name })
    }
}
