//! Who may see a record, as the Traffic Light Protocol says it.

use serde_json::{Value, json};
use standpoint_model::{Handling, Record};

/// A marking that STIX 2.1 defines, by the colour that it has there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marking {
    /// For those to whom the makers give it, and whom they may give it on to.
    Amber,
    /// For the makers alone.
    Red,
}

/// The marking of a record that is not for everybody.
pub(super) fn of(record: &Record) -> Option<Marking> {
    match record.handling() {
        Handling::Closed => Some(Marking::Red),
        Handling::Restricted => Some(Marking::Amber),
        Handling::Public => (!record.is_public()).then_some(Marking::Amber),
    }
}

impl Marking {
    /// The id that STIX gives it.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Amber => "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
            Self::Red => "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
        }
    }

    /// Its definition, as STIX gives it.
    pub(super) fn definition(self) -> Value {
        let colour = match self {
            Self::Amber => "amber",
            Self::Red => "red",
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
