//! What a program is told of an export.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use standpoint_export::{Format, Losses};
use standpoint_model::{Kind, schema::PublishedSchema};
use standpoint_report::schema_of_output;

/// What it costs that errors are allowed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// How many errors there are.
    pub(crate) errors: usize,
    /// How many records could not be read.
    pub(crate) left_out: usize,
    /// How many records were given an id with a number, because another has theirs.
    pub(crate) renamed: usize,
    /// How many ids are named that no record has.
    pub(crate) dangling: usize,
}

/// What an export left out and could not carry, for programs: one line of JSON.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "What an export left out", extend("$id" = "urn:standpoint:schema:losses"))]
pub(crate) struct Told<'l> {
    /// The name of the format.
    format: &'l str,
    /// How many errors the dataset has. They are allowed, or there is no export.
    errors: usize,
    /// How many records are left out because they could not be read.
    left_out: usize,
    /// How many records were given an id with a number, because another record has theirs.
    renamed: usize,
    /// How many ids are named that no record has.
    dangling: usize,
    /// How many records are left out because not everybody may see them, by kind.
    not_public: BTreeMap<&'l str, usize>,
    /// How many records say less, because they named those.
    shortened: usize,
    /// The words of records that are there, and name what was left out because not everybody may see it.
    given_away: Vec<Named<'l>>,
    /// How many records are there although not everybody may see them, by kind.
    held: BTreeMap<&'l str, usize>,
    /// What else is to be known of the export as a whole.
    remarks: &'l [String],
    /// How many values the format could not carry.
    total: u64,
    /// Which values these are, by field.
    lost: Vec<LostField<'l>>,
}

/// A record, and a name in its words.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Named<'l> {
    /// The id of the record.
    record: &'l str,
    /// The name.
    name: &'l str,
}

/// Values of a field that the format could not carry.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LostField<'l> {
    /// The field, as its kind and the names of the fields on the way, such as `event.participants.role`.
    field: &'l str,
    /// How many values.
    count: u64,
    /// What is lost and why.
    why: &'l str,
}

impl<'l> Told<'l> {
    pub(crate) fn of(format: &'l Format, losses: &'l Losses, cost: Cost) -> Self {
        let given_away = losses.given_away().iter();
        Self {
            format: format.name,
            errors: cost.errors,
            left_out: cost.left_out,
            renamed: cost.renamed,
            dangling: cost.dangling,
            not_public: by_name(losses.not_public()),
            shortened: losses.shortened(),
            given_away: given_away.map(|given| Named { record: &given.record, name: &given.name }).collect(),
            held: by_name(losses.held()),
            remarks: losses.remarks(),
            total: losses.total(),
            lost: losses.iter().map(|(field, lost)| LostField { field, count: lost.count, why: lost.why }).collect(),
        }
    }
}

/// The schema of what `--losses json` writes.
pub(crate) fn losses_schema() -> PublishedSchema {
    PublishedSchema::new("losses", schema_of_output::<Told<'_>>)
}

fn by_name(counts: &BTreeMap<Kind, usize>) -> BTreeMap<&str, usize> {
    counts.iter().map(|(kind, &count)| (kind.as_str(), count)).collect()
}
