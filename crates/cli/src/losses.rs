//! How it is told what an export left out and what its format could not carry.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use schemars::JsonSchema;
use serde::Serialize;
use standpoint_export::{Format, Losses};
use standpoint_model::{Kind, schema::PublishedSchema};
use standpoint_report::schema_of_output;

use crate::{arguments::LossReport, failure::Failure, readable::Cost, summary};

/// What an export left out and could not carry, for programs: one line of JSON.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "What an export left out", extend("$id" = "urn:standpoint:schema:losses"))]
struct Output<'l> {
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

impl<'l> Output<'l> {
    fn of(format: &'l Format, losses: &'l Losses, cost: Cost) -> Self {
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
    PublishedSchema::new("losses", schema_of_output::<Output<'_>>)
}

/// Tells what the export of a dataset, which had its cost, did not carry.
pub(crate) fn write(
    format: &Format,
    losses: &Losses,
    cost: Cost,
    report: LossReport,
    err: &mut impl Write,
) -> Result<(), Failure> {
    match report {
        LossReport::Text => {
            write_not_public(losses, err)?;
            write_given_away(losses, err)?;
            write_held(losses, err)?;
            for remark in losses.remarks() {
                writeln!(err, "{remark}")?;
            }
            if !losses.is_empty() {
                writeln!(err, "{} values that `{}` does not carry:", losses.total(), format.name)?;
            }
            for (why, fields) in by_reason(losses) {
                let total: u64 = fields.iter().map(|(_, count)| count).sum();
                writeln!(err, "  {total:>6}  {why}")?;
                write_fields(&fields, err)?;
            }
        }
        LossReport::Json => writeln!(err, "{}", serde_json::to_string(&Output::of(format, losses, cost))?)?,
        LossReport::None => {}
    }
    Ok(())
}

fn by_name(counts: &BTreeMap<Kind, usize>) -> BTreeMap<&str, usize> {
    counts.iter().map(|(kind, &count)| (kind.as_str(), count)).collect()
}

/// "3 records (1 source, 2 positions)"; nothing, if there are none.
fn by_kind(counts: &BTreeMap<Kind, usize>) -> Option<String> {
    let kinds: Vec<String> = counts.iter().map(|(kind, &count)| summary::counted(count, kind.as_str())).collect();
    let all = summary::counted(counts.values().sum(), "record");
    (!kinds.is_empty()).then(|| format!("{all} ({})", kinds.join(", ")))
}

/// How many records the export holds that not everybody may see.
fn write_held(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let Some(held) = by_kind(losses.held()) else { return Ok(()) };
    writeln!(err, "holds what not everybody may see: {held}; `--public` leaves it out, and what rests on it alone")
}

/// How many of the records whose words give something away are listed.
const NAMED: usize = 10;

/// Which records name, in their words, what is left out.
fn write_given_away(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let named = losses.given_away();
    if named.is_empty() {
        return Ok(());
    }
    let times = summary::counted(named.len(), "time");
    writeln!(
        err,
        "warning: the words of what is exported name what is left out, {times}; read them before you publish it"
    )?;
    for given in named.iter().take(NAMED) {
        writeln!(err, "  {} names “{}”", given.record, standpoint_model::printable(&given.name))?;
    }
    match named.len().checked_sub(NAMED) {
        Some(more @ 1..) => writeln!(err, "  and {more} more; `--losses json` lists them all"),
        _ => Ok(()),
    }
}

/// How many records not everybody may see, and how many others say less for it.
fn write_not_public(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let Some(left_out) = by_kind(losses.not_public()) else { return Ok(()) };
    writeln!(err, "left out, for not everybody may see it: {left_out}")?;
    if losses.shortened() > 0 {
        writeln!(err, "  {} without what names them", summary::counted(losses.shortened(), "other"))?;
    }
    Ok(())
}

/// What was lost by the reason why, the reasons and the fields in the order of the fields.
fn by_reason(losses: &Losses) -> Vec<(&str, Vec<(&str, u64)>)> {
    let mut reasons: Vec<(&str, Vec<(&str, u64)>)> = Vec::new();
    for (field, lost) in losses.iter() {
        let entry = (field, lost.count);
        match reasons.iter_mut().find(|(why, _)| *why == lost.why) {
            Some((_, fields)) => fields.push(entry),
            None => reasons.push((lost.why, vec![entry])),
        }
    }
    reasons
}

/// The fields with their counts, in lines of a length that can be read.
fn write_fields(fields: &[(&str, u64)], err: &mut impl Write) -> io::Result<()> {
    let mut line = String::new();
    for (field, count) in fields {
        let entry = format!("{field} {count}");
        if !line.is_empty() && line.len() + entry.len() > 100 {
            writeln!(err, "          {line}")?;
            line.clear();
        }
        let comma = if line.is_empty() { "" } else { ", " };
        line.push_str(comma);
        line.push_str(&entry);
    }
    writeln!(err, "          {line}")
}
