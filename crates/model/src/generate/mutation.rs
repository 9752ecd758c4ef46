//! Records spoiled in one place or in several.

use proptest::{
    collection::vec,
    prelude::{BoxedStrategy, Strategy, any},
    sample::Index,
};
use serde_json::{Map, Value};

use super::spoiled;
use crate::{Edtf, Kind, Record};

/// JSON of `record` after one to three structural mutations.
///
/// A field is removed, added or renamed; a value gives way to one of another type, to `null`, to a negative number, a
/// fraction, a number too large, an empty string, an empty list; a string gains a control character or a stray blank,
/// becomes a word of another vocabulary, the id of another kind, a day that is not in the calendar; two bounds change
/// places; a list has an item twice or one that does not belong; an object is written as an array, a word as an object.
///
/// Most results are not valid, but some are: an optional field may have gone, or a number may be written otherwise.
///
/// ```
/// use proptest::{prelude::*, proptest};
/// use standpoint_model::{Record, generate};
///
/// let mutated = generate::record().prop_flat_map(|record| generate::mutated(&record));
/// proptest!(|(value in mutated)| {
///     // Refused or not, reading what has been written back changes nothing.
///     if let Ok(record) = serde_json::from_value::<Record>(value) {
///         prop_assert_eq!(serde_json::from_value::<Record>(serde_json::to_value(&record)?)?, record);
///     }
/// });
/// ```
pub fn mutated(record: &Record) -> BoxedStrategy<Value> {
    // A record's numbers are finite and its keys are strings: it always has a JSON form.
    let original = serde_json::to_value(record).unwrap_or_default();
    vec([any::<Index>(), any::<Index>(), any::<Index>()], 1..=3)
        .prop_map(move |steps| {
            let mut value = original.clone();
            for choices in &steps {
                mutate(&mut value, choices);
            }
            value
        })
        .boxed()
}

/// A way to spoil a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mutation {
    RemoveField,
    AddField,
    RenameField,
    SwapBounds,
    ReplaceValue,
    ReshapeValue,
    AlterString,
    ChangeWord,
    ChangeKind,
    BreakDate,
    ChangeNumber,
    SpoilList,
}

const MUTATIONS: [Mutation; 12] = [
    Mutation::RemoveField,
    Mutation::AddField,
    Mutation::RenameField,
    Mutation::SwapBounds,
    Mutation::ReplaceValue,
    Mutation::ReshapeValue,
    Mutation::AlterString,
    Mutation::ChangeWord,
    Mutation::ChangeKind,
    Mutation::BreakDate,
    Mutation::ChangeNumber,
    Mutation::SpoilList,
];

/// Applies one mutation: the first choice says which, the second where, the third into what.
///
/// The mutation is chosen before the place, so that one which few places allow is as frequent as any other.
fn mutate(value: &mut Value, [which, place, outcome]: &[Index; 3]) {
    let mut sites = Vec::new();
    collect(value, &mut String::new(), &mut sites);
    let possible: Vec<(Mutation, Vec<&str>)> = MUTATIONS
        .iter()
        .map(|&mutation| {
            let suited = sites.iter().filter(|(_, site)| mutation.suits(site));
            (mutation, suited.map(|(pointer, _)| pointer.as_str()).collect())
        })
        .filter(|(_, places): &(_, Vec<_>)| !places.is_empty())
        .collect();
    let (mutation, places) = which.get(&possible);
    let (mutation, place) = (*mutation, (*place.get(places)).to_owned());
    if let Some(site) = value.pointer_mut(&place) {
        mutation.apply(site, *outcome);
    }
}

/// Adds `value` and all that it holds, each with its JSON Pointer.
fn collect<'a>(value: &'a Value, pointer: &mut String, found: &mut Vec<(String, &'a Value)>) {
    found.push((pointer.clone(), value));
    let length = pointer.len();
    let mut descend = |segment: &str, child: &'a Value| {
        pointer.push('/');
        pointer.push_str(segment);
        collect(child, pointer, found);
        pointer.truncate(length);
    };
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                descend(&at.to_string(), item);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                descend(&name.replace('~', "~0").replace('/', "~1"), field);
            }
        }
        _ => {}
    }
}

