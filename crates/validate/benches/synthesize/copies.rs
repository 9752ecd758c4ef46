//! A small dataset, copied until it is large.

use std::{
    collections::{HashMap, HashSet},
    io::{self, Write},
};

use serde_json::Value;

/// What is wrong with one record in a hundred.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It names a record that is missing.
    Dangling,
    /// It should be the only one to name an actor, and names another that is missing. So the one is named by nothing, and
    /// the other is looked for among the records of the commonest kind.
    DanglingActor,
    /// It is no record: its line is cut off, or a field is misspelt, or a value is of no known sort.
    Malformed,
}

/// Repeats the records of `lines`, one a line, until there are `number` of them or, so that the last copy is whole, a few
/// more.
///
/// Each copy has ids, names, titles, aliases, schemes of codes and texts of sources of its own and names the records of its
/// own copy, so that a dataset in which nothing is found stays one. The first manifest stands once, and no other does.
pub(crate) fn write(lines: &str, number: usize, fault: Option<Fault>, out: &mut dyn Write) -> io::Result<()> {
    let (mut manifest, records): (Vec<Value>, Vec<Value>) = lines
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Value>, _>>()?
        .into_iter()
        .partition(|record| record["kind"] == "dataset");
    manifest.truncate(1);
    let ids: HashSet<&str> = records.iter().filter_map(|record| record["id"].as_str()).collect();
    let mut own = ids.clone();
    for record in &records {
        add_own("", record, &mut own);
    }
    let mut named = HashMap::new();
    for record in &records {
        names(record, &mut |id| *named.entry(id.to_owned()).or_insert(0) += 1);
    }
    let templates: Vec<(Template, Option<Template>)> = records
        .iter()
        .enumerate()
        .map(|(nth, record)| {
            let mut renamed = record.clone();
            rename("", &mut renamed, &own);
            let spoiled = fault.and_then(|fault| spoiled(fault, nth, record, &renamed, &named));
            (Template::new(&renamed.to_string()), spoiled.map(|line| Template::new(&line)))
        })
        .collect();
    for record in &manifest {
        writeln!(out, "{record}")?;
    }
    let copies = number.saturating_sub(manifest.len()).div_ceil(records.len().max(1));
    // How many records have come since one in a hundred of them was to be spoiled.
    let mut due = 0;
    for copy in 1..=copies {
        for (template, spoiled) in &templates {
            due += 1;
            match spoiled {
                Some(spoiled) if due >= 100 => {
                    spoiled.write(copy, out)?;
                    due -= 100;
                }
                _ => template.write(copy, out)?,
            }
        }
    }
    Ok(())
}

/// Stands where a text gets the number of its copy.
const COPY: char = '\u{E000}';
/// Stands for the first half of a digest, which the number of its copy replaces.
const DIGEST: char = '\u{E001}';

/// The line of a record without the number of its copy.
struct Template(Vec<String>);

impl Template {
    fn new(line: &str) -> Self {
        Self(line.split_inclusive([COPY, DIGEST]).map(str::to_owned).collect())
    }

    fn write(&self, copy: usize, out: &mut dyn Write) -> io::Result<()> {
        for piece in &self.0 {
            if let Some(text) = piece.strip_suffix(COPY) {
                write!(out, "{text}-copy-{copy}")?;
            } else if let Some(text) = piece.strip_suffix(DIGEST) {
                write!(out, "{text}{copy:016x}")?;
            } else {
                write!(out, "{piece}")?;
            }
        }
        writeln!(out)
    }
}

/// The field that a field is like: the text of an alias is a name.
fn like<'a>(outer: &str, field: &'a str) -> &'a str {
    if outer == "aliases" && field == "text" { "name" } else { field }
}

/// Whether each copy has a text of its own in a field.
fn is_own(field: &str) -> bool {
    ["scheme", "name", "title", "url"].contains(&field)
}

/// Adds the texts below `field` of which each copy has its own.
fn add_own<'a>(field: &str, value: &'a Value, own: &mut HashSet<&'a str>) {
    match value {
        Value::String(text) if is_own(field) => _ = own.insert(text),
        Value::Array(items) => items.iter().for_each(|item| add_own(field, item, own)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| add_own(like(field, name), value, own)),
        _ => {}
    }
}

/// Gives what each id, name, scheme and text of a source below `field` should have alone a place for the number of its copy.
/// `own` are the ids and the texts of which each copy has its own.
fn rename(field: &str, value: &mut Value, own: &HashSet<&str>) {
    match value {
        Value::String(text) => {
            if is_own(field) || text.contains('/') && own.contains(text.as_str()) {
                text.push(COPY);
            } else if field == "fields" {
                // A reading names items by their ids, or by what they are called.
                let item = text.split_once('[').and_then(|(_, rest)| Some(rest.split_once(']')?.0.to_owned()));
                if let Some(item) = item.filter(|item| own.contains(item.as_str())) {
                    *text = text.replacen(&item, &format!("{item}{COPY}"), 1);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(field, item, own)),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                rename(like(field, name), value, own);
            }
            // What has a digest and a length is the text of a source.
            if fields.contains_key("length")
                && let Some(Value::String(digest)) = fields.get_mut("sha256")
            {
                digest.replace_range(..16, DIGEST.encode_utf8(&mut [0; 4]));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The line of a record with a fault, if it can have this one.
fn spoiled(
    fault: Fault,
    nth: usize,
    record: &Value,
    renamed: &Value,
    named: &HashMap<String, usize>,
) -> Option<String> {
    let line = renamed.to_string();
    match fault {
        Fault::Dangling | Fault::DanglingActor => {
            let mut wanted = None;
            names(record, &mut |id| {
                let is_wanted = match fault {
                    Fault::DanglingActor => id.starts_with("actor/") && named.get(id) == Some(&1),
                    _ => !id.starts_with("source/"),
                };
                wanted = wanted.take().or_else(|| is_wanted.then(|| id.to_owned()));
            });
            wanted.map(|id| line.replacen(&format!("\"{id}{COPY}\""), &format!("\"{id}x{COPY}\""), 1))
        }
        Fault::Malformed => Some(match nth % 3 {
            0 => line.chars().take(line.chars().count() * 2 / 3).collect(),
            1 => line.replacen("\"modality\":", "\"modalty\":", 1),
            _ => line.replacen("\"evidence\":[", "\"evidence\":[7,", 1),
        }),
    }
}

/// Every id that a record names, its own apart.
fn names(record: &Value, take: &mut impl FnMut(&str)) {
    match record {
        Value::String(text) if text.contains('/') && !text.contains([' ', ':']) => take(text),
        Value::Array(items) => items.iter().for_each(|item| names(item, take)),
        Value::Object(fields) => {
            fields.iter().filter(|(field, _)| *field != "id").for_each(|(_, value)| names(value, take));
        }
        _ => {}
    }
}
