//! The graph of actors and their ties, which the formats for graphs share.

use std::{borrow::Cow, collections::BTreeSet, io};

use standpoint_model::{Actor, Dataset, Edtf, Entity, Kind, Manifest, Record, Relationship, RelationshipType, United};

use crate::{Loss, Records, Which, bounds::Bounds, prose};

/// Actors as nodes and the relationships between them as edges, those of retracted records too.
pub(crate) struct Graph<'d> {
    dataset: &'d Dataset,
    united: United<'d>,
}

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
    /// The type of the relationship. The label tells, too, whose word it is.
    pub(crate) r#type: &'static str,
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
pub(crate) const NOT_HELD: [Loss; 10] = [
    Loss::every("source", "sources: the graph holds actors and their ties"),
    Loss::every("place", "places: the graph holds actors and their ties"),
    Loss::every("event", "events: the graph holds actors and their ties"),
    Loss::every("interest", "interests: the graph holds actors and their ties"),
    Loss::every("issue", "issues: the graph holds actors and their ties"),
    Loss::every("position", "positions: the graph holds actors and their ties"),
    Loss::every("observation", "observations: the graph holds actors and their ties"),
    Loss::every("statement", "statements: the graph holds actors and their ties"),
    Loss {
        field: "relationship",
        of: Which::OfRecords(is_presence),
        why: "ties to places, such as where an actor is based: the nodes are actors",
    },
    Loss::every("identity", "identities: actors that are the same are one node, and who decided that is not told"),
];

/// Whether a record ties an actor to a place.
fn is_presence(record: &Record) -> bool {
    matches!(record, Record::Relationship(tie) if tie.object.kind() == Kind::Place)
}

impl<'d> Graph<'d> {
    /// What the graph needs of the records.
    pub(crate) fn records(mut records: Records<'_>) -> io::Result<Cow<'_, Dataset>> {
        records.dataset_of(&[Kind::Dataset, Kind::Actor, Kind::Relationship, Kind::Identity])
    }

    pub(crate) fn of(dataset: &'d Dataset) -> Self {
        Self { dataset, united: dataset.united() }
    }

    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        self.dataset.manifest()
    }

    /// The actors, those that are the same as one, then a node for each actor that a relationship names and that is missing:
    /// not all readers bear an edge that leads nowhere.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = Element<'_>> {
        let actors = self.all::<Actor>().map(|(record, actor)| Element {
            id: identifier(record.id()),
            label: shown(actor.name.as_str()),
            values: self.values(ACTOR, actor, record),
        });
        actors.chain(self.missing().into_iter().map(missing_node))
    }

    pub(crate) fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        self.ties().map(|(record, relationship)| Edge {
            element: Element {
                id: identifier(record.id()),
                label: label(relationship).into(),
                values: self.values(RELATIONSHIP, relationship, record),
            },
            r#type: relationship.r#type.as_str(),
            source: identifier(relationship.subject.as_str()),
            target: identifier(relationship.object.as_str()),
            bounds: relationship.when.as_ref().map(Bounds::from).unwrap_or_default(),
        })
    }

    fn missing(&self) -> BTreeSet<&str> {
        let ends = self.ties().flat_map(|(_, tie)| [tie.subject.as_str(), tie.object.as_str()]);
        ends.filter(|id| self.united.dataset().resolve(id).is_none()).collect()
    }

    /// The relationships between actors.
    fn ties(&self) -> impl Iterator<Item = (&Record, &Relationship)> {
        self.all().filter(|(record, _)| !is_presence(record))
    }

    fn all<E: Entity>(&self) -> impl Iterator<Item = (&Record, &E)> {
        self.united.dataset().all_records().iter().filter_map(|record| Some((record, E::from_record(record)?)))
    }

    /// The attributes of a record as it is in the view in which what is the same is one; with it the records as they are.
    fn values<T>(&self, own: &[Attribute<T>], entity: &T, record: &Record) -> Vec<(&'static str, String)> {
        let own = own.iter().map(|attribute| (attribute.column.name, (attribute.value)(entity)));
        let common = COMMON.iter().map(|attribute| (attribute.column.name, (attribute.value)(record)));
        let whole = |id: &str| self.dataset.resolve(id).map(json_of);
        let others = self.united.members_of(record.id()).iter().skip(1);
        let others = others.filter_map(|id| whole(id)).collect::<Vec<_>>();
        let records = [
            (RECORD.name, whole(record.id())),
            (OTHERS.name, (!others.is_empty()).then(|| format!("[{}]", others.join(",")))),
        ];
        let all = own.chain(common).chain(records);
        all.filter_map(|(name, value)| Some((name, shown(&value?).into_owned()))).collect()
    }
}

