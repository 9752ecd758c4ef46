//! The schemas as a table to walk.

use std::sync::LazyLock;

use serde_json::{Map, Value};
use standpoint_model::{Kind, schema::for_kind};
use wide::u8x16;

use super::{scan::WIDTH, slot::Slot};
use crate::diagnose::lexical::{self, Form, Lexical};

/// The schema of a value.
pub(super) struct Node {
    pub(super) slot: Slot,
    pub(super) form: Shape,
}

/// What the schema of a value demands.
pub(super) enum Shape {
    Object(Object),
    List(List),
    /// One of these words, in quotation marks.
    Word(Vec<Name>),
    /// An id of one of these kinds, which it names up to its slash, after a quotation mark.
    Id(Vec<(Name, Kind)>),
    /// `true` or `false`.
    Flag,
    /// Any string.
    String,
    /// A value of one of the model's types, most of which look as the name says.
    Text(&'static Lexical),
    Slug,
    Digest,
    Date(&'static Lexical),
    Count(&'static Lexical),
    Other(&'static Lexical),
    /// Something that is left to the exact path.
    Unknown,
}

/// An object with these fields and no others.
pub(super) struct Object {
    pub(super) fields: Vec<Field>,
    /// Which of them it must have, the first in the lowest bit.
    pub(super) required: u64,
    /// The type that has a say in it beyond its fields: with numbers that ascend it agrees.
    pub(super) ascending: Option<&'static Lexical>,
}

/// A list with so many items at least.
pub(super) struct List {
    pub(super) item: Box<Node>,
    pub(super) at_least: usize,
}

pub(super) struct Field {
    pub(super) name: Name,
    pub(super) value: Node,
}

/// A name, a word or a beginning, with its quotation marks.
pub(super) struct Name {
    pub(super) text: Box<[u8]>,
    /// Its first sixteen bytes, or all of them, and a bit for each.
    head: u8x16,
    bits: u32,
}

impl Name {
    fn new(name: &str) -> Self {
        Self::of(format!("\"{name}\""))
    }

    fn of(text: String) -> Self {
        let length = text.len().min(WIDTH);
        let mut head = [0; WIDTH];
        head[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self { head: u8x16::new(head), bits: (1 << length) - 1, text: text.into_bytes().into() }
    }

    /// Whether `bytes`, which begin with those of `head`, begin with this name.
    pub(super) fn begins(&self, head: u8x16, bytes: &[u8]) -> bool {
        !head.simd_eq(self.head).to_bitmask() & self.bits == 0 && (self.text.len() <= WIDTH || self.goes_on(bytes))
    }

    /// Whether `bytes` begin with the whole of a name of which more than the head has to be compared.
    #[cold]
    fn goes_on(&self, bytes: &[u8]) -> bool {
        bytes.starts_with(&self.text)
    }
}

/// The schemas of all kinds.
pub(crate) struct Grammar {
    kinds: Vec<(Name, Kind, Node)>,
}

impl Grammar {
    /// The grammar of the model's own schemas, compiled when it is first asked for: a small dataset does without.
    pub(crate) fn of_model() -> &'static Self {
        static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::compile);
        &GRAMMAR
    }

    fn compile() -> Self {
        let record = |&kind: &Kind| {
            let schema = for_kind(kind);
            (Name::new(kind.as_str()), kind, Node::of(&schema, &schema, ""))
        };
        Self { kinds: Kind::ALL.iter().map(record).collect() }
    }

    /// The kind whose name in quotation marks `bytes` begin with, and its record.
    pub(super) fn kind(&self, head: u8x16, bytes: &[u8]) -> Option<(Kind, &Node)> {
        let (_, kind, node) = self.kinds.iter().find(|(name, ..)| name.begins(head, bytes))?;
        Some((*kind, node))
    }
}

impl Node {
    /// The value at `pointer`, whose schema is `schema`, and all that it holds.
    fn of(root: &Value, schema: &Value, pointer: &str) -> Self {
        let definition = schema.get("$ref").and_then(Value::as_str).and_then(|at| at.strip_prefix("#/$defs/"));
        let lexical = definition.and_then(lexical::by_definition);
        let schema = definition.map_or(schema, |name| &root["$defs"][name]);
        Self { slot: Slot::at(pointer), form: Shape::of(root, schema, pointer, lexical).unwrap_or(Shape::Unknown) }
    }
}

impl Shape {
    fn of(root: &Value, schema: &Value, pointer: &str, lexical: Option<&'static Lexical>) -> Option<Self> {
        let words = |words: &[Value]| words.iter().map(|word| word.as_str().map(Name::new)).collect::<Option<Vec<_>>>();
        if let Some(Value::Object(properties)) = schema.get("properties") {
            return Object::of(root, schema, properties, pointer, lexical).map(Self::Object);
        }
        if let Some(lexical) = lexical {
            return Some(match lexical.form {
                Form::Id(kinds) => Self::Id(kinds.iter().map(|&kind| (Name::of(format!("\"{kind}/")), kind)).collect()),
                Form::Text => Self::Text(lexical),
                Form::Slug => Self::Slug,
                Form::Digest => Self::Digest,
                Form::Date => Self::Date(lexical),
                Form::Count => Self::Count(lexical),
                Form::Other => Self::Other(lexical),
            });
        }
        if let Some(word) = schema.get("const") {
            return words(std::slice::from_ref(word)).map(Self::Word);
        }
        if let Some(Value::Array(all)) = schema.get("enum") {
            return words(all).map(Self::Word);
        }
        match schema.get("type")?.as_str()? {
            "array" => {
                let at_least = schema.get("minItems").map_or(Some(0), Value::as_u64)?;
                let item = Box::new(Node::of(root, schema.get("items")?, &format!("{pointer}/*")));
                Some(Self::List(List { item, at_least: usize::try_from(at_least).ok()? }))
            }
            "boolean" => Some(Self::Flag),
            "string" => Some(Self::String),
            _ => None,
        }
    }
}

impl Object {
    fn of(
        root: &Value,
        schema: &Value,
        properties: &Map<String, Value>,
        pointer: &str,
        ascending: Option<&'static Lexical>,
    ) -> Option<Self> {
        if schema.get("additionalProperties") != Some(&Value::Bool(false)) || properties.len() > 64 {
            return None;
        }
        let fields = properties
            .iter()
            .map(|(name, field)| Field {
                name: Name::new(name),
                value: Node::of(root, field, &format!("{pointer}/{name}")),
            })
            .collect();
        let mut required = 0;
        for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            let at = properties.keys().position(|key| Some(key.as_str()) == name.as_str())?;
            required |= 1 << at;
        }
        Some(Self { fields, required, ascending })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_schemas_is_in_the_grammar() {
        fn check(node: &Node) {
            match &node.form {
                Shape::Object(object) => object.fields.iter().for_each(|field| check(&field.value)),
                Shape::List(list) => check(&list.item),
                form => assert!(!matches!(form, Shape::Unknown)),
            }
        }
        Grammar::of_model().kinds.iter().for_each(|(_, _, record)| check(record));
    }

    #[test]
    fn every_slot_has_its_places() {
        fn leads(root: &Value, schema: &Value, steps: &[&str]) -> bool {
            let definition = schema["$ref"].as_str().and_then(|at| at.strip_prefix("#/$defs/"));
            let schema = definition.map_or(schema, |name| &root["$defs"][name]);
            let Some((step, rest)) = steps.split_first() else { return schema.is_object() };
            leads(root, if *step == "*" { &schema["items"] } else { &schema["properties"][step] }, rest)
        }
        for pointer in Slot::PLACES.iter().flat_map(|(_, places)| *places) {
            let steps: Vec<&str> = pointer.split('/').skip(1).collect();
            let is_there = Kind::ALL.iter().map(|kind| for_kind(*kind)).any(|schema| leads(&schema, &schema, &steps));
            assert!(is_there, "there is no `{pointer}`");
        }
    }

    /// What the grammar does not look at, no schema of the model says.
    #[test]
    fn every_keyword_of_the_schemas_is_known() {
        const OF_OBJECTS: &[&str] = &["type", "properties", "additionalProperties", "required"];
        const OF_VALUES: &[&str] = &["$ref", "const", "enum", "items", "minItems"];
        const OF_ANNOTATION: &[&str] = &["description", "examples", "$schema", "$id", "$defs", "title"];
        // What these say the model's types say too, and they are asked.
        const OF_TYPES: &[&str] = &["pattern", "maxLength", "minimum", "maximum", "anyOf"];
        fn check(schema: &Value, typed: bool) {
            for (keyword, value) in schema.as_object().expect("a schema is an object") {
                let keyword = keyword.as_str();
                let known = [OF_OBJECTS, OF_VALUES, OF_ANNOTATION].concat().contains(&keyword);
                assert!(known || (typed && OF_TYPES.contains(&keyword)), "{keyword}");
                match keyword {
                    "properties" => value.as_object().unwrap().values().for_each(|field| check(field, false)),
                    "items" => check(value, false),
                    "$defs" => {
                        for (name, definition) in value.as_object().unwrap() {
                            check(definition, lexical::by_definition(name).is_some());
                        }
                    }
                    _ => {}
                }
            }
        }
        for &kind in Kind::ALL {
            check(&for_kind(kind), false);
        }
    }
}
