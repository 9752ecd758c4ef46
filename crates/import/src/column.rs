//! What a column says, by its name.

use standpoint_model::shape::{Field, Form, Object};

use crate::{node::Step, subject::List};

/// The meaning of a column: what it says of the record, or of the item, that a row is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Column {
    /// The kind of the record.
    Kind,
    /// The id of the record that has the item.
    Owner,
    /// The position of the item, or of one that it lies in, from the outermost list: 0 is that.
    Position(usize),
    /// A value.
    Value(Target),
    /// What follows from a value, and is no value itself.
    Derived,
}

/// Where in a record, or in an item, the values of a column go.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Target {
    pub(crate) steps: Vec<Step>,
    /// The field that the last of the steps leads to.
    pub(crate) field: &'static Field,
    /// Whether it is one item of the field's list.
    pub(crate) is_item: bool,
    pub(crate) reading: Reading,
}

/// How cells of a column are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As people write values of the field.
    Value,
    /// As the number of a page.
    Page,
    /// As the start, the end and the digest of a span.
    Span,
}

/// The columns that tables of our own have beside a date, and that follow from it.
const DERIVED: [&[&str]; 3] = [&["earliest"], &["latest"], &["date", "prec"]];

/// The names by which a citation is known without the fields on the way to it.
const OF_CITATION: [&str; 6] = ["source", "span", "words", "quote", "locator", "page"];

impl Column {
    /// Whether it says what another column says, or a part of it.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value(one), Self::Value(other)) => {
                one.steps.starts_with(&other.steps) || other.steps.starts_with(&one.steps)
            }
            _ => self == other,
        }
    }

    /// What a column says of a record with these fields.
    pub(crate) fn of_record(name: &str, record: &'static Object) -> Option<Self> {
        if name == "kind" {
            return Some(Self::Kind);
        }
        Self::of_fields(name, record)
    }

    /// What a column says of an item of a list.
    pub(crate) fn of_item(name: &str, list: &'static List) -> Option<Self> {
        if name == "id" || name == format!("{}_id", list.kind) {
            return Some(Self::Owner);
        }
        let depth = list.way.len() - 1;
        if name == "item" {
            return Some(Self::Position(depth));
        }
        let outer =
            list.way[..depth].iter().position(|way| way.last().is_some_and(|list| name == format!("{list}_item")));
        if let Some(outer) = outer {
            return Some(Self::Position(outer));
        }
        match &list.field.r#type.form {
            Form::Object(object) => Self::of_fields(name, object),
            Form::Id(kinds) if kinds.iter().any(|kind| kind.as_str() == name) => Some(Self::item(list)),
            _ if name == "value" => Some(Self::item(list)),
            _ => None,
        }
    }

    fn item(list: &'static List) -> Self {
        let steps = Vec::new();
        Self::Value(Target { steps, field: list.field, is_item: true, reading: Reading::Value })
    }

    fn of_fields(name: &str, object: &'static Object) -> Option<Self> {
        let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return None;
        }
        target(object, &words)
            .or_else(|| target(object, &[&["basis"], &words[..]].concat()))
            .map(Self::Value)
            .or_else(|| of_citation(object, &words).map(Self::Value))
            .or_else(|| derived(object, &words))
    }
}

/// `source`, `words 2` and the like: fields of the first citation, or of that of this number.
fn of_citation(object: &'static Object, words: &[&str]) -> Option<Target> {
    let (name, rest) = words.split_first()?;
    let number = match rest {
        [] => "1",
        [number] if position(number).is_some() => number,
        _ => return None,
    };
    if !OF_CITATION.contains(name) {
        return None;
    }
    let cited = ["evidence", number, name];
    target(object, &cited).or_else(|| target(object, &[&["basis"], &cited[..]].concat()))
}

fn derived(object: &'static Object, words: &[&str]) -> Option<Column> {
    let before = DERIVED.iter().find_map(|suffix| words.strip_suffix(*suffix))?;
    let target = target(object, before).or_else(|| target(object, &[&["basis"], before].concat()))?;
    (target.field.r#type.form == Form::Date).then_some(Column::Derived)
}

/// Where the words of a name lead to in an object: the names of fields one after the other, and the numbers of items.
fn target(object: &'static Object, words: &[&str]) -> Option<Target> {
    object
        .fields
        .iter()
        .find_map(|field| {
            let rest = after(field, words)?;
            field_target(field, rest)
        })
        .or_else(|| match words {
            ["page"] => page(object),
            _ => None,
        })
}

fn page(object: &'static Object) -> Option<Target> {
    let field = object.field("locator")?;
    let steps = vec![Step::Field(field.name.clone())];
    Some(Target { steps, field, is_item: false, reading: Reading::Page })
}

/// The words after the name of a field; a list may be named in the singular.
fn after<'w, 'n>(field: &Field, words: &'w [&'n str]) -> Option<&'w [&'n str]> {
    let length = field.name.split('_').count();
    if words.len() >= length && field.name.split('_').eq(words[..length].iter().copied()) {
        return Some(&words[length..]);
    }
    let (first, rest) = words.split_first()?;
    let is_singular = field.is_list && ["s", "es"].iter().any(|ending| field.name.strip_suffix(ending) == Some(*first));
    is_singular.then_some(rest)
}