/// The record itself, and those that it is one with.
const RECORD: Column = Column { name: "record", r#type: Type::Text };
const OTHERS: Column = Column { name: "others", r#type: Type::Text };

/// The attributes of nodes.
pub(crate) fn node_columns() -> impl Iterator<Item = Column> {
    columns(ACTOR)
}

/// The attributes of edges.
pub(crate) fn edge_columns() -> impl Iterator<Item = Column> {
    columns(RELATIONSHIP)
}

fn columns<T>(own: &[Attribute<T>]) -> impl Iterator<Item = Column> {
    let own = own.iter().map(|attribute| attribute.column);
    own.chain(COMMON.iter().map(|attribute| attribute.column)).chain([RECORD, OTHERS])
}

/// "is a member of", "no longer is a member of", "is a member of, 2015 to 2019". A tie that is not said to go on would read as if it
/// were one of today.
fn label(tie: &Relationship) -> String {
    let bounded = tie.when.as_ref().filter(|when| Bounds::from(*when).latest.is_some());
    let when = bounded.map(|when| format!(", {}", when.english())).unwrap_or_default();
    prose::standing(tie) + &when
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

fn missing_node(id: &str) -> Element<'_> {
    Element {
        id: identifier(id),
        label: id.into(),
        values: vec![("record_id", id.into()), ("status", "missing".into())],
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
    text("seat", |actor| actor.seat.as_ref().map(ToString::to_string)),
    text("codes", |actor| joined(actor.codes.iter().map(|code| format!("{}:{}", code.scheme, code.value)))),
    text("aliases", |actor| joined(actor.aliases.iter().map(|alias| alias.text.to_string()))),
    text("description", |actor| actor.description.as_ref().map(ToString::to_string)),
];

const RELATIONSHIP: &[Attribute<Relationship>] = &[
    text("type", |relationship| Some(relationship.r#type.to_string())),
    integer("sign", |relationship| Some(sign(relationship.r#type).to_string())),
    boolean("symmetric", |relationship| Some(relationship.r#type.rule().symmetric.to_string())),
    boolean("subjects_own", |relationship| {
        relationship.r#type.rule().regarded.map(|_| relationship.is_subjects_own().to_string())
    }),
    text("role", |relationship| relationship.role.as_ref().map(ToString::to_string)),
    boolean("head", |relationship| Some(relationship.head.to_string())),
    boolean("former", |relationship| Some(relationship.former.to_string())),
    text("support", |relationship| joined(relationship.support.iter().map(ToString::to_string))),
    text("when", |relationship| relationship.when.as_ref().map(ToString::to_string)),
    text("earliest", |relationship| bounds(relationship.when.as_ref()).earliest.map(|day| day.to_string())),
    text("latest", |relationship| bounds(relationship.when.as_ref()).latest.map(|day| day.to_string())),
    integer("date_prec", |relationship| bounds(relationship.when.as_ref()).date_prec.map(|prec| prec.to_string())),
    text("description", |relationship| relationship.description.as_ref().map(ToString::to_string)),
];

const COMMON: &[Attribute<Record>] = &[
    text("status", |record| Some(record.status().to_string())),
    text("handling", |record| Some(record.handling().to_string())),
    text("modality", |record| record.basis().map(|basis| basis.modality.to_string())),
    integer("citations", |record| record.basis().map(|basis| basis.evidence.len().to_string())),
    integer("standpoints", |record| record.basis().map(|basis| basis.standpoints.len().to_string())),
    boolean("contested", |record| {
        record.basis().map(|basis| basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for()).to_string())
    }),
    text("note", |record| record.note().map(ToString::to_string)),
    text("record_id", |record| Some(record.id().to_owned())),
];

/// How a network of signed ties counts it: for, against, or neither.
const fn sign(r#type: RelationshipType) -> i8 {
    match r#type {
        RelationshipType::Ally
        | RelationshipType::Partner
        | RelationshipType::Supports
        | RelationshipType::CoordinatedWith => 1,
        RelationshipType::Rival | RelationshipType::Adversary => -1,
        RelationshipType::AffiliateOf
        | RelationshipType::PartOf
        | RelationshipType::MemberOf
        | RelationshipType::OrganOf
        | RelationshipType::SplitFrom
        | RelationshipType::DrawnFrom
        | RelationshipType::MergedInto
        | RelationshipType::SuccessorOf
        | RelationshipType::HoldsPost
        | RelationshipType::KinOf
        | RelationshipType::TreatyWith
        | RelationshipType::Recognises
        | RelationshipType::DoesNotRecognise
        | RelationshipType::BasedIn
        | RelationshipType::OperatesIn
        | RelationshipType::Controls => 0,
    }
}

fn bounds(when: Option<&Edtf>) -> Bounds {
    when.map(Bounds::from).unwrap_or_default()
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}
