//! Fields too many and too few.

use serde_json::{Map, Value};
use standpoint_model::{Kind, shape::Shape};
use standpoint_report::Part;

use super::{
    fault::Fault,
    site::{Site, inline},
};
use crate::{
    codes,
    diagnose::meant::word::{did_you_mean, nearest},
};

/// Where a field that an object cannot have was meant to be.
enum Meant<'s> {
    /// Here, under this name.
    Named(&'s str),
    /// Inside this field of the object.
    Inside(&'s str),
    /// In the object around this one.
    Around(Site<'s>),
    /// In the evidence of the record's basis.
    Cited,
    /// In the record of the source that is cited here.
    SourceOf,
}

/// The fault of a field that the object at the last of these sites cannot have.
pub(super) fn unknown(path: &[Site<'_>], pointer: &str, object: &Map<String, Value>, name: &str) -> Option<Fault> {
    let site = path.last()?;
    let absent: Vec<&str> = absent(*site, object).collect();
    if let Some(head) = joined(*site, name) {
        let mut all = object.keys().filter(|name| joined(*site, name) == Some(head));
        let help = format!(
            "write the fields inside one another, which a program for tables joined: `\"{head}\": {}`",
            inline(&nested(object, head))
        );
        let fault = || fault(pointer, name, Some(help));
        return (all.next().map(String::as_str) == Some(name)).then(fault);
    }
    let help = match meant(path, object, name) {
        Some(Meant::Cited) => Some(cited(&object[name])),
        Some(Meant::SourceOf) => Some(format!(
            "cite a record of the kind `source`, which has the address: write `\"source\": \"source/…\"` here, and add \
             `{{\"kind\": \"source\", \"id\": \"source/…\", \"title\": \"…\", \"type\": \"web-page\", \"url\": {}}}`",
            object[name]
        )),
        Some(Meant::Named(field)) => did_you_mean(name, [field]),
        Some(Meant::Inside(field)) => Some(format!("`{name}` belongs inside `{field}`")),
        Some(Meant::Around(site)) => Some(match site.name() {
            Some(around) => format!("`{name}` belongs one level up, inside `{around}` itself"),
            None => format!("`{name}` belongs to the record itself, beside its `id`"),
        }),
        None if absent.is_empty() => None,
        None if site.field_of_word(name).is_some_and(|field| absent.contains(&field)) => {
            let field = site.field_of_word(name)?;
            Some(format!("`{name}` is a word of the field `{field}`: write `\"{field}\": \"{name}\"`"))
        }
        None => {
            let absent: Vec<String> = absent.iter().map(|field| format!("`{field}`")).collect();
            Some(format!("the other fields that may stand here are {}", absent.join(", ")))
        }
    };
    Some(fault(pointer, name, help))
}

fn fault(pointer: &str, name: &str, help: Option<String>) -> Fault {
    Fault {
        code: &codes::UNKNOWN_FIELD,
        pointer: format!("{pointer}/{}", escaped(name)),
        part: Part::Key,
        message: format!("there is no field `{name}` here"),
        help,
        change: None,
        missing: None,
    }
}

/// The field of the object at a site inside which others are, whose names are joined to its own by points: `basis.modality`.
fn joined<'n>(site: Site<'_>, name: &'n str) -> Option<&'n str> {
    let (head, _) = name.split_once('.')?;
    site.field(head).map(|_| head)
}

/// What the fields come to whose names are joined to `head`.
fn nested(object: &Map<String, Value>, head: &str) -> Value {
    let mut value = Value::Null;
    for (name, inside) in object {
        let Some(rest) = name.strip_prefix(head).and_then(|rest| rest.strip_prefix('.')) else { continue };
        let mut at = &mut value;
        for step in rest.split('.') {
            at = match step.parse::<usize>() {
                Ok(index) if index < 100 => {
                    if !at.is_array() {
                        *at = Value::Array(Vec::new());
                    }
                    let Value::Array(items) = at else { return value };
                    if items.len() <= index {
                        items.resize(index + 1, Value::Null);
                    }
                    &mut items[index]
                }
                _ => {
                    if !at.is_object() {
                        *at = Value::Object(Map::new());
                    }
                    let Value::Object(fields) = at else { return value };
                    fields.entry(step).or_insert(Value::Null)
                }
            };
        }
        *at = inside.clone();
    }
    value
}

/// How a record says on which source it rests.
fn cited(written: &Value) -> String {
    let id = written.as_str().filter(|id| Kind::of_id(id) == Some(Kind::Source)).unwrap_or("source/…");
    format!(
        "a record names its sources in its `basis`: write `\"basis\": {{\"modality\": \"stated\", \"evidence\": [{{\"source\": \
         \"{id}\", \"locator\": \"page 12\"}}]}}`"
    )
}

/// The fault of a field that is missing, unless what belongs inside it, or is it under another name, is there.
pub(super) fn missing(path: &[Site<'_>], pointer: &str, object: &Map<String, Value>, name: &str) -> Option<Fault> {
    let site = path.last()?;
    let strange = object.keys().filter(|key| site.field(key).is_none());
    let explained = strange.clone().filter_map(|key| meant(path, object, key)).any(|meant| match meant {
        Meant::Named(field) | Meant::Inside(field) => field == name,
        Meant::Cited => name == "basis",
        Meant::SourceOf => name == "source",
        Meant::Around(_) => false,
    });
    let explained = explained || strange.clone().any(|key| joined(*site, key) == Some(name));
    let field = site.field(name)?;
    let computed = field.computed().map(str::to_owned);
    let example = || field.example().map(|example| format!("for example: `\"{name}\": {}`", inline(&example)));
    (!explained).then(|| Fault {
        code: &codes::MISSING_FIELD,
        pointer: pointer.to_owned(),
        part: Part::Key,
        message: format!("the field `{name}` is missing here"),
        help: computed.or_else(example).or_else(|| field.description().map(str::to_owned)),
        change: None,
        missing: None,
    })
}

fn meant<'s>(path: &[Site<'s>], object: &Map<String, Value>, name: &str) -> Option<Meant<'s>> {
    let (site, around) = path.split_last()?;
    let names_source = object.get(name).and_then(Value::as_str).is_some_and(|id| Kind::of_id(id) == Some(Kind::Source));
    let is_cited = match name {
        "source" => names_source,
        "sources" | "citation" | "citations" | "reference" | "references" => true,
        _ => false,
    };
    if is_cited && matches!(site, Site::Record(_)) && site.field("basis").is_some() && !object.contains_key("basis") {
        return Some(Meant::Cited);
    }
    if matches!(name, "url" | "link" | "web" | "href") && site.is_of("Citation") && !object.contains_key("source") {
        return Some(Meant::SourceOf);
    }
    let near = nearest(name, absent(*site, object)).map(Meant::Named);
    near.or_else(|| around.iter().rev().find(|site| site.field(name).is_some()).map(|site| Meant::Around(*site)))
        .or_else(|| {
            let inside = |field: &&str| site.field(field).is_some_and(|part| part.field(name).is_some());
            site.fields().find(inside).map(Meant::Inside)
        })
}

/// A field that stands under another name than was meant.
pub(super) struct Rename {
    /// The pointer to it as it is written.
    pub(super) written: String,
    /// The pointer to it as it was meant.
    pub(super) meant: String,
}

impl Rename {
    /// Whether a fault, of the record with this field renamed, is that its value is of another sort, or one of its items.
    pub(super) fn is_of_value(&self, fault: &Fault) -> bool {
        let rest = fault.pointer.strip_prefix(&self.meant);
        *fault.code == codes::WRONG_TYPE
            && rest.is_some_and(|rest| rest.is_empty() || rest[1..].bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// A pointer into the record with this field renamed, as one into the record as it is written.
    pub(super) fn back(&self, pointer: String) -> String {
        match pointer.strip_prefix(&self.meant) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{}{rest}", self.written),
            _ => pointer,
        }
    }
}

/// The record with each misspelt field under the name that was meant. What stands in such a field is left as it is.
pub(super) fn renamed(shape: &Shape, record: &Value) -> (Value, Vec<Rename>) {
    let mut renames = Vec::new();
    let corrected = rename(&[Site::Record(shape)], record, "", &mut renames);
    (corrected, renames)
}

fn rename(path: &[Site<'_>], value: &Value, pointer: &str, renames: &mut Vec<Rename>) -> Value {
    let Some(site) = path.last() else { return value.clone() };
    let mut below = |site: Site<'_>, value: &Value, segment: &str| {
        rename(&[path, &[site]].concat(), value, &format!("{pointer}/{segment}"), renames)
    };
    match value {
        Value::Array(items) => match site.item() {
            Some(item) => {
                let items = items.iter().enumerate();
                items.map(|(index, value)| below(item, value, &index.to_string())).collect()
            }
            None => value.clone(),
        },
        Value::Object(fields) => {
            let known = fields.iter().filter_map(|(name, value)| Some((name, site.field(name)?, value)));
            let mut object: Map<String, Value> =
                known.map(|(name, field, value)| (name.clone(), below(field, value, name))).collect();
            for (name, value) in fields.iter().filter(|(name, _)| site.field(name).is_none()) {
                match meant(path, fields, name) {
                    Some(Meant::Named(field)) if !object.contains_key(field) => {
                        renames.push(Rename {
                            written: format!("{pointer}/{}", escaped(name)),
                            meant: format!("{pointer}/{field}"),
                        });
                        object.insert(field.to_owned(), value.clone());
                    }
                    _ => _ = object.insert(name.clone(), value.clone()),
                }
            }
            Value::Object(object)
        }
        _ => value.clone(),
    }
}

/// The name of a field as a segment of a JSON Pointer.
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The fields that the object could still have.
fn absent<'s>(site: Site<'s>, object: &Map<String, Value>) -> impl Iterator<Item = &'s str> {
    site.fields().filter(|field| !object.contains_key(*field))
}
