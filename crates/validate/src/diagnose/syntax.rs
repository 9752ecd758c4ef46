//! From a text to its records' texts, and from a record's text to JSON: strictly, and with places.

use std::{collections::BTreeMap, ops::Range};

use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, ast};
use serde_json::{Value, value::RawValue};

use crate::{
    diagnose::malformed,
    read::form::Arrangement,
    report::{
        code,
        finding::{Finding, Part, Place},
    },
};

/// Some text of a document: all of it, or one record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch<'t> {
    pub(crate) text: &'t str,
    pub(crate) document: usize,
    /// The byte of the document at which it starts.
    pub(crate) start: usize,
}

impl Stretch<'_> {
    /// A part of it.
    pub(crate) fn part(self, bytes: Range<usize>) -> Self {
        Self { text: &self.text[bytes.clone()], start: self.start + bytes.start, ..self }
    }

    /// Its bytes in the document.
    pub(crate) fn bytes(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Bytes of it as a place in the document.
    pub(crate) fn place(self, bytes: Range<usize>) -> Place {
        Place::bytes(self.document, bytes.start + self.start..bytes.end + self.start)
    }

    /// It without the white space of JSON at its ends.
    pub(crate) fn trimmed(self) -> Self {
        self.part(trimmed(self.text, 0..self.text.len()))
    }
}

/// The bytes of each record in a text, or what keeps them from being told apart.
pub(crate) fn split(whole: Stretch<'_>, arrangement: Arrangement) -> Result<Vec<Range<usize>>, Box<Finding>> {
    let text = whole.text;
    match arrangement {
        Arrangement::Lines => Ok(lines(text)),
        Arrangement::Json if text.trim_start().starts_with('[') => match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(items) => Ok(items.into_iter().map(|item| place_in(text, item.get())).collect()),
            Err(error) => malformed::items(text).ok_or_else(|| malformed::finding(whole, &error)),
        },
        Arrangement::Json => Ok(vec![trimmed(text, 0..text.len())]),
    }
}

/// Whether no record is longer than `longest`. If one is, the error is where it begins.
pub(crate) fn check_lengths(records: &[Range<usize>], longest: usize) -> Result<(), usize> {
    records.iter().find(|record| record.len() > longest).map_or(Ok(()), |record| Err(record.start))
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut records = Vec::new();
    for line in text.split_inclusive('\n') {
        let record = trimmed(text, start..start + line.len());
        if !record.is_empty() {
            records.push(record);
        }
        start += line.len();
    }
    records
}

/// Where `part`, a slice of `text`, stands in it.
fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// `range` of `text` without the white space of JSON at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    place_in(text, text[range].trim_matches([' ', '\t', '\n', '\r']))
}

/// The JSON of one record; of a duplicated key, the last value, with a finding for each key that comes again.
pub(crate) fn parse(record: Stretch<'_>, findings: &mut Vec<Finding>) -> Option<Value> {
    let value = match serde_json::from_str::<Value>(record.text) {
        Ok(value) => value,
        Err(error) => {
            findings.push(*malformed::finding(record, &error));
            return None;
        }
    };
    if let Some(tree) = tree(record.text) {
        duplicate_keys(&tree, record, findings);
    }
    Some(value)
}

fn duplicate_keys(value: &ast::Value<'_>, record: Stretch<'_>, findings: &mut Vec<Finding>) {
    match value {
        ast::Value::Object(object) => {
            let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
            for property in &object.properties {
                let range = bytes(name_range(&property.name));
                let name = property.name.as_str();
                if let Some(first) = seen.get(name) {
                    let finding = Finding::new(
                        &code::DUPLICATE_KEY,
                        record.place(range),
                        format!("the field `{name}` is here a second time"),
                    )
                    .related(record.place(first.clone()), "it is here first")
                    .help("keep the one that is right and remove the other");
                    findings.push(finding);
                } else {
                    seen.insert(name, range);
                }
                duplicate_keys(&property.value, record, findings);
            }
        }
        ast::Value::Array(array) => {
            for element in &array.elements {
                duplicate_keys(element, record, findings);
            }
        }
        ast::Value::StringLit(_)
        | ast::Value::NumberLit(_)
        | ast::Value::BooleanLit(_)
        | ast::Value::NullKeyword(_) => {}
    }
}

/// The bytes of a key or a value in `text`, which is JSON. Where the pointer leads to nothing, the nearest value above.
pub(crate) fn locate(text: &str, pointer: &str, part: Part) -> Range<usize> {
    let Some(tree) = tree(text) else { return 0..text.len() };
    let mut value = &tree;
    let mut key = None;
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let next = match value {
            ast::Value::Object(object) => object
                .properties
                .iter()
                .rfind(|property| property.name.as_str() == name)
                .map(|property| (Some(name_range(&property.name)), &property.value)),
            ast::Value::Array(array) => {
                name.parse().ok().and_then(|index: usize| array.elements.get(index)).map(|element| (None, element))
            }
            _ => None,
        };
        let Some((next_key, next_value)) = next else { break };
        (key, value) = (next_key, next_value);
    }
    let range = value_range(value);
    match (part, key) {
        (Part::Key, Some(key)) => bytes(key),
        // What has no key, such as the record itself, is shown by its first character.
        (Part::Key, None) => range.start..text.ceil_char_boundary(range.start + 1),
        (Part::Value, _) => brief(text, range, key),
    }
}

/// Of an object or a list that goes over several lines, its key, or, where it has none, its first character.
fn brief(text: &str, range: Range<usize>, key: Option<jsonc_parser::common::Range>) -> Range<usize> {
    let several_lines = text[range.clone()].starts_with(['{', '[']) && text[range.clone()].contains('\n');
    match key {
        Some(key) if several_lines => bytes(key),
        None if several_lines => range.start..range.start + 1,
        _ => range,
    }
}

pub(crate) fn tree(text: &str) -> Option<ast::Value<'_>> {
    // Whatever is not JSON was refused before; the options say so once more, for the reader.
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    jsonc_parser::parse_to_ast(text, &collect, &strict).ok()?.value
}

pub(crate) fn name_range(name: &ast::ObjectPropName<'_>) -> jsonc_parser::common::Range {
    match name {
        ast::ObjectPropName::String(text) => text.range,
        ast::ObjectPropName::Word(word) => word.range,
    }
}

pub(crate) fn value_range(value: &ast::Value<'_>) -> Range<usize> {
    use jsonc_parser::common::Ranged;
    bytes(value.range())
}

fn bytes(range: jsonc_parser::common::Range) -> Range<usize> {
    range.start..range.end
}
