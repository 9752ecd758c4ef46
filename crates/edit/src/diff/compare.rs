//! Two records of one thing, field by field.

use serde_json::{Map, Value};
use standpoint_model::{
    Estimate, Kind, Modality, Record, Stance,
    shape::{Field, Form, Object, Shape},
};

use super::{
    change::{Change, Meaning},
    moved::Moved,
    precision::Exactness,
    text::summary,
};

/// Fields that tell which record it is, or what became of it as a whole.
const NOT_COMPARED: [&str; 4] = ["$schema", "kind", "id", "status"];

/// What a record says otherwise than it did, the greatest difference first.
pub(crate) fn compare(old: &Record, new: &Record, moved: &Moved) -> Vec<Change> {
    let (Value::Object(before), Ok(Value::Object(after))) = (moved.value(old), serde_json::to_value(new)) else {
        return Vec::new();
    };
    let whole = match new.kind() {
        Kind::Dataset => Some(Meaning::Keeping),
        Kind::Source => Some(Meaning::Evidence),
        _ => None,
    };
    let mut comparison = Comparison { whole, changes: Vec::new() };
    comparison.object("", None, &Shape::of(new.kind()).object, &before, &after);
    if let (Record::Identity(old), Record::Identity(new)) = (old, new) {
        comparison.lead(moved.now(old.members[0].as_str()), new.members[0].as_str());
    }
    if let Record::Relationship(tie) = new
        && let Some(change) = comparison.changes.iter_mut().find(|change| change.field == "type")
        && let Some(when) = &tie.when
    {
        change.text = format!("{}, {}", change.text, when.english());
    }
    comparison.changes.sort_by_key(|change| change.meaning);
    comparison.changes
}

struct Comparison {
    /// What all changes in the record mean, if its kind says so.
    whole: Option<Meaning>,
    changes: Vec<Change>,
}

impl Comparison {
    /// Compares the fields of an object that stands at `path`. All changes in it have the meaning `of_all`, if it has one.
    fn object(
        &mut self,
        path: &str,
        of_all: Option<Meaning>,
        object: &Object,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) {
        for field in object.fields.iter().filter(|field| !NOT_COMPARED.contains(&field.name.as_str())) {
            let (before, after) = (old.get(&field.name), new.get(&field.name));
            if before == after {
                continue;
            }
            let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
            let of_all = meaning_of_all(&field.name).or(of_all);
            if field.is_list {
                let items = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
                self.list(&path, of_all, field, items(before), items(after));
            } else {
                self.value(&path, of_all, field, before, after);
            }
        }
    }

    fn value(&mut self, path: &str, of_all: Option<Meaning>, field: &Field, old: Option<&Value>, new: Option<&Value>) {
        let estimates = || Some((estimate(old?, field)?, estimate(new?, field)?));
        if let Some((old_figure, new_figure)) = estimates() {
            let exactness = Exactness::of_estimates(&old_figure, &new_figure);
            let (meaning, verb) = match exactness {
                Exactness::More => (Meaning::Precision, "narrowed"),
                Exactness::Less => (Meaning::Precision, "widened"),
                Exactness::Other => (Meaning::Fact, "changed"),
            };
            let text = format!("{path}: {verb} from {old_figure} to {new_figure}");
            return self.add(of_all.unwrap_or(meaning), path, old, new, text);
        }
        if let (Form::Object(object), false, Some(Value::Object(old)), Some(Value::Object(new))) =
            (&field.r#type.form, is_span(field), old, new)
        {
            return self.object(path, of_all, object, old, new);
        }
        let (meaning, remark) = match (&field.r#type.form, old, new) {
            (Form::Date, Some(old), Some(new)) => match Exactness::of_dates(old, new) {
                Exactness::More => (Meaning::Precision, " (more exact)"),
                Exactness::Less => (Meaning::Precision, " (less exact)"),
                Exactness::Other => (Meaning::Fact, ""),
            },
            (Form::Text, ..) => (Meaning::Wording, ""),
            (Form::Word(_), Some(old), Some(new)) if field.name == "modality" => {
                (Meaning::Modality, strength(old, new))
            }
            _ => (Meaning::Fact, ""),
        };
        let shown = |value: &Value| summary(value, field);
        let text = match (old.map(shown), new.map(shown)) {
            (Some(old), Some(new)) => format!("{path}: {old} → {new}{remark}"),
            (Some(old), None) => format!("{path}: {old} is gone"),
            (None, new) => format!("{path}: new, {}", new.unwrap_or_default()),
        };
        self.add(of_all.unwrap_or(meaning), path, old, new, text);
    }

    /// Compares two lists in which the order does not count: first what both have is taken out, then items are compared that
    /// have the same first field.
    fn list(&mut self, path: &str, of_all: Option<Meaning>, field: &Field, mut old: Vec<Value>, mut new: Vec<Value>) {
        old.retain(|item| match new.iter().position(|other| other == item) {
            Some(at) => {
                new.remove(at);
                false
            }
            None => true,
        });
        let Form::Object(object) = &field.r#type.form else {
            for item in &old {
                self.item(path, of_all, field, Some(item), None);
            }
            for item in &new {
                self.item(path, of_all, field, None, Some(item));
            }
            return;
        };
        let is_alone =
            |name: &Value, items: &[Value]| items.iter().filter(|item| first(item) == Some(name)).count() == 1;
        for item in &old {
            let Some(name) = first(item).filter(|name| is_alone(name, &old) && is_alone(name, &new)) else {
                self.item(path, of_all, field, Some(item), None);
                continue;
            };
            let at = new.iter().position(|other| first(other) == Some(name));
            if let (Value::Object(before), Some(Value::Object(after))) = (item, at.map(|at| new.remove(at))) {
                let name = name.as_str().map_or_else(|| name.to_string(), str::to_owned);
                self.object(&format!("{path}[{name}]"), of_all, object, before, &after);
            }
        }
        for item in &new {
            self.item(path, of_all, field, None, Some(item));
        }
    }