const BOUNDS: [[&str; 2]; 6] =
    [["start", "end"], ["low", "high"], ["low", "best"], ["best", "high"], ["longitude", "latitude"], ["from", "to"]];

fn bounds_of(fields: &Map<String, Value>) -> Vec<[&'static str; 2]> {
    let held = |names: &[&str; 2]| names.iter().all(|name| fields.contains_key(*name));
    BOUNDS.into_iter().filter(held).collect()
}

impl Mutation {
    fn suits(self, site: &Value) -> bool {
        match self {
            Self::AddField => site.is_object(),
            Self::RemoveField | Self::RenameField => site.as_object().is_some_and(|fields| !fields.is_empty()),
            Self::SwapBounds => site.as_object().is_some_and(|fields| !bounds_of(fields).is_empty()),
            Self::ReplaceValue => true,
            Self::ReshapeValue => spoiled::shape(site).is_some(),
            Self::AlterString => site.is_string(),
            Self::ChangeWord => site.as_str().is_some_and(spoiled::is_word),
            Self::ChangeKind => {
                site.as_str().is_some_and(|text| Kind::from_word(text).or_else(|| Kind::of_id(text)).is_some())
            }
            Self::BreakDate => site.as_str().is_some_and(|text| Edtf::new(text).is_ok()),
            Self::ChangeNumber => site.is_number(),
            Self::SpoilList => site.is_array(),
        }
    }

    fn apply(self, site: &mut Value, outcome: Index) {
        match (self, site) {
            (Self::AddField, Value::Object(fields)) => {
                let (name, value) = outcome.get(&spoiled::FIELDS);
                fields.entry(*name).or_insert_with(|| spoiled::parsed(value));
            }
            (Self::RemoveField, Value::Object(fields)) => {
                fields.remove(&any_key(fields, outcome));
            }
            (Self::RenameField, Value::Object(fields)) => {
                let name = any_key(fields, outcome);
                if let Some(value) = fields.remove(&name) {
                    fields.insert(pick(outcome, spoiled::names(&name)), value);
                }
            }
            (Self::SwapBounds, Value::Object(fields)) => {
                let [first, second] = pick(outcome, bounds_of(fields));
                let held = fields.get(first).cloned().zip(fields.get(second).cloned());
                if let Some((a, b)) = held {
                    fields.insert(first.into(), b);
                    fields.insert(second.into(), a);
                }
            }
            (Self::ReshapeValue, site) => *site = spoiled::shape(site).unwrap_or_default(),
            (Self::AlterString, Value::String(text)) => *text = pick(outcome, spoiled::strings(text)),
            (Self::ChangeWord, Value::String(text)) => text.clone_from(outcome.get(spoiled::words())),
            (Self::ChangeKind, Value::String(text)) => *text = pick(outcome, spoiled::kinds(text)),
            (Self::BreakDate, Value::String(text)) => *text = pick(outcome, spoiled::dates(text)),
            (Self::ChangeNumber, site @ Value::Number(_)) => *site = pick(outcome, spoiled::numbers(site)),
            (Self::SpoilList, Value::Array(items)) => *items = pick(outcome, spoiled::lists(items)),
            (_, site) => *site = pick(outcome, spoiled::values(site)),
        }
    }
}

/// The one of `choices`, of which there is at least one, that `outcome` selects.
fn pick<T>(outcome: Index, mut choices: Vec<T>) -> T {
    choices.swap_remove(outcome.index(choices.len()))
}

fn any_key(fields: &Map<String, Value>, outcome: Index) -> String {
    pick(outcome, fields.keys().cloned().collect())
}
