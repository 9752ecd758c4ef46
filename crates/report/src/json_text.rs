//! Where keys and values stand in a text that is JSON.

use std::{collections::BTreeMap, ops::Range};

use jsonc_parser::ast;

use crate::{
    Part,
    tree::{Node, name_bytes, tree},
};

/// The bytes of a key or a value in `text`, which is JSON. If the pointer leads to nothing, the nearest value above.
///
/// A value that spans several lines is shown by its key, or by its first character if it has no key.
///
/// ```
/// use standpoint_report::{Part, json_text::locate};
///
/// let text = r#"{"id": "actor/a", "aliases": ["A", "B"]}"#;
/// assert_eq!(&text[locate(text, "/aliases/1", Part::Value)], r#""B""#);
/// assert_eq!(&text[locate(text, "/aliases", Part::Key)], r#""aliases""#);
/// ```
pub fn locate(text: &str, pointer: &str, part: Part) -> Range<usize> {
    let Some(tree) = tree(text) else { return 0..text.len() };
    let node = Node::at(&tree, pointer);
    let value = node.bytes();
    let first_character = value.start..text.ceil_char_boundary(value.start + 1);
    let is_long = text[value.clone()].starts_with(['{', '[']) && text[value.clone()].contains('\n');
    match part {
        Part::Value if !is_long => value,
        Part::Key | Part::Value => node.key().unwrap_or(first_character),
    }
}

/// A key that an object has a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RepeatedKey {
    /// The key.
    pub name: String,
    /// The bytes where the object has it first.
    pub first: Range<usize>,
    /// The bytes where it has it again.
    pub again: Range<usize>,
}

/// The keys that an object in `text`, which is JSON, has more than once, in the order of the text.
///
/// ```
/// use standpoint_report::json_text::repeated_keys;
///
/// let text = r#"{"id": 1, "note": {"id": 2}, "id": 3}"#;
/// let keys = repeated_keys(text);
/// assert_eq!((keys.len(), keys[0].first.start, keys[0].again.start), (1, 1, 29));
/// ```
pub fn repeated_keys(text: &str) -> Vec<RepeatedKey> {
    let mut repeated = Vec::new();
    if let Some(tree) = tree(text) {
        add_repeated_keys(&tree, &mut repeated);
    }
    repeated
}

fn add_repeated_keys(value: &ast::Value<'_>, repeated: &mut Vec<RepeatedKey>) {
    match value {
        ast::Value::Object(object) => {
            let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
            for property in &object.properties {
                let (name, bytes) = (property.name.as_str(), name_bytes(&property.name));
                if let Some(first) = seen.get(name) {
                    repeated.push(RepeatedKey { name: name.to_owned(), first: first.clone(), again: bytes });
                } else {
                    seen.insert(name, bytes);
                }
                add_repeated_keys(&property.value, repeated);
            }
        }
        ast::Value::Array(array) => {
            array.elements.iter().for_each(|element| add_repeated_keys(element, repeated));
        }
        ast::Value::StringLit(_)
        | ast::Value::NumberLit(_)
        | ast::Value::BooleanLit(_)
        | ast::Value::NullKeyword(_) => {}
    }
}
