//! The difference between two versions of a dataset.

mod change;
mod compare;
mod gather;
mod moved;
mod precision;
mod text;

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;
use standpoint_model::{Record, schema::PublishedSchema};
use standpoint_report::schema_of_output;
use standpoint_validate::{Error, Input};

pub use self::change::{Change, Fate, Meaning, RecordDiff, Step};
use self::gather::Gathered;
pub(crate) use self::{
    compare::compare,
    moved::Moved,
    text::{name, summary},
};

/// What two versions of a dataset say differently, record by record: first those that are gone, then the others by kind and id.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "A difference", extend("$id" = "urn:standpoint:schema:diff"))]
#[non_exhaustive]
pub struct Diff {
    /// The part of the version number that should grow, by the greatest of the changes.
    pub step: Step,
    /// The records that are not the same.
    pub records: Vec<RecordDiff>,
}

impl Diff {
    /// Compares two versions of a dataset. The order of records, of fields and of the items in a list never counts, nor how
    /// files are laid out.
    ///
    /// A record is known by its id, and by its old one where an identity of the new version keeps it or where nothing else of
    /// the record changed. Both versions are read twice, a record at a time: memory grows with the differences, and with 24
    /// bytes for each record.
    ///
    /// ```
    /// use standpoint_edit::Diff;
    /// use standpoint_validate::Input;
    ///
    /// let tie = |r#type: &str, modality: &str| {
    ///     let tie = format!(
    ///         r#"{{"kind":"relationship","id":"relationship/a-b","subject":"actor/a","object":"actor/b","type":"{type}","basis":{{"modality":"{modality}","evidence":[{{"source":"source/page"}}]}}}}"#
    ///     );
    ///     [Input::bytes("ties.ndjson", tie)]
    /// };
    /// let diff = Diff::of(tie("rival", "stated"), tie("adversary", "alleged"))?;
    /// let texts: Vec<&str> = diff.records[0].changes.iter().map(|change| change.text.as_str()).collect();
    /// assert_eq!(texts, ["type: rival → adversary", "basis.modality: stated → alleged (weaker)"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read, or holds what is no record.
    pub fn of<O: Into<Input>, N: Into<Input>>(
        old: impl IntoIterator<Item = O>,
        new: impl IntoIterator<Item = N>,
    ) -> Result<Self, Error> {
        let Gathered { old, new } = Gathered::of(&inputs(old), &inputs(new))?;
        let moved = Moved::of(&old, &new);
        let mut records = Vec::new();
        for (id, record) in &old {
            if !new.contains_key(id) && !moved.has(id) {
                records.push(RecordDiff::whole(record, Fate::Removed));
            }
        }
        for (id, record) in &new {
            let before = moved.old_id(id).unwrap_or(id);
            match old.get(before) {
                None => records.push(RecordDiff::whole(record, Fate::Added)),
                Some(old) => records.extend(RecordDiff::between(old, record, &moved)),
            }
        }
        let step = records.iter().map(RecordDiff::step).max().unwrap_or(Step::None);
        Ok(Self { step, records })
    }

    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Writes it for people to read in a terminal.
    ///
    /// # Errors
    ///
    /// What `out` answers.
    pub fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        text::write(&self.records, self.step, text::Style::TERMINAL, out)
    }

    /// Writes it as Markdown, for a pull request or a changelog.
    ///
    /// # Errors
    ///
    /// What `out` answers.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        text::write(&self.records, self.step, text::Style::MARKDOWN, out)
    }
}

/// The schema of a [`Diff`] as JSON.
pub fn diff_schema() -> PublishedSchema {
    PublishedSchema::new("diff", schema_of_output::<Diff>)
}

fn inputs<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Vec<Input> {
    inputs.into_iter().map(Into::into).collect()
}

impl RecordDiff {
    fn whole(record: &Record, fate: Fate) -> Self {
        let (kind, id, name) = (record.kind(), record.id().to_owned(), name(record));
        Self { kind, id, name, fate, moved_from: None, changes: Vec::new() }
    }

    fn between(old: &Record, new: &Record, moved: &Moved) -> Option<Self> {
        let fate = match (old.status().is_current(), new.status().is_current()) {
            (true, false) => Fate::Retracted,
            (false, true) => Fate::Restored,
            _ => Fate::Kept,
        };
        let moved_from = Some(old.id()).filter(|id| *id != new.id()).map(str::to_owned);
        let changes = compare(old, new, moved);
        let is_same = fate == Fate::Kept && moved_from.is_none() && changes.is_empty();
        (!is_same).then(|| Self { moved_from, changes, ..Self::whole(new, fate) })
    }
}
