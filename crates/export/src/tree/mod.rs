//! A record as a tree of its values, for formats that walk its fields.
//!
//! It holds what a `serde_json::Value` of the record would, without an allocation for each key and each value: exports walk
//! millions of records.

mod build;

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// The values of one record.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The texts, one after another.
    texts: String,
    /// A list or an object comes before what it holds. The first is the record.
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    /// The name of the field, if it is one.
    field: &'static str,
    content: Content,
    /// Where the next node stands that is not below this one.
    end: usize,
}

#[derive(Debug, Clone, Copy)]
enum Content {
    /// From here to there in the texts.
    Text(usize, usize),
    Integer(u64),
    Number(f64),
    Boolean(bool),
    List,
    Object,
}

/// A value of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    Integer(u64),
    Number(f64),
    Boolean(bool),
    List(Items<'a>),
    Object(Fields<'a>),
}

/// The items of a list, in their order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Items<'a>(Place<'a>);

/// The fields of an object, in the order in which records are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'a>(Place<'a>);

/// A list or an object in its tree.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    tree: &'a Tree,
    node: usize,
}

/// The nodes below a node, those that are below another of them left out.
struct Below<'a> {
    tree: &'a Tree,
    next: usize,
    end: usize,
}

impl Tree {
    /// The fields of the record, its kind first.
    pub(crate) fn fields(&self) -> Fields<'_> {
        Fields(Place { tree: self, node: 0 })
    }

    /// Every text below the record, whatever it is.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().filter_map(|node| match node.content {
            Content::Text(start, end) => Some(&self.texts[start..end]),
            _ => None,
        })
    }

    /// How many bytes all of them have.
    pub(crate) fn text_length(&self) -> usize {
        self.texts.len()
    }

    fn value(&self, node: usize) -> Value<'_> {
        match self.nodes[node].content {
            Content::Text(start, end) => Value::Text(&self.texts[start..end]),
            Content::Integer(number) => Value::Integer(number),
            Content::Number(number) => Value::Number(number),
            Content::Boolean(truth) => Value::Boolean(truth),
            Content::List => Value::List(Items(Place { tree: self, node })),
            Content::Object => Value::Object(Fields(Place { tree: self, node })),
        }
    }
}

impl<'a> Place<'a> {
    fn below(self) -> Below<'a> {
        let Self { tree, node } = self;
        Below { tree, next: node + 1, end: tree.nodes.get(node).map_or(0, |node| node.end) }
    }
}

impl<'a> Iterator for Below<'a> {
    type Item = (&'static str, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let node = self.next;
        self.next = self.tree.nodes[node].end;
        Some((self.tree.nodes[node].field, self.tree.value(node)))
    }
}

impl<'a> Items<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Value<'a>> {
        self.0.below().map(|(_, value)| value)
    }
}

impl<'a> Fields<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'static str, Value<'a>)> {
        self.0.below()
    }

    /// The value of a field, if the object has it.
    pub(crate) fn get(self, name: &str) -> Option<Value<'a>> {
        self.iter().find(|(field, _)| *field == name).map(|(_, value)| value)
    }
}

impl<'a> Value<'a> {
    /// A value that holds no others as text: a number without an exponent.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Integer(number) => number.to_string().into(),
            Self::Number(number) => number.to_string().into(),
            Self::Boolean(truth) => truth.to_string().into(),
            Self::List(_) | Self::Object(_) => "".into(),
        }
    }

    pub(crate) fn as_text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_u64(number),
            Self::Number(number) => serializer.serialize_f64(number),
            Self::Boolean(truth) => serializer.serialize_bool(truth),
            Self::List(items) => serializer.collect_seq(items.iter()),
            Self::Object(fields) => serializer.collect_map(fields.iter()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use standpoint_model::Record;

    use super::{Tree, Value};

    #[test]
    fn a_tree_holds_what_the_record_does() {
        let value = json!({
            "kind": "place", "id": "place/valley", "type": "region", "name": "A \u{1f54a} valley",
            "location": { "longitude": 69.5, "latitude": -0.25 }, "overlaps": ["AFG", "PAK"],
            "basis": {
                "modality": "stated",
                "evidence": [
                    { "source": "source/a", "span": { "start": 0, "end": 9, "sha256": "0".repeat(64) } },
                    { "source": "source/b" },
                ],
            },
        });
        let record: Record = serde_json::from_value(value.clone()).unwrap();
        let tree = Tree::of(&record).unwrap();
        assert_eq!(serde_json::to_value(Value::Object(tree.fields())).unwrap(), value);
        assert_eq!(tree.fields().get("name").and_then(Value::as_text), Some("A \u{1f54a} valley"));
        assert!(tree.fields().get("country").is_none());
        assert_eq!(tree.texts().filter(|text| text.starts_with("source/")).count(), 2);
    }
}
