//! Who may see a record, as the Traffic Light Protocol says it, and on which terms.

use serde_json::{Value, json};
use standpoint_model::{Handling, Record};

use super::id::id;

/// A marking that STIX 2.1 defines, by the colour that it has there, or a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marking {
    /// For everybody.
    White,
    /// For those to whom the makers give it, and whom they may give it on to.
    Amber,
    /// For the makers alone.
    Red,
    /// For those who keep to what is said.
    Statement(String),
}

/// The markings of a record: who may see it, the licence of a dataset, the rights in a source.
pub(super) fn of(record: &Record) -> Vec<Marking> {
    let colour = match record.handling() {
        Handling::Closed => Marking::Red,
        Handling::Public if record.is_public() => Marking::White,
        Handling::Public | Handling::Restricted => Marking::Amber,
    };
    let statement = match record {
        Record::Dataset(manifest) => Some(format!("Licence: {}", manifest.license)),
        Record::Source(source) => source.rights.as_ref().map(|rights| format!("Rights: {rights}")),
        _ => None,
    };
    [Some(colour), statement.map(Marking::Statement)].into_iter().flatten().collect()
}

impl Marking {
    /// The id that STIX gives it; of a statement, that of its words.
    pub(super) fn id(&self) -> String {
        match self {
            Self::White => "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9".into(),
            Self::Amber => "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82".into(),
            Self::Red => "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed".into(),
            Self::Statement(words) => id("marking-definition", words),
        }
    }

    /// Its definition: a colour's as STIX gives it, a statement's of the moment `created`.
    pub(super) fn definition(&self, created: &str) -> Value {
        let colour = match self {
            Self::White => "white",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Statement(words) => {
                return json!({
                    "type": "marking-definition",
                    "spec_version": "2.1",
                    "id": self.id(),
                    "created": created,
                    "definition_type": "statement",
                    "definition": { "statement": words },
                });
            }
        };
        json!({
            "type": "marking-definition",
            "spec_version": "2.1",
            "id": self.id(),
            "created": "2017-01-20T00:00:00.000Z",
            "definition_type": "tlp",
            "name": format!("TLP:{}", colour.to_uppercase()),
            "definition": { "tlp": colour },
        })
    }
}
