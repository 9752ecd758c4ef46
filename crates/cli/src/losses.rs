//! How it is told what an export left out and what its format could not carry.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use standpoint_export::{Format, Losses};
use standpoint_model::Kind;

use crate::{
    arguments::LossReport,
    failure::Failure,
    summary,
    told::{Cost, Told},
};

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
        LossReport::Json => writeln!(err, "{}", serde_json::to_string(&Told::of(format, losses, cost))?)?,
        LossReport::None => {}
    }
    Ok(())
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
