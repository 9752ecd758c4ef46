//! What all objects of a bundle share: ids, dates, the creator, the extension.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use standpoint_model::{Dataset, Edtf, Event, EventType, Extent, Modality, Record, Source, Status};

use super::{
    crowded::crowded,
    id::id,
    marking::{self, Marking},
    party::identity_class,
    properties::Object,
};
use crate::bounds::Bounds;

/// When the extension was defined.
const EXTENSION_DATE: &str = "2026-01-01T00:00:00.000Z";

/// The date of what has none.
const NO_DATE: &str = "1970-01-01T00:00:00.000Z";

pub(super) struct Bundle<'a> {
    pub(super) dataset: &'a Dataset,
    base_iri: &'a str,
    publisher: &'a str,
    created: String,
    modified: String,
    /// The relationships that no platform would tell apart from another.
    crowded: BTreeSet<&'a str>,
}

impl<'a> Bundle<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let manifest = dataset.manifest();
        let first_moment = |date: &str| Bounds::of(date).earliest.map(|day| format!("{day}T00:00:00.000Z"));
        let created = manifest.and_then(|manifest| first_moment(manifest.created.as_str()));
        let created = created.unwrap_or_else(|| NO_DATE.into());
        let modified = manifest.and_then(|manifest| first_moment(manifest.modified.as_ref()?.as_str()));
        Self {
            dataset,
            base_iri: manifest.map_or("", |manifest| manifest.base_iri.as_str()),
            publisher: manifest.map_or("Unnamed publisher", |manifest| manifest.publisher.as_str()),
            // Nothing is modified before it is created. Both have years of four digits, so that text orders them.
            modified: modified.unwrap_or_else(|| created.clone()).max(created.clone()),
            created,
            crowded: crowded(dataset),
        }
    }

    pub(super) fn id(&self) -> String {
        self.name("bundle", "bundle")
    }

    /// The publisher, who is the creator of all objects.
    pub(super) fn creator(&self) -> String {
        self.name("identity", "publisher")
    }

    /// Whoever published a source, who is its author; the creator of all objects, if it does not say who.
    fn author_of(&self, source: &Source) -> String {
        match &source.publisher {
            Some(name) if name.as_str() != self.publisher => self.name("identity", &format!("publisher/{name}")),
            _ => self.creator(),
        }
    }

    /// The id of the object of type `kind` that is called `name` within the dataset.
    pub(super) fn name(&self, kind: &str, name: &str) -> String {
        id(kind, &format!("{}{name}", self.base_iri))
    }

    /// The id of the object that a record becomes.
    pub(super) fn id_of(&self, record: &Record) -> String {
        self.name(self.kind_of(record), record.id())
    }

    /// The id of the object that the record called `id` becomes, if there is such a record.
    pub(super) fn reference(&self, id: &str) -> Option<String> {
        self.dataset.resolve(id).map(|record| self.id_of(record))
    }

    /// The objects of those of the records that are there, each once; the publisher, if none is.
    pub(super) fn references<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<String> {
        let mut found = Vec::new();
        for reference in ids.into_iter().filter_map(|id| self.reference(id)) {
            if !found.contains(&reference) {
                found.push(reference);
            }
        }
        if found.is_empty() { vec![self.creator()] } else { found }
    }

    /// The type of the object that a record becomes.
    fn kind_of(&self, record: &Record) -> &'static str {
        match record {
            Record::Dataset(_) => "grouping",
            // A report has to say when it was published.
            Record::Source(source) if published(source).is_none() => "grouping",
            Record::Source(_) => "report",
            Record::Actor(actor) if identity_class(actor.r#type).is_none() => "threat-actor",
            Record::Actor(_) => "identity",
            Record::Place(_) => "location",
            Record::Event(event) if is_campaign(event) => "campaign",
            Record::Event(_) => "incident",
            Record::Relationship(tie)
                if self.is_there(tie.subject.as_str())
                    && self.is_there(tie.object.as_str())
                    && !self.crowded.contains(tie.id.as_str()) =>
            {
                "relationship"
            }
            Record::Relationship(_)
            | Record::Interest(_)
            | Record::Issue(_)
            | Record::Position(_)
            | Record::Observation(_)
            | Record::Statement(_)
            | Record::Identity(_) => "note",
        }
    }

    fn is_there(&self, id: &str) -> bool {
        self.dataset.resolve(id).is_some()
    }

    /// What the records called so are called; their ids where there are no such records.
    pub(super) fn names<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Vec<String> {
        let name =
            |id: &str| self.dataset.resolve(id).and_then(Record::name).map_or(id, |name| name.as_str()).to_owned();
        ids.into_iter().map(name).collect()
    }

    /// An object of type `kind` with the id `id`, made by the publisher.
    pub(super) fn object(&self, kind: &str, id: String) -> Object {
        let mut object = dated(kind, id, &self.created, &self.modified);
        object.insert("created_by_ref".into(), self.creator().into());
        object
    }

    /// The object that a record becomes, with the whole record, and nothing that only its kind has.
    pub(super) fn object_of(&self, record: &Record) -> Object {
        let mut object = self.object(self.kind_of(record), self.id_of(record));
        let mut references = vec![json!({ "source_name": "standpoint", "external_id": record.id() })];
        if let Record::Source(source) = record {
            object.insert("created_by_ref".into(), self.author_of(source).into());
            let name = source.publisher.as_ref().unwrap_or(&source.title).as_str();
            let copy = source.archived.as_ref().map(|archived| (format!("{name}, archived"), &archived.url));
            let addresses = source.url.iter().map(|url| (name.to_owned(), url)).chain(copy);
            references.extend(addresses.map(|(name, url)| json!({ "source_name": name, "url": url })));
        }
        object.insert("external_references".into(), references.into());
        // A record always serializes: its keys are strings and its numbers are finite.
        let whole = serde_json::to_value(record).unwrap_or_default();
        let extension = json!({ "extension_type": "property-extension", "record": whole });
        object.insert("extensions".into(), json!({ extension_id(): extension }));
        Self::grade(record, &mut object);
        object
    }

    /// Whether `record` stands, how much is to be put on it, and who may see it.
    pub(super) fn grade(record: &Record, object: &mut Object) {
        if let Some(basis) = record.basis() {
            object.insert("confidence".into(), confidence(basis.modality).into());
        }
        if record.status() == Status::Retracted {
            object.insert("revoked".into(), true.into());
        }
        let markings: Vec<String> = marking::of(record).iter().map(Marking::id).collect();
        object.insert("object_marking_refs".into(), markings.into());
    }

    /// The definition of the extension, its author and the publisher, and the markings that records bear.
    pub(super) fn head(&self) -> Vec<Value> {
        let author = id("identity", "standpoint");
        let mut standpoint = dated("identity", author.clone(), EXTENSION_DATE, EXTENSION_DATE);
        standpoint.insert("name".into(), "Standpoint".into());
        standpoint.insert("identity_class".into(), "system".into());
        let mut extension = dated("extension-definition", extension_id(), EXTENSION_DATE, EXTENSION_DATE);
        for (name, value) in [
            ("created_by_ref", author.into()),
            ("name", "Standpoint record".into()),
            ("description", "The record that an object stands for, whole, in the property `record`.".into()),
            ("schema", "urn:standpoint:schema:record".into()),
            ("version", "1.0.0".into()),
            ("extension_types", json!(["property-extension"])),
        ] {
            extension.insert(name.into(), value);
        }
        let publisher = self.organization(self.creator(), self.publisher);
        let head = [standpoint, extension, publisher].map(Value::Object);
        let records = self.dataset.all_records();
        let markings: BTreeSet<Marking> = records.iter().flat_map(marking::of).collect();
        let markings = markings.into_iter().map(|marking| marking.definition(&self.created));
        head.into_iter().chain(self.publishers()).chain(markings).collect()
    }

    /// The publishers of sources, each once, but for that of the dataset.
    fn publishers(&self) -> impl Iterator<Item = Value> {
        let sources = self.dataset.all_records().iter().filter_map(|record| match record {
            Record::Source(source) => Some((self.author_of(source), source.publisher.as_ref()?.as_str())),
            _ => None,
        });
        let publishers: BTreeMap<String, &str> = sources.filter(|(id, _)| *id != self.creator()).collect();
        publishers.into_iter().map(|(id, name)| Value::Object(self.organization(id, name)))
    }

    fn organization(&self, id: String, name: &str) -> Object {
        let mut object = dated("identity", id, &self.created, &self.modified);
        object.insert("name".into(), name.into());
        object.insert("identity_class".into(), "organization".into());
        object
    }
}

