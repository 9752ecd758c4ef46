//! What all objects of a bundle share: ids, dates, the creator, the extension.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use standpoint_model::{ActorType, Dataset, Edtf, Modality, Record, Source, Status};
use uuid::Uuid;

use super::marking::{self, Marking};
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
}

pub(super) type Object = Map<String, Value>;

pub(super) fn set(object: &mut Object, name: &str, value: impl Into<Value>) {
    object.insert(name.into(), value.into());
}

pub(super) fn label(object: &mut Object, word: &str) {
    set(object, "labels", json!([word]));
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
        }
    }

    pub(super) fn id(&self) -> String {
        self.name("bundle", "bundle")
    }

    /// The publisher, who is the creator of all objects.
    pub(super) fn creator(&self) -> String {
        self.name("identity", "publisher")
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
            Record::Actor(actor) => kind_of_actor(actor.r#type),
            Record::Place(_) => "location",
            Record::Event(_) => "incident",
            Record::Relationship(tie) if self.is_there(tie.subject.as_str()) && self.is_there(tie.object.as_str()) => {
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
        object
            .insert("external_references".into(), json!([{ "source_name": "standpoint", "external_id": record.id() }]));
        // A record always serializes: its keys are strings and its numbers are finite.
        let whole = serde_json::to_value(record).unwrap_or_default();
        let extension = json!({ "extension_type": "property-extension", "record": whole });
        object.insert("extensions".into(), json!({ extension_id(): extension }));
        Self::grade(record, &mut object);
        if let Some(marking) = marking::of(record) {
            object.insert("object_marking_refs".into(), json!([marking.id()]));
        }
        object
    }

    /// Whether `record` stands, and how much is to be put on it.
    pub(super) fn grade(record: &Record, object: &mut Object) {
        if let Some(basis) = record.basis() {
            object.insert("confidence".into(), confidence(basis.modality).into());
        }
        if record.status() == Status::Retracted {
            object.insert("revoked".into(), true.into());
        }
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
        let mut publisher = dated("identity", self.creator(), &self.created, &self.modified);
        publisher.insert("name".into(), self.publisher.into());
        publisher.insert("identity_class".into(), "organization".into());
        let head = [standpoint, extension, publisher].map(Value::Object);
        let markings: BTreeSet<Marking> = self.dataset.all_records().iter().filter_map(marking::of).collect();
        head.into_iter().chain(markings.into_iter().map(Marking::definition)).collect()
    }
}

/// When a source was published, if that can be said at all. Nothing else stands in for it.
pub(super) fn published(source: &Source) -> Option<&Edtf> {
    source.published.as_ref().filter(|date| Bounds::from(*date).earliest.is_some())
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

fn id(kind: &str, name: &str) -> String {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:standpoint:stix");
    format!("{kind}--{}", Uuid::new_v5(&namespace, name.as_bytes()))
}

fn extension_id() -> String {
    id("extension-definition", "record")
}

/// Whoever is a party of violence and no state is a threat actor, which is no judgement of ours.
const fn kind_of_actor(r#type: ActorType) -> &'static str {
    match r#type {
        ActorType::ArmedGroup | ActorType::Network => "threat-actor",
        ActorType::State
        | ActorType::Government
        | ActorType::StateForces
        | ActorType::UnarmedGroup
        | ActorType::PoliticalParty
        | ActorType::IntergovernmentalBody
        | ActorType::Alliance
        | ActorType::Population
        | ActorType::Company
        | ActorType::Media
        | ActorType::Organisation
        | ActorType::Individual
        | ActorType::UnexpandedLabel => "identity",
    }
}

/// On the scale of Admiralty credibility in appendix A of STIX 2.1.
const fn confidence(modality: Modality) -> u8 {
    match modality {
        Modality::Stated => 70,
        Modality::Reported | Modality::Estimated | Modality::Inferred => 50,
        Modality::Alleged => 30,
    }
}
