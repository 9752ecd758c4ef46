//! From a repair of a value to the bytes of the document that give way.

use std::borrow::Borrow;

use crate::{
    Change, Document, Edit, Fix, Repair, Spot,
    tree::{Node, tree},
};

/// What a repair does to its document; `None` if it cannot be told which value is meant.
pub(crate) fn fix<D: Borrow<Document>>(documents: &[D], repair: &Repair) -> Option<Fix> {
    let edit = match (&repair.place.spot, &repair.change) {
        (_, Change::DropMark) => return Some(Fix { edits: Vec::new() }),
        (Spot::Bytes(bytes), Change::Remove) => Edit { bytes: bytes.clone(), replacement: String::new() },
        (Spot::Bytes(bytes), Change::Replace(json)) => Edit { bytes: bytes.clone(), replacement: json.clone() },
        (Spot::Pointer { record, pointer, .. }, change) => {
            let document: &Document = documents[repair.place.document].borrow();
            let tree = tree(document.slice(record.clone()))?;
            let node = Node::at(&tree, pointer);
            // Nobody repairs a whole record.
            let with_comma = node.with_comma().filter(|_| node.is_exact)?;
            let (bytes, replacement) = match change {
                Change::Replace(json) => (node.bytes(), json.clone()),
                Change::Remove | Change::DropMark => (with_comma, String::new()),
            };
            Edit { bytes: bytes.start + record.start..bytes.end + record.start, replacement }
        }
    };
    Some(Fix { edits: vec![edit] })
}
