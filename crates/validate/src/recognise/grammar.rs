//! The shapes of the records as a table to walk.

use std::sync::LazyLock;

use standpoint_model::{
    Kind,
    shape::{self, Shape},
};
use wide::u8x16;

use super::{scan::WIDTH, slot::Slot};
use crate::diagnose::lexical::{self, Form, Lexical};

/// What may stand at a place.
pub(super) struct Node {
    pub(super) slot: Slot,
    pub(super) syntax: Syntax,
}

/// How a value is recognised.
pub(super) enum Syntax {
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
    Amount(&'static Lexical),
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

/// The records of all kinds.
pub(crate) struct Grammar {
    kinds: Vec<(Name, Kind, Node)>,
}

impl Grammar {
    /// The grammar of the model's own shapes, compiled when it is first asked for: a small dataset does without.
    pub(crate) fn of_model() -> &'static Self {
        static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::compile);
        &GRAMMAR
    }

    fn compile() -> Self {
        let record = |record: &Shape| {
            let node = Node::new("", Object::of(&record.object, "", None).map(Syntax::Object));
            (Name::new(record.kind.as_str()), record.kind, node)
        };
        Self { kinds: Shape::all().map(record).collect() }
    }

    /// The kind whose name in quotation marks `bytes` begin with, and its record.
    pub(super) fn kind(&self, head: u8x16, bytes: &[u8]) -> Option<(Kind, &Node)> {
        let (_, kind, node) = self.kinds.iter().find(|(name, ..)| name.begins(head, bytes))?;
        Some((*kind, node))
    }
}

impl Node {
    /// The value at `pointer`, which is left to the exact path if it has no syntax.
    fn new(pointer: &str, syntax: Option<Syntax>) -> Self {
        Self { slot: Slot::at(pointer), syntax: syntax.unwrap_or(Syntax::Unknown) }
    }

    /// The value of a field, which stands at `pointer`.
    fn of_field(field: &shape::Field, pointer: &str) -> Self {
        if field.is_list {
            let item = Box::new(Self::of_type(&field.r#type, &format!("{pointer}/*")));
            Self::new(pointer, Some(Syntax::List(List { item, at_least: field.min_items })))
        } else {
            Self::of_type(&field.r#type, pointer)
        }
    }

    fn of_type(r#type: &shape::Type, pointer: &str) -> Self {
        Self::new(pointer, Syntax::of(r#type, pointer))
    }
}

impl Syntax {
    fn of(r#type: &shape::Type, pointer: &str) -> Option<Self> {
        let lexical = lexical::by_definition(&r#type.name);
        match (&r#type.form, lexical) {
            (shape::Form::Object(object), _) => Object::of(object, pointer, lexical).map(Self::Object),
            (shape::Form::Id(kinds), _) => {
                Some(Self::Id(kinds.iter().map(|&kind| (Name::of(format!("\"{kind}/")), kind)).collect()))
            }
            (_, Some(lexical)) => Some(match lexical.form {
                Form::Text => Self::Text(lexical),
                Form::Slug => Self::Slug,
                Form::Digest => Self::Digest,
                Form::Date => Self::Date(lexical),
                Form::Count => Self::Count(lexical),
                Form::Amount => Self::Amount(lexical),
                Form::Other => Self::Other(lexical),
                Form::Ascending => return None,
            }),
            (shape::Form::Word(vocabulary), None) => {
                Some(Self::Word(vocabulary.words.iter().map(|word| Name::new(&word.word)).collect()))
            }
            (shape::Form::Boolean, None) => Some(Self::Flag),
            (shape::Form::String, None) => Some(Self::String),
            // The type of such a value has a say in it that nothing here knows of.
            (
                shape::Form::Date
                | shape::Form::Text
                | shape::Form::WebAddress
                | shape::Form::Token
                | shape::Form::Integer { .. }
                | shape::Form::Number { .. },
                None,
            ) => None,
        }
    }
}

impl Object {
    /// The object at `pointer`, unless it has too many fields, or its type has a say in it that nothing here knows of.
    fn of(object: &shape::Object, pointer: &str, ascending: Option<&'static Lexical>) -> Option<Self> {
        if object.fields.len() > 64 || ascending.is_some_and(|lexical| lexical.form != Form::Ascending) {
            return None;
        }
        let mut required = 0;
        let mut fields = Vec::with_capacity(object.fields.len());
        for (at, field) in object.fields.iter().enumerate() {
            required |= u64::from(field.required) << at;
            let value = Node::of_field(field, &format!("{pointer}/{}", field.name));
            fields.push(Field { name: Name::new(&field.name), value });
        }
        Some(Self { fields, required, ascending })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_shapes_is_in_the_grammar() {
        fn check(node: &Node) {
            match &node.syntax {
                Syntax::Object(object) => object.fields.iter().for_each(|field| check(&field.value)),
                Syntax::List(list) => check(&list.item),
                syntax => assert!(!matches!(syntax, Syntax::Unknown)),
            }
        }
        Grammar::of_model().kinds.iter().for_each(|(_, _, record)| check(record));
    }

    /// A future type of objects with a check of its own is not accepted for its fields alone.
    #[test]
    fn an_object_whose_type_checks_more_than_that_its_numbers_ascend_is_left_to_the_exact_path() {
        let object = |name: &str| {
            let json = format!(
                r#"{{"name":"{name}","description":"","examples":[],"pattern":null,"form":{{"object":{{"fields":[]}}}}}}"#
            );
            Syntax::of(&serde_json::from_str(&json).unwrap(), "")
        };
        assert!(matches!(object("Plain"), Some(Syntax::Object(Object { ascending: None, .. }))));
        assert!(matches!(object("Span"), Some(Syntax::Object(Object { ascending: Some(_), .. }))));
        assert!(object("License").is_none());
    }

    #[test]
    fn every_slot_has_its_places() {
        fn leads(object: &shape::Object, steps: &[&str]) -> bool {
            let [name, rest @ ..] = steps else { return true };
            let Some(field) = object.field(name) else { return false };
            match (rest, field.is_list, &field.r#type.form) {
                ([], ..) | (["*"], true, _) => true,
                (["*", rest @ ..], true, shape::Form::Object(object)) | (rest, false, shape::Form::Object(object)) => {
                    leads(object, rest)
                }
                _ => false,
            }
        }
        for pointer in Slot::PLACES.iter().flat_map(|(_, places)| *places) {
            let steps: Vec<&str> = pointer.split('/').skip(1).collect();
            let is_there = Shape::all().any(|shape| leads(&shape.object, &steps));
            assert!(is_there, "there is no `{pointer}`");
        }
    }
}
