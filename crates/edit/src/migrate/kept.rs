//! Whatever no field has room for, summed up: a large dataset has the same in every record, and nobody has to look at it.

use serde_json::Value;
use standpoint_report::{Finding, Part, Place, Spot};
use standpoint_validate::TextRecord;

use super::{draft::Kept, looks::KEPT};

/// How many records are named as examples beside the first.
const EXAMPLES: usize = 2;

/// All that was kept, field by field, in the order in which the fields were met.
#[derive(Default)]
pub(super) struct AllKept(Vec<KeptOfField>);

/// What was kept of a field.
struct KeptOfField {
    field: String,
    place: Place,
    message: String,
    /// How many values more were kept, and some of their records.
    more: usize,
    examples: Vec<String>,
}

impl AllKept {
    /// Adds what was kept of a record, which is `old`.
    pub(super) fn add(&mut self, kept: Kept, record: &TextRecord, old: &Value) {
        let Kept { pointer, message } = kept;
        let field = field(&pointer);
        if let Some(known) = self.0.iter_mut().find(|known| known.field == field) {
            known.more += 1;
            let id = old["id"].as_str().unwrap_or_default();
            if known.examples.len() < EXAMPLES && known.examples.iter().all(|example| example != id) {
                known.examples.push(id.into());
            }
        } else {
            let spot = Spot::Pointer { record: record.bytes.clone(), pointer, part: Part::Value };
            let place = Place { document: record.file, spot };
            self.0.push(KeptOfField { field, place, message, more: 0, examples: Vec::new() });
        }
    }

    /// A finding for each field.
    pub(super) fn into_findings(self) -> impl Iterator<Item = Finding> {
        self.0.into_iter().map(KeptOfField::into_finding)
    }
}

impl KeptOfField {
    fn into_finding(self) -> Finding {
        let Self { field, place, message, more, examples } = self;
        let (values, are) = if more == 1 { ("value", "is") } else { ("values", "are") };
        let examples = examples.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" and ");
        let others = format!("; {more} more {values} of `{field}` {are} kept, such as in {examples}");
        Finding::new(&KEPT, place, if more > 0 { message + &others } else { message })
    }
}

/// The field that a pointer leads to, as people write it: `participants.role`.
fn field(pointer: &str) -> String {
    let is_name = |segment: &&str| segment.parse::<usize>().is_err();
    pointer.split('/').skip(1).filter(is_name).collect::<Vec<_>>().join(".")
}