    /// An item of a list that came or went.
    fn item(&mut self, path: &str, of_all: Option<Meaning>, field: &Field, old: Option<&Value>, new: Option<&Value>) {
        let text = match (old, new) {
            (_, Some(item)) => match standpoint(item) {
                Some((stance, holder)) => format!("new {stance} by {holder}"),
                None => format!("{path}: new, {}", summary(item, field)),
            },
            (Some(item), None) => match standpoint(item) {
                Some((stance, holder)) => format!("the {stance} by {holder} is gone"),
                None => format!("{path}: {} is gone", summary(item, field)),
            },
            (None, None) => return,
        };
        let meaning = if matches!(field.r#type.form, Form::Text) { Meaning::Wording } else { Meaning::Fact };
        self.add(of_all.unwrap_or(meaning), path, old, new, text);
    }

    /// Compares the first members of an identity: in this list alone the order counts.
    fn lead(&mut self, old: &str, new: &str) {
        if old != new {
            let text = format!("members: {new} leads, and no longer {old}");
            self.add(Meaning::Fact, "members", Some(&old.into()), Some(&new.into()), text);
        }
    }

    fn add(&mut self, meaning: Meaning, field: &str, old: Option<&Value>, new: Option<&Value>, text: String) {
        let (meaning, field) = (self.whole.unwrap_or(meaning), field.to_owned());
        self.changes.push(Change { meaning, field, old: old.cloned(), new: new.cloned(), text });
    }
}

/// What all changes in a field of this name mean, whatever stands there.
fn meaning_of_all(name: &str) -> Option<Meaning> {
    match name {
        "evidence" | "readings" => Some(Meaning::Evidence),
        "standpoints" => Some(Meaning::Standpoint),
        "note" | "allow" | "handling" | "codes" | "codings" | "language" => Some(Meaning::Keeping),
        _ => None,
    }
}

/// Whether the field holds a stretch of a text, which is one value and not three.
fn is_span(field: &Field) -> bool {
    field.r#type.name == "Span"
}

/// The first field of an object, which says what it is about.
fn first(item: &Value) -> Option<&Value> {
    item.as_object()?.values().next()
}

/// An estimate, if the field holds one.
fn estimate(value: &Value, field: &Field) -> Option<Estimate> {
    (field.r#type.name == "Estimate").then(|| serde_json::from_value(value.clone()).ok()).flatten()
}

/// What somebody says of a record, as a noun, and who, if the item is a standpoint.
fn standpoint(item: &Value) -> Option<(&'static str, &str)> {
    let stance = match Stance::from_word(item.get("stance")?.as_str()?)? {
        Stance::Asserts => "assertion",
        Stance::ClaimsResponsibility => "claim of responsibility",
        Stance::Estimates => "estimate",
        Stance::Denies => "denial",
        Stance::Disputes => "dispute",
    };
    Some((stance, item.get("holder")?.as_str()?))
}

/// Whether a source says it less or more firmly than before. An estimate and the dataset's own reading stand on no ladder.
fn strength(old: &Value, new: &Value) -> &'static str {
    let rung = |value: &Value| match Modality::from_word(value.as_str()?)? {
        Modality::Stated => Some(2),
        Modality::Reported => Some(1),
        Modality::Alleged => Some(0),
        Modality::Estimated | Modality::Inferred => None,
    };
    match rung(old).zip(rung(new)) {
        Some((old, new)) if new < old => " (weaker)",
        Some((old, new)) if new > old => " (stronger)",
        _ => "",
    }
}
