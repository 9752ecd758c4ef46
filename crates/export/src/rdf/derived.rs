//! What follows from a field, and is said beside it for tools that cannot tell: no engine compares dates in EDTF.

use oxrdf::{LiteralRef, NamedNode, NamedNodeRef, TermRef, vocab::xsd};
use standpoint_model::shape::{Field, Form};

use super::terms::{camel_case, named};
use crate::bounds::{self, Bounds};

/// A property whose value follows from that of a field. Readers of records skip it.
#[derive(Debug)]
pub(super) struct Derived {
    /// The key that JSON-LD has for it.
    pub(super) key: String,
    /// The name of the property, in short.
    pub(super) short: String,
    pub(super) predicate: NamedNode,
    pub(super) description: &'static str,
    pub(super) follows: Follows,
}

/// How the value follows from the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// The first day that a date may be.
    Earliest,
    /// The last day that a date may be.
    Latest,
    /// The address of a licence in the list of SPDX.
    License,
}

impl Derived {
    /// What follows from a field, with nothing for most.
    pub(super) fn of(field: &Field) -> Vec<Self> {
        if field.is_list {
            return Vec::new();
        }
        match &field.r#type.form {
            Form::Date => {
                let [earliest, latest, _] = bounds::COLUMNS;
                let of = |((suffix, description), follows)| {
                    let key = bounds::column_name(&field.name, suffix);
                    Self::new(format!("sp:{}", camel_case(&key)), key, description, follows)
                };
                [(earliest, Follows::Earliest), (latest, Follows::Latest)].map(of).into()
            }
            _ if field.r#type.name == "License" => {
                let description = "The licence in the list of SPDX, if it is one of the list.";
                vec![Self::new("dcterms:license".into(), format!("{}_iri", field.name), description, Follows::License)]
            }
            _ => Vec::new(),
        }
    }

    fn new(short: String, key: String, description: &'static str, follows: Follows) -> Self {
        Self { predicate: named(&short), key, short, description, follows }
    }

    /// What follows from the text of the field, if anything does.
    pub(super) fn value(&self, text: &str) -> Option<String> {
        match self.follows {
            Follows::Earliest => Bounds::of(text).earliest.map(|day| day.to_string()),
            Follows::Latest => Bounds::of(text).latest.map(|day| day.to_string()),
            Follows::License => {
                let is_id = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
                (is_id && !text.starts_with("LicenseRef-")).then(|| format!("https://spdx.org/licenses/{text}"))
            }
        }
    }
}

impl Follows {
    /// A value as a term.
    pub(super) fn term(self, value: &str) -> TermRef<'_> {
        match self {
            Self::Earliest | Self::Latest => LiteralRef::new_typed_literal(value, xsd::DATE).into(),
            Self::License => NamedNodeRef::new_unchecked(value).into(),
        }
    }

    /// The datatype of the values, in short; none, if they are names.
    pub(super) fn datatype(self) -> Option<&'static str> {
        match self {
            Self::Earliest | Self::Latest => Some("xsd:date"),
            Self::License => None,
        }
    }
}