/// A series of violent acts told as one. A series of anything else is no campaign, which is malicious.
fn is_campaign(event: &Event) -> bool {
    let is_violent = matches!(
        event.r#type,
        EventType::Attack
            | EventType::Bombardment
            | EventType::Killing
            | EventType::Abduction
            | EventType::SexualViolence
            | EventType::Destruction
            | EventType::Operation
    );
    is_violent && event.extent == Extent::Series
}

/// When a source was published, if it says so with any day. Nothing else stands in for it.
pub(super) fn published(source: &Source) -> Option<&Edtf> {
    let has_day = |date: &&Edtf| {
        let Bounds { earliest, latest, .. } = Bounds::from(*date);
        earliest.or(latest).is_some()
    };
    source.published.as_ref().filter(has_day)
}

fn dated(kind: &str, id: String, created: &str, modified: &str) -> Object {
    let fields = [
        ("type", kind.into()),
        ("spec_version", "2.1".into()),
        ("id", id.into()),
        ("created", created.into()),
        ("modified", modified.into()),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn extension_id() -> String {
    id("extension-definition", "record")
}

/// On the scale of Admiralty credibility in appendix A of STIX 2.1.
const fn confidence(modality: Modality) -> u8 {
    match modality {
        Modality::Stated => 70,
        Modality::Reported | Modality::Estimated | Modality::Inferred => 50,
        Modality::Alleged => 30,
    }
}
