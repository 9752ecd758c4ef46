//! From a repair of a value to the bytes of the document that give way.

use std::{borrow::Borrow, ops::Range};

use jsonc_parser::ast;

use crate::{
    Document, Edit, Fix,
    diagnose::syntax::{name_range, tree, value_range},
    report::finding::{Change, Repair, Spot},
};

/// What a repair does to its document; nothing, where it cannot be told which value is meant.
pub(crate) fn fix<D: Borrow<Document>>(documents: &[D], repair: &Repair) -> Option<Fix> {
    let edit = match (&repair.place.spot, &repair.change) {
        (_, Change::DropMark) => return Some(Fix { edits: Vec::new() }),
        (Spot::Bytes(bytes), Change::Remove) => Edit { bytes: bytes.clone(), replacement: String::new() },
        (Spot::Bytes(bytes), Change::Replace(json)) => Edit { bytes: bytes.clone(), replacement: json.clone() },
        (Spot::Pointer { record, pointer, .. }, change) => {
            let document: &Document = documents[repair.place.document].borrow();
            let text = document.slice(record.clone());
            let tree = tree(text)?;
            let value = Site::of(&tree, pointer)?;
            let (bytes, replacement) = match change {
                Change::Replace(json) => (value.bytes, json.clone()),
                Change::Remove | Change::DropMark => (value.with_comma, String::new()),
            };
            Edit { bytes: bytes.start + record.start..bytes.end + record.start, replacement }
        }
    };
    Some(Fix { edits: vec![edit] })
}

/// Where a value stands in its record.
struct Site {
    bytes: Range<usize>,
    /// The same with what goes when it goes: its key, and the comma on one side.
    with_comma: Range<usize>,
}

impl Site {
    /// The value at a JSON Pointer, which is not the record itself. Of a key that is there twice nobody knows the value.
    fn of(tree: &ast::Value<'_>, pointer: &str) -> Option<Self> {
        let mut value = tree;
        let mut with_comma = None;
        for segment in pointer.split('/').skip(1) {
            let name = segment.replace("~1", "/").replace("~0", "~");
            let (inside, index, parts): (_, _, Vec<Range<usize>>) = match value {
                ast::Value::Object(object) => {
                    let mut named = (0..).zip(&object.properties).filter(|(_, it)| it.name.as_str() == name);
                    let (index, property) = named.next().filter(|_| named.next().is_none())?;
                    let part = |it: &ast::ObjectProp<'_>| name_range(&it.name).start..value_range(&it.value).end;
                    (&property.value, index, object.properties.iter().map(part).collect())
                }
                ast::Value::Array(array) => {
                    let index: usize = name.parse().ok()?;
                    (array.elements.get(index)?, index, array.elements.iter().map(value_range).collect())
                }
                _ => return None,
            };
            with_comma = Some(part_with_comma(&value_range(value), &parts, index));
            value = inside;
        }
        Some(Self { bytes: value_range(value), with_comma: with_comma? })
    }
}

/// The bytes that go with one of the parts of a list or an object: back to the part before or, of the first, on to the
/// next. Of a part that is alone, all between the brackets.
fn part_with_comma(around: &Range<usize>, parts: &[Range<usize>], index: usize) -> Range<usize> {
    match (index.checked_sub(1).map(|before| &parts[before]), parts.get(index + 1)) {
        (Some(before), _) => before.end..parts[index].end,
        (None, Some(next)) => parts[index].start..next.start,
        (None, None) => around.start + 1..around.end - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removed(text: &str, pointer: &str) -> Option<String> {
        let tree = tree(text).expect("JSON");
        let bytes = Site::of(&tree, pointer)?.with_comma;
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
