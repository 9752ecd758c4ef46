//! Names of records, as people give them.

use std::io::{self, Write};

use standpoint_model::{Dataset, Kind, Record};
use standpoint_validate::printable;

/// Says that no record has a name, and which names are most like it.
pub(crate) fn tell_missing<'d>(
    dataset: &Dataset,
    records: impl IntoIterator<Item = &'d Record>,
    name: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "nothing was found for `{}`", printable(name))?;
    let nearest = standpoint_sources::nearest_names(records, name);
    if !nearest.is_empty() {
        writeln!(out, "did you mean:")?;
    }
    for record in nearest {
        writeln!(out, "  {}", standpoint_export::caption(dataset, record))?;
    }
    Ok(())
}

/// The id of the one record of these kinds that has a name, an alias or a code; or else which there are.
pub(crate) fn resolved(dataset: &Dataset, kinds: &[Kind], name: &str) -> Result<String, String> {
    let records = || dataset.records().filter(|record| kinds.contains(&record.kind()));
    let hits = standpoint_sources::search_by_name(records(), name);
    if let [hit] = &hits[..]
        && hit.place.is_whole()
    {
        return Ok(hit.record.id().to_owned());
    }
    let is_whole = hits.first().is_some_and(|hit| hit.place.is_whole());
    let near: Vec<&Record> = if hits.is_empty() {
        standpoint_sources::nearest_names(records(), name)
    } else {
        hits.iter().map(|hit| hit.record).collect()
    };
    let name = printable(name);
    let kinds = kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" or ");
    let mut text = match (is_whole, near.is_empty()) {
        (true, _) => format!("`{name}` may be any of these; give the id of one:"),
        (false, true) => format!("there is no {kinds} `{name}`; `standpoint new` makes one"),
        (false, false) => format!("there is no {kinds} `{name}`; did you mean:"),
    };
    for record in near.iter().take(LISTED) {
        text.push_str("\n  ");
        text.push_str(&standpoint_export::caption(dataset, record));
    }
    Err(text)
}

/// How many records are listed of which one may be meant.
const LISTED: usize = 10;
