//! From a repair of a value to the bytes of the document that give way.

use std::borrow::Borrow;

use crate::{
    Change, Document, Edit, Fix, Repair, Spot,
    tree::{Node, tree},
};

/// What repairs of one document do to it together; `None` if there are none, or if one of them cannot be made.
pub(crate) fn fixes<D: Borrow<Document>>(documents: &[D], repairs: &[Repair]) -> Option<Fix> {
    let fixes = repairs.iter().map(|repair| fix(documents, repair)).collect::<Option<Vec<Fix>>>()?;
    let mut edits: Vec<Edit> = fixes.into_iter().flat_map(|fix| fix.edits).collect();
    edits.sort_by_key(|edit| edit.bytes.start);
    (!repairs.is_empty()).then_some(Fix { edits })
}

/// What a repair does to its document; `None` if it cannot be told which value is meant.
fn fix<D: Borrow<Document>>(documents: &[D], repair: &Repair) -> Option<Fix> {
    let edit = match (&repair.place.spot, &repair.change) {
        (_, Change::DropMark) => return Some(Fix { edits: Vec::new() }),
        // Bytes have no name.
        (Spot::Bytes(_), Change::Field { .. }) => return None,
        (Spot::Bytes(bytes), Change::Remove) => Edit { bytes: bytes.clone(), replacement: String::new() },
        (Spot::Bytes(bytes), Change::Replace(json)) => Edit { bytes: bytes.clone(), replacement: json.clone() },
        (Spot::Pointer { record, pointer, .. }, change) => {
            let document: &Document = documents[repair.place.document].borrow();
            let text = document.slice(record.clone());
            let tree = tree(text)?;
            let node = Node::at(&tree, pointer);
            // Nobody repairs a whole record.
            let with_comma = node.with_comma().filter(|_| node.is_exact)?;
            let (bytes, replacement) = match change {
                Change::Replace(json) => (node.bytes(), json.clone()),
                Change::Field { name, json } => {
                    let (key, value) = (node.key()?, node.bytes());
                    let between = &text[key.end..value.start];
                    let json = if between.ends_with(':') { json.clone() } else { spaced(json) };
                    (key.start..value.end, format!("{}{between}{json}", serde_json::Value::from(name.as_str())))
                }
                Change::Remove | Change::DropMark => (with_comma, String::new()),
            };
            Edit { bytes: bytes.start + record.start..bytes.end + record.start, replacement }
        }
    };
    Some(Fix { edits: vec![edit] })
}

/// JSON without white space as people write a short object: `{ "low": 1, "high": 2 }`.
fn spaced(json: &str) -> String {
    let mut spaced = String::with_capacity(json.len() + json.len() / 4);
    let (mut in_text, mut is_escaped) = (false, false);
    for c in json.chars() {
        match c {
            '}' if !in_text => spaced.push_str(" }"),
            _ => spaced.push(c),
        }
        match c {
            '"' if !is_escaped => in_text = !in_text,
            '{' | ':' | ',' if !in_text => spaced.push(' '),
            _ => {}
        }
        is_escaped = in_text && c == '\\' && !is_escaped;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Place};

    #[test]
    fn a_field_gets_another_name_and_the_spaces_of_its_neighbours() {
        let repaired = |text: &str| {
            let document = Document::new("a.json", text);
            let spot = Spot::Pointer { record: 0..text.len(), pointer: "/cited/words".into(), part: Part::Value };
            let change = Change::Field { name: "span".into(), json: r#"{"start":1,"why":"a, \"b: c}"}"#.into() };
            let fix = fix(&[document], &Repair { place: Place { document: 0, spot }, change }).unwrap();
            let mut text = text.to_owned();
            text.replace_range(fix.edits[0].bytes.clone(), &fix.edits[0].replacement);
            text
        };
        assert_eq!(
            repaired(r#"{ "cited": { "words": "b", "locator": "c" } }"#),
            r#"{ "cited": { "span": { "start": 1, "why": "a, \"b: c}" }, "locator": "c" } }"#
        );
        assert_eq!(repaired(r#"{"cited":{"words":"b"}}"#), r#"{"cited":{"span":{"start":1,"why":"a, \"b: c}"}}}"#);
    }
}
