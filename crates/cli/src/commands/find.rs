//! `standpoint find`

use std::io::{self, Write};

use serde_json::json;
use standpoint_model::Dataset;
use standpoint_sources::{Hit, HitPlace};
use standpoint_validate::printable;

use crate::{
    arguments::{Find, HitFormat},
    failure::Failure,
    names,
    outcome::Outcome,
    readable::{self, Readable},
    settings::Settings,
    summary::counted,
};

/// How many hits people see unless they ask for all.
const SHOWN: usize = 20;

/// Prints the records in which the words stand. If there are none, standard error says which names are most like them.
pub(super) fn run(arguments: &Find) -> Result<Outcome, Failure> {
    // The command line asks for two at least.
    let at = arguments.paths_and_words.len().saturating_sub(1);
    let (paths, words) = arguments.paths_and_words.split_at(at);
    let words: String = words.iter().map(|words| words.to_string_lossy()).collect();
    let settings = Settings::of_paths(paths, &arguments.levels)?;
    let Some(Readable { dataset, .. }) = readable::load(&settings, arguments.allow_invalid, "searched", true)? else {
        return Ok(Outcome::Findings);
    };
    let hits = standpoint_sources::search(dataset.records(), &words);
    let mut out = io::stdout().lock();
    match arguments.format {
        HitFormat::Json => {
            let hits: Vec<serde_json::Value> = hits.iter().map(as_json).collect();
            writeln!(out, "{}", serde_json::to_string_pretty(&hits)?)?;
        }
        HitFormat::Text => write(&dataset, &hits, arguments.all, &mut out)?,
    }
    out.flush()?;
    if hits.is_empty() {
        names::tell_missing(&dataset, dataset.records(), &words, &mut io::stderr().lock())?;
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Clean)
}

fn as_json(hit: &Hit<'_>) -> serde_json::Value {
    json!({
        "id": hit.record.id(),
        "kind": hit.record.kind(),
        "name": hit.record.name(),
        "place": hit.place.as_str(),
        "field": hit.pointer,
        "text": hit.text,
        "context": hit.in_context(),
    })
}

/// Each hit with the field in which the words stand; of a whole name that goes without saying.
fn write(dataset: &Dataset, hits: &[Hit<'_>], all: bool, out: &mut impl Write) -> io::Result<()> {
    let shown = if all { hits.len() } else { SHOWN };
    for hit in hits.iter().take(shown) {
        writeln!(out, "{}", standpoint_export::caption(dataset, hit.record))?;
        if !matches!(hit.place, HitPlace::Id | HitPlace::Name) {
            let field = hit.pointer.trim_start_matches('/');
            writeln!(out, "    {field}: {}", printable(&hit.in_context()))?;
        }
    }
    match hits.len().checked_sub(shown) {
        Some(more @ 1..) => writeln!(out, "and {}; `--all` lists them", counted(more, "more record")),
        _ => Ok(()),
    }
}
