//! JSON as a tree whose keys and values know their bytes.

use std::ops::Range;

use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, ast, common::Ranged};

/// The tree of a text. Whatever is not JSON was refused before; the options say so once more.
pub(crate) fn tree(text: &str) -> Option<ast::Value<'_>> {
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

/// A value in a tree.
pub(crate) struct Node<'t> {
    value: &'t ast::Value<'t>,
    /// The object or list that holds it, and which of its parts it is.
    holder: Option<(&'t ast::Value<'t>, usize)>,
    /// Whether it is the value that the pointer names, and no other can be meant. If not, it may be one of two values with
    /// one key, or the nearest value above.
    pub(crate) is_exact: bool,
}

impl<'t> Node<'t> {
    /// The value at a JSON Pointer. If a key is there twice, its last value; if the pointer leads to nothing, the nearest
    /// value above.
    pub(crate) fn at(tree: &'t ast::Value<'t>, pointer: &str) -> Self {
        let mut node = Self { value: tree, holder: None, is_exact: true };
        for segment in pointer.split('/').skip(1) {
            let name = segment.replace("~1", "/").replace("~0", "~");
            let found = match node.value {
                ast::Value::Object(object) => {
                    let properties = object.properties.iter().enumerate().rev();
                    let mut named = properties.filter(|(_, property)| property.name.as_str() == name);
                    let found = named.next().map(|(index, property)| (index, &property.value));
                    node.is_exact &= named.next().is_none();
                    found
                }
                ast::Value::Array(array) => {
                    name.parse().ok().and_then(|index: usize| Some((index, array.elements.get(index)?)))
                }
                _ => None,
            };
            let Some((index, value)) = found else {
                node.is_exact = false;
                break;
            };
            node = Self { value, holder: Some((node.value, index)), ..node };
        }
        node
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Range<usize> {
        value_bytes(self.value)
    }

    /// The bytes of its key, if it has one.
    pub(crate) fn key(&self) -> Option<Range<usize>> {
        match self.holder {
            Some((ast::Value::Object(object), index)) => Some(name_bytes(&object.properties[index].name)),
            _ => None,
        }
    }

    /// The bytes that go when it goes: it, its key, and the comma on one side, back to the part before or, if it is the
    /// first, on to the next. If it is alone, all between the brackets. `None` if nothing holds it.
    pub(crate) fn with_comma(&self) -> Option<Range<usize>> {
        let (holder, index) = self.holder?;
        let part = |index: usize| match holder {
            ast::Value::Object(object) => {
                let property = object.properties.get(index)?;
                Some(name_bytes(&property.name).start..value_bytes(&property.value).end)
            }
            ast::Value::Array(array) => array.elements.get(index).map(value_bytes),
            _ => None,
        };
        let own = part(index)?;
        Some(match (index.checked_sub(1).and_then(part), part(index + 1)) {
            (Some(before), _) => before.end..own.end,
            (None, Some(next)) => own.start..next.start,
            (None, None) => {
                let around = value_bytes(holder);
                around.start + 1..around.end - 1
            }
        })
    }
}

/// The bytes of a key.
pub(crate) fn name_bytes(name: &ast::ObjectPropName<'_>) -> Range<usize> {
    match name {
        ast::ObjectPropName::String(text) => bytes(text.range),
        ast::ObjectPropName::Word(word) => bytes(word.range),
    }
}

fn value_bytes(value: &ast::Value<'_>) -> Range<usize> {
    bytes(value.range())
}

fn bytes(range: jsonc_parser::common::Range) -> Range<usize> {
    range.start..range.end
}

#[cfg(test)]
mod tests {
    use super::{Node, tree};

    fn removed(text: &str, pointer: &str) -> Option<String> {
        let tree = tree(text).expect("JSON");
        let node = Node::at(&tree, pointer);
        let bytes = node.with_comma().filter(|_| node.is_exact)?;
        Some([&text[..bytes.start], &text[bytes.end..]].concat())
    }

    #[test]
    fn a_value_goes_with_its_comma_and_its_key() {
        for (text, pointer, left) in [
            ("[1, 2 , 3]", "/0", "[2 , 3]"),
            ("[1, 2 , 3]", "/1", "[1 , 3]"),
            ("[1, 2 , 3 ]", "/2", "[1, 2 ]"),
            ("[ 1 ]", "/0", "[]"),
            ("{\n  \"a\": 1,\n  \"b\": [null]\n}", "/a", "{\n  \"b\": [null]\n}"),
            ("{\r\n  \"a\": 1,\r\n  \"b\": [null]\r\n}", "/b", "{\r\n  \"a\": 1\r\n}"),
            ("{\"é\": {\"a~b/c\": \",\" , \"x\": 2}}", "/é/a~0b~1c", "{\"é\": {\"x\": 2}}"),
        ] {
            assert_eq!(removed(text, pointer).as_deref(), Some(left), "{text} {pointer}");
        }
    }

    #[test]
    fn nothing_goes_where_nothing_is_or_where_it_is_there_twice() {
        for (text, pointer) in [
            ("[1]", "/1"),
            ("[1]", "/a"),
            ("{\"a\": 1}", "/b"),
            ("{\"a\": 1}", "/a/b"),
            ("{\"a\": 1, \"a\": null}", "/a"),
            ("{\"a\": {\"b\": null}, \"a\": {\"b\": null}}", "/a/b"),
            ("{}", ""),
        ] {
            assert_eq!(removed(text, pointer), None, "{text} {pointer}");
        }
    }
}
