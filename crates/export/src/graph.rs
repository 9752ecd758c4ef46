//! The graph of actors and their ties, which the formats for graphs share.

use std::{borrow::Cow, collections::BTreeSet, io};

use standpoint_model::{Actor, Dataset, Edtf, Entity, Id, Kind, Manifest, Record, Relationship};

use crate::{Loss, Records, bounds::Bounds};

/// Actors as nodes and relationships as edges, those of retracted records too.
pub(crate) struct Graph<'a>(Cow<'a, Dataset>);

/// A node, or what an edge has in common with it.
pub(crate) struct Element<'a> {
    /// The id of the record with a full stop for the slash, which identifiers in XML do not hold.
    pub(crate) id: String,
    pub(crate) label: Cow<'a, str>,
    /// The attributes that it has, by name. Their values hold only characters that XML holds.
    pub(crate) values: Vec<(&'static str, String)>,
}

pub(crate) struct Edge<'a> {
    pub(crate) element: Element<'a>,
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) bounds: Bounds,
}

/// What an attribute of nodes or edges is called, and what its values are.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) r#type: Type,
}

#[derive(Clone, Copy)]
pub(crate) enum Type {
    Text,
    Integer,
    Boolean,
}

/// What the formats for graphs have no place for.
pub(crate) const OTHER_KINDS: [Loss; 6] = [
    Loss::every("source", "sources: the graph holds actors and relationships"),
    Loss::every("place", "places: the graph holds actors and relationships"),
    Loss::every("event", "events: the graph holds actors and relationships"),
    Loss::every("interest", "interests: the graph holds actors and relationships"),
    Loss::every("observation", "observations: the graph holds actors and relationships"),
    Loss::every("statement", "statements: the graph holds actors and relationships"),
];

impl<'a> Graph<'a> {
    pub(crate) fn of(records: Records<'a>) -> io::Result<Self> {
        records.into_dataset_of(&[Kind::Dataset, Kind::Actor, Kind::Relationship]).map(Self)
    }

    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        self.0.manifest()
    }

    /// The actors, then a node for each actor that a relationship names and that is missing: not all readers bear an
    /// edge that leads nowhere.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = Element<'_>> {
        let actors = self.all::<Actor>().map(|(record, actor)| Element {
            id: identifier(record.id()),
            label: shown(actor.name.as_str()),
            values: values(ACTOR, actor, record),
        });
        actors.chain(self.missing().into_iter().map(missing_node))
    }

    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        self.all::<Relationship>().map(|(record, relationship)| Edge {
            element: Element {
                id: identifier(record.id()),
                label: relationship.r#type.as_str().into(),
                values: values(RELATIONSHIP, relationship, record),
            },
            source: identifier(relationship.subject.as_str()),
            target: identifier(relationship.object.as_str()),
            bounds: relationship.when.as_ref().map(Bounds::from).unwrap_or_default(),
        })
    }

    fn missing(&self) -> BTreeSet<&Id<Actor>> {
        let ends =
            self.all::<Relationship>().flat_map(|(_, relationship)| [&relationship.subject, &relationship.object]);
        ends.filter(|id| self.0.get(id).is_none()).collect()
    }

    fn all<E: Entity>(&self) -> impl Iterator<Item = (&Record, &E)> {
        self.0.all_records().iter().filter_map(|record| Some((record, E::from_record(record)?)))
    }
}

/// The attributes of nodes.
pub(crate) fn node_columns() -> impl Iterator<Item = Column> {
    ACTOR.iter().map(|attribute| attribute.column).chain(COMMON.iter().map(|attribute| attribute.column))
}

/// The attributes of edges.
pub(crate) fn edge_columns() -> impl Iterator<Item = Column> {
    RELATIONSHIP.iter().map(|attribute| attribute.column).chain(COMMON.iter().map(|attribute| attribute.column))
}

