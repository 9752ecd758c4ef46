//! A record under another id.

use std::collections::HashSet;

use serde_json::{Value, json};
use standpoint_model::{IdentityGround, Kind, Record, RecordId, Verdict};
use standpoint_validate::Input;

use crate::{
    Edited, Error,
    edited::{Editing, TypedTexts, value},
    ids::{free, replace},
};

/// How much of an old name stands in the id of the identity that keeps it: an id has a greatest length.
const LONGEST_NAME: usize = 150;

/// Gives a record another id, everywhere: in the record itself, in whatever names it, and in the paths of readings.
///
/// The old id stays known: an identity of the ground `renamed` is added, in which the new id leads. Whoever still cites the old
/// one finds the record by it. Text that need not change does not.
///
/// ```
/// use standpoint_edit::rename;
/// use standpoint_model::RecordId;
/// use standpoint_validate::Input;
///
/// let page = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
/// let edited = rename([Input::bytes("d.ndjson", page)], &RecordId::new("source/page")?, &RecordId::new("source/profile")?)?;
/// assert_eq!(
///     std::str::from_utf8(edited.files()[0].content())?,
///     r#"{"kind":"source","id":"source/profile","type":"web-page","title":"A page"}
/// {"kind":"identity","id":"identity/page-renamed","members":["source/profile","source/page"],"verdict":"same","how":"renamed"}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if the records cannot be read, if there is none with the old id, if the new one is that of another record, or if it
/// is of another kind.
pub fn rename<I: Into<Input>>(
    inputs: impl IntoIterator<Item = I>,
    old: &RecordId,
    new: &RecordId,
) -> Result<Edited, Error> {
    if old.kind() != new.kind() {
        return Err(Error::OtherKind { old: old.as_str().into(), new: new.as_str().into() });
    }
    let read = TypedTexts::of(inputs)?;
    let place = read.place(old.as_str())?;
    let is_taken = |record: &Record| record.id() == new.as_str() || names(record, new.as_str());
    if read.records.iter().any(is_taken) {
        return Err(Error::Taken { id: new.as_str().into() });
    }
    let mut editing = Editing::of(&read.texts);
    for (text, record) in read.texts.records.iter().zip(&read.records) {
        let mut changed = value(&read.texts, text);
        if record.id() == old.as_str() {
            changed["id"] = new.as_str().into();
        }
        replace(record, &mut changed, |id| (id == old.as_str()).then(|| new.as_str().to_owned()));
        editing.record(text, &changed);
    }
    // A manifest has no other name, and an identity is no thing in the world.
    if !matches!(old.kind(), Kind::Dataset | Kind::Identity) {
        let beside = read.records.iter().rposition(|record| record.kind() == Kind::Identity).unwrap_or(place);
        editing.add(read.texts.records[beside].file, &[identity(&read, old, new)]);
    }
    editing.finish()
}

fn names(record: &Record, id: &str) -> bool {
    let mut is_named = false;
    record.visit_references(|named, _| is_named |= named == id);
    is_named
}

/// The record that keeps the old id.
fn identity(read: &TypedTexts, old: &RecordId, new: &RecordId) -> Value {
    let name: String = old.slug().chars().take(LONGEST_NAME).collect();
    let name = name.trim_end_matches('-');
    let taken: HashSet<&str> = read.records.iter().map(Record::id).collect();
    let id = free(&format!("identity/{name}-renamed"), |id| taken.contains(id));
    json!({ "kind": Kind::Identity, "id": id, "members": [new, old], "verdict": Verdict::Same, "how": IdentityGround::Renamed })
}