fn field_target(field: &'static Field, rest: &[&str]) -> Option<Target> {
    let mut steps = vec![Step::Field(field.name.clone())];
    let reading = if field.r#type.name == "Span" { Reading::Span } else { Reading::Value };
    let target = |steps, is_item| Target { steps, field, is_item, reading };
    let (number, rest) = match rest {
        [] => return Some(target(steps, false)),
        [number, rest @ ..] if field.is_list && position(number).is_some() => (position(number), rest),
        rest => (field.is_list.then_some(1), rest),
    };
    steps.extend(number.map(Step::Item));
    if rest.is_empty() {
        return Some(target(steps, true));
    }
    let Form::Object(object) = &field.r#type.form else { return None };
    let mut within = self::target(object, rest)?;
    steps.append(&mut within.steps);
    Some(Target { steps, ..within })
}

/// The position that a word is, from 1.
fn position(word: &str) -> Option<usize> {
    word.parse().ok().filter(|position| (1..=999).contains(position))
}

#[cfg(test)]
mod tests {
    use standpoint_model::{Kind, shape::Shape};

    use super::*;
    use crate::subject::{Subject, plain};

    /// The steps of a column as a pointer, with items from 1.
    fn of(kind: Kind, name: &str) -> Option<String> {
        match Column::of_record(&plain(name), &Shape::of(kind).object)? {
            Column::Value(target) => {
                let step = |step: &Step| match step {
                    Step::Field(name) => format!("/{name}"),
                    Step::Item(position) => format!("/{position}"),
                };
                Some(target.steps.iter().map(step).collect())
            }
            Column::Derived => Some("derived".into()),
            Column::Kind => Some("kind".into()),
            other => Some(format!("{other:?}")),
        }
    }

    #[test]
    fn names_lead_to_fields_however_they_are_written() {
        for (kind, name, expected) in [
            (Kind::Actor, "Name", Some("/name")),
            (Kind::Actor, "aliases", Some("/aliases")),
            (Kind::Actor, "aliases.2.text", Some("/aliases/2/text")),
            (Kind::Actor, "Alias 1", Some("/aliases/1")),
            (Kind::Event, "Participant", Some("/participants")),
            (Kind::Event, "participants 1 role", Some("/participants/1/role")),
            (Kind::Event, "Caused by", Some("/caused_by")),
            (Kind::Event, "when_earliest", Some("derived")),
            (Kind::Event, "when_date_prec", Some("derived")),
            (Kind::Actor, "modality", Some("/basis/modality")),
            (Kind::Actor, "basis_modality", Some("/basis/modality")),
            (Kind::Actor, "Source", Some("/basis/evidence/1/source")),
            (Kind::Actor, "Source 2", Some("/basis/evidence/2/source")),
            (Kind::Actor, "page", Some("/basis/evidence/1/locator")),
            (Kind::Actor, "page_3", Some("/basis/evidence/3/locator")),
            (Kind::Actor, "evidence 2 words", Some("/basis/evidence/2/words")),
            (Kind::Identity, "source", Some("/evidence/1/source")),
            (Kind::Observation, "value_low", Some("/value/low")),
            (Kind::Observation, "Value", Some("/value")),
            (Kind::Source, "text_sha256", Some("/text/sha256")),
            (Kind::Dataset, "base_iri", Some("/base_iri")),
            (Kind::Actor, "comment", None),
            (Kind::Actor, "kind", Some("kind")),
        ] {
            assert_eq!(of(kind, name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn the_columns_of_lists_are_those_of_their_items() {
        let Some(Subject::Items(evidence)) = Subject::of("event_basis_standpoints_evidence") else { panic!() };
        assert_eq!(Column::of_item("event_id", evidence), Some(Column::Owner));
        assert_eq!(Column::of_item("standpoints_item", evidence), Some(Column::Position(0)));
        assert_eq!(Column::of_item("item", evidence), Some(Column::Position(1)));
        assert!(matches!(Column::of_item("span_start", evidence), Some(Column::Value(_))));
        let Some(Subject::Items(follows)) = Subject::of("event_follows") else { panic!() };
        assert!(matches!(Column::of_item("event", follows), Some(Column::Value(target)) if target.steps.is_empty()));
    }
}
