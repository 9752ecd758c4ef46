//! The schema of each kind, compiled, and the faults that it finds.

use std::{collections::BTreeMap, sync::OnceLock};

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::Value;
use standpoint_model::{Kind, schema::for_kind, shape::Shape};
use standpoint_report::Change;

use super::{
    fault::{Fault, Weight},
    field::{self, Rename},
    mismatch,
    site::{Site, inline},
    translate,
};
use crate::{codes, diagnose::lexical};

/// The keyword that names the model's type of a definition.
const TYPE_KEYWORD: &str = "standpoint-type";

struct KindSchema {
    shape: &'static Shape,
    validator: Validator,
}

/// The schema of a kind, made when it is first needed.
fn of(kind: Kind) -> &'static KindSchema {
    static SCHEMAS: [OnceLock<KindSchema>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    SCHEMAS[kind as usize].get_or_init(|| KindSchema::new(kind))
}

/// The faults of `record`, which says that it is of `kind`. What stands in misspelt fields is checked as if it stood in
/// those that were meant.
pub(super) fn faults(kind: Kind, record: &Value) -> Vec<Fault> {
    let schema = of(kind);
    let mut faults = schema.faults(record);
    schema.leave_no_gap(record, &mut faults);
    if faults.iter().all(|fault| *fault.code != codes::UNKNOWN_FIELD) {
        return faults;
    }
    let (corrected, renames) = field::renamed(schema.shape, record);
    if !renames.is_empty() {
        faults.retain(|fault| renames.iter().any(|rename| rename.written == fault.pointer));
        let mut under_meant = schema.faults(&corrected);
        for fault in faults.iter_mut().filter(|fault| *fault.code == codes::UNKNOWN_FIELD) {
            let rename = renames.iter().find(|rename| rename.written == fault.pointer);
            if let Some((rename, help)) =
                rename.and_then(|rename| Some((rename, schema.field_and_value(record, rename, &under_meant)?)))
            {
                fault.help = Some(help);
                under_meant.retain(|fault| !rename.is_of_value(fault));
            }
        }
        faults.extend(under_meant.into_iter().map(|fault| {
            let pointer = renames.iter().rev().fold(fault.pointer.clone(), |pointer, rename| rename.back(pointer));
            if pointer == fault.pointer { fault } else { Fault { pointer, ..fault.in_doubt() } }
        }));
    }
    faults
}

/// Leaves out what only repeats a better message: at the same value, or at a value around one that is faulty.
fn one_cause_one_fault(found: BTreeMap<String, Vec<(Weight, Fault)>>) -> Vec<Fault> {
    let pointers: Vec<String> = found.keys().cloned().collect();
    let mut kept = Vec::new();
    for (pointer, faults) in found {
        let below = format!("{pointer}/");
        let fault_below = pointers.iter().any(|other| other.starts_with(&below));
        let heaviest = faults.iter().map(|(weight, _)| *weight).max();
        for (weight, fault) in faults {
            let says_less = weight < Weight::JsonType && fault_below;
            if Some(weight) == heaviest && !says_less {
                kept.push(fault);
                if weight != Weight::Field {
                    break;
                }
            }
        }
    }
    kept
}

impl KindSchema {
    fn new(kind: Kind) -> Self {
        let mut schema = for_kind(kind);
        if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
            for (name, definition) in definitions {
                if let Value::Object(definition) = definition
                    && lexical::by_definition(name).is_some()
                {
                    definition.insert(TYPE_KEYWORD.into(), name.as_str().into());
                }
            }
        }
        let validator = jsonschema::options()
            .with_keyword(TYPE_KEYWORD, |_, name, _| Ok(Box::new(TypeKeyword::named(name))))
            .build(&schema)
            .expect("a test compiles the schema of every kind");
        Self { shape: Shape::of(kind), validator }
    }

    /// The help for a field whose name and value are both wrong.
    fn field_and_value(&self, record: &Value, rename: &Rename, faults: &[Fault]) -> Option<String> {
        faults.iter().find(|fault| rename.is_of_value(fault))?;
        let site = *Site::path(self.shape, &rename.meant)?.last()?;
        let written = record.pointer(&rename.written)?;
        let mut value = match (written.as_array(), site.item()) {
            (Some(items), Some(item)) => {
                let filled = items.iter().map(|value| mismatch::filled(item, value));
                Value::Array(filled.collect::<Option<Vec<Value>>>()?)
            }
            _ => mismatch::meant(site, written).or_else(|| mismatch::filled(site, written))?,
        };
        // `"page": 12` says of the number what it is.
        if let (Value::Number(page), true) = (written, rename.written.ends_with("/page")) {
            value = format!("page {page}").into();
        }
        Some(format!("did you mean `\"{}\": {}`?", site.name()?, inline(&value)))
    }

    /// Leaves out the changes that would take away the last thing that is said somewhere, so that something is missing there.
    fn leave_no_gap(&self, record: &Value, faults: &mut [Fault]) {
        let removed = |fault: &Fault| fault.change == Some(Change::Remove);
        if !faults.iter().any(removed) {
            return;
        }
        let mut mended = record.clone();
        for fault in faults.iter().filter(|fault| removed(fault)) {
            let (around, name) = fault.pointer.rsplit_once('/').unwrap_or_default();
            if let Some(Value::Object(object)) = mended.pointer_mut(around) {
                object.remove(name);
            }
        }
        let is_new = |new: &Fault| faults.iter().all(|fault| fault.pointer != new.pointer);
        let new: Vec<Fault> = self.faults(&mended).into_iter().filter(is_new).collect();
        for fault in faults.iter_mut().filter(|fault| removed(fault)) {
            if new.iter().any(|new| fault.pointer.starts_with(&format!("{}/", new.pointer))) {
                fault.change = None;
            }
        }
    }

    /// The faults of a record of the kind, in the order of their places.
    fn faults(&self, record: &Value) -> Vec<Fault> {
        let mut found: BTreeMap<String, Vec<(Weight, Fault)>> = BTreeMap::new();
        for error in self.validator.iter_errors(record) {
            for (weight, fault) in translate::faults(self.shape, record, &error) {
                found.entry(error.instance_path().as_str().to_owned()).or_default().push((weight, fault));
            }
        }
        one_cause_one_fault(found)
    }
}

/// The keyword's check: whether the model's type accepts the value.
struct TypeKeyword(Option<&'static lexical::Lexical>);

impl TypeKeyword {
    fn named(name: &Value) -> Self {
        Self(name.as_str().and_then(lexical::by_definition))
    }
}

impl<'i> Keyword<'i> for TypeKeyword {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        match self.0.and_then(|lexical| (lexical.refuse)(instance)) {
            Some(reason) => Err(ValidationError::custom(reason)),
            None => Ok(()),
        }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.0.is_none_or(|lexical| (lexical.refuse)(instance).is_none())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_schema_of_every_kind_compiles() {
        for &kind in Kind::ALL {
            assert!(!faults(kind, &json!({})).is_empty(), "{kind}");
        }
    }
}