/// A whole record as JSON. Characters that XML does not hold are written as `\u` and four digits, which is the same
/// JSON.
pub(crate) fn json_of(record: &Record) -> String {
    // A record always serializes: its keys are strings and its numbers are finite.
    let json = serde_json::to_string(record).unwrap_or_default();
    if json.chars().all(is_xml) {
        return json;
    }
    let escaped = json.chars().map(|c| match c {
        c if is_xml(c) => Cow::Owned(c.to_string()),
        // Those that are left are all of the first 65,536.
        c => format!("\\u{:04x}", u32::from(c)).into(),
    });
    escaped.collect()
}

/// A text as far as XML holds it, with U+FFFD for characters that it does not.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_xml) { text.into() } else { text.replace(|c| !is_xml(c), "\u{FFFD}").into() }
}

/// Whether the character is a `Char` of XML 1.0.
pub(crate) fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

fn identifier(id: &str) -> String {
    id.replace('/', ".")
}

fn missing_node(id: &Id<Actor>) -> Element<'_> {
    Element {
        id: identifier(id.as_str()),
        label: id.as_str().into(),
        values: vec![("record_id", id.as_str().into()), ("status", "missing".into())],
    }
}

struct Attribute<T> {
    column: Column,
    value: fn(&T) -> Option<String>,
}

const fn text<T>(name: &'static str, value: fn(&T) -> Option<String>) -> Attribute<T> {
    Attribute { column: Column { name, r#type: Type::Text }, value }
}

const fn integer<T>(name: &'static str, value: fn(&T) -> Option<String>) -> Attribute<T> {
    Attribute { column: Column { name, r#type: Type::Integer }, value }
}

const fn boolean<T>(name: &'static str, value: fn(&T) -> Option<String>) -> Attribute<T> {
    Attribute { column: Column { name, r#type: Type::Boolean }, value }
}

const ACTOR: &[Attribute<Actor>] = &[
    text("type", |actor| Some(actor.r#type.to_string())),
    text("country", |actor| actor.country.as_ref().map(ToString::to_string)),
    text("codes", |actor| joined(actor.codes.iter().map(|code| format!("{}:{}", code.scheme, code.value)))),
    text("aliases", |actor| joined(actor.aliases.iter().map(|alias| alias.text.to_string()))),
    text("description", |actor| actor.description.as_ref().map(ToString::to_string)),
];

const RELATIONSHIP: &[Attribute<Relationship>] = &[
    text("type", |relationship| Some(relationship.r#type.to_string())),
    boolean("symmetric", |relationship| Some(relationship.r#type.rule().symmetric.to_string())),
    text("when", |relationship| relationship.when.as_ref().map(ToString::to_string)),
    text("earliest", |relationship| bounds(relationship.when.as_ref()).earliest.map(|day| day.to_string())),
    text("latest", |relationship| bounds(relationship.when.as_ref()).latest.map(|day| day.to_string())),
    integer("date_prec", |relationship| bounds(relationship.when.as_ref()).date_prec.map(|prec| prec.to_string())),
    text("description", |relationship| relationship.description.as_ref().map(ToString::to_string)),
];

const COMMON: &[Attribute<Record>] = &[
    text("status", |record| Some(record.status().to_string())),
    text("modality", |record| record.basis().map(|basis| basis.modality.to_string())),
    integer("citations", |record| record.basis().map(|basis| basis.evidence.len().to_string())),
    integer("standpoints", |record| record.basis().map(|basis| basis.standpoints.len().to_string())),
    boolean("contested", |record| {
        record.basis().map(|basis| basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for()).to_string())
    }),
    text("note", |record| record.note().map(ToString::to_string)),
    text("record_id", |record| Some(record.id().to_owned())),
    text("record", |record| Some(json_of(record))),
];

fn values<T>(own: &[Attribute<T>], entity: &T, record: &Record) -> Vec<(&'static str, String)> {
    let own = own.iter().map(|attribute| (attribute.column.name, (attribute.value)(entity)));
    let common = COMMON.iter().map(|attribute| (attribute.column.name, (attribute.value)(record)));
    own.chain(common).filter_map(|(name, value)| Some((name, shown(&value?).into_owned()))).collect()
}

fn bounds(when: Option<&Edtf>) -> Bounds {
    when.map(Bounds::from).unwrap_or_default()
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}
