//! One object of an event, with its attributes and its references to others.

use serde_json::{Value, json};
use standpoint_model::{Record, Status};
use uuid::Uuid;

use super::{
    event::{Event, Tlp},
    template::Template,
};

pub(super) struct Object {
    /// What its id is made from, and the ids of its parts.
    seed: String,
    template: Template,
    comment: String,
    tlp: Tlp,
    deleted: bool,
    /// The first and the last moment, where they are known to the day.
    pub(super) seen: [Option<String>; 2],
    attributes: Vec<(&'static str, &'static str, String)>,
    references: Vec<Reference>,
}

/// What an object refers to.
#[derive(PartialEq)]
pub(super) struct Reference {
    /// The id of the record that the object is of.
    pub(super) to: String,
    pub(super) r#type: String,
    pub(super) comment: String,
}

impl Object {
    /// The object of a record, or of the part of it that is called so.
    pub(super) fn of(record: &Record, part: &str, template: Template) -> Self {
        Self {
            seed: format!("{}{part}", record.id()),
            template,
            comment: record.id().to_owned(),
            tlp: Tlp::of(record),
            deleted: record.status() == Status::Retracted,
            seen: [None, None],
            attributes: Vec::new(),
            references: Vec::new(),
        }
    }

    /// A text as MISP leaves it: trimmed. Of one of which nothing is left, there is nothing.
    pub(super) fn text(&mut self, relation: &'static str, text: &str) {
        self.add(relation, "text", trimmed(text));
    }

    /// What an object is called, which it must be: by the id of its record, if by nothing else.
    pub(super) fn name(&mut self, relation: &'static str, r#type: &'static str, name: &str) {
        let name = Some(trimmed(name)).filter(|name| !name.is_empty()).unwrap_or(&self.comment).to_owned();
        self.add(relation, r#type, &name);
    }

    /// An attribute, once.
    pub(super) fn add(&mut self, relation: &'static str, r#type: &'static str, value: &str) {
        let attribute = (relation, r#type, value.to_owned());
        if !value.is_empty() && !self.attributes.contains(&attribute) {
            self.attributes.push(attribute);
        }
    }

    /// What the template has no relation for.
    pub(super) fn rest(&mut self, text: &str) {
        self.text(self.template.text, text);
    }

    /// A reference to the object of another record, if there is one, once.
    pub(super) fn refer(&mut self, event: &Event<'_>, reference: Reference) {
        let is_there = event.dataset.resolve(&reference.to).is_some();
        if is_there && reference.to != self.seed && !self.references.contains(&reference) {
            self.references.push(reference);
        }
    }

    pub(super) fn finish(self, event: &Event<'_>) -> Value {
        let uuid = event.uuid(&self.seed);
        let Template { name, version, description, .. } = self.template;
        let ours = Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:standpoint:misp:{name}").as_bytes()).to_string();
        let mut object = json!({
            "name": name,
            "meta-category": "misc",
            "description": description,
            "template_uuid": self.template.uuid.unwrap_or(&ours),
            "template_version": version.to_string(),
            "uuid": uuid,
            "timestamp": event.timestamp,
            "distribution": "5",
            "comment": self.comment,
            "deleted": self.deleted,
        });
        for (name, moment) in ["first_seen", "last_seen"].into_iter().zip(&self.seen) {
            if let Some(moment) = moment {
                object[name] = moment.as_str().into();
            }
        }
        let attributes = self.attributes.iter().enumerate();
        object["Attribute"] = attributes.map(|(at, attribute)| self.attribute(event, at, attribute)).collect();
        let references = self.references.iter().enumerate();
        object["ObjectReference"] =
            references.map(|(at, reference)| self.reference(event, &uuid, at, reference)).collect();
        object
    }

    fn attribute(&self, event: &Event<'_>, at: usize, (relation, r#type, value): &(&str, &str, String)) -> Value {
        let category = match *r#type {
            "link" => "External analysis",
            "full-name" => "Person",
            _ => "Other",
        };
        let mut attribute = json!({
            "uuid": event.uuid(&format!("{}#attribute/{relation}/{at}", self.seed)),
            "object_relation": relation,
            "type": r#type,
            "category": category,
            "value": value,
            "timestamp": event.timestamp,
            "distribution": "5",
            "comment": "",
            "to_ids": false,
            "disable_correlation": true,
            "deleted": self.deleted,
        });
        if self.tlp != Tlp::Clear {
            attribute["Tag"] = json!([self.tlp.tag()]);
        }
        attribute
    }

    fn reference(&self, event: &Event<'_>, uuid: &str, at: usize, reference: &Reference) -> Value {
        json!({
            "uuid": event.uuid(&format!("{}#reference/{}/{}/{at}", self.seed, reference.r#type, reference.to)),
            "object_uuid": uuid,
            "referenced_uuid": event.uuid(&reference.to),
            "referenced_type": "1",
            "relationship_type": reference.r#type,
            "comment": reference.comment,
            "timestamp": event.timestamp,
            "deleted": self.deleted,
        })
    }
}

/// Without what MISP and its tools take from both ends of a value.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\0' | '\u{1c}'..='\u{1f}'))
}
