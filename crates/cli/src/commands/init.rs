//! `standpoint init`

use std::io::{self, Write};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;
use standpoint_model::{License, Record, Text, WebAddress};
use standpoint_validate::{printable, slug};

use crate::{arguments::Init, failure::Failure, outcome::Outcome, questions::Questions};

/// Asks for what was not given, and makes the files.
pub(super) fn run(arguments: &Init) -> Result<Outcome, Failure> {
    let mut questions = Questions::new();
    let title: Text = questions.value("--title", "Title of the dataset", arguments.title.as_deref(), None)?;
    let publisher: Text = questions.value("--publisher", "Who publishes it", arguments.publisher.as_deref(), None)?;
    let license: License = questions.value("--license", "Licence", arguments.license.as_deref(), Some("CC-BY-4.0"))?;
    let name = Some(slug(title.as_str())).filter(|name| !name.is_empty()).unwrap_or_else(|| "dataset".into());
    let iri = format!("https://example.org/{name}/");
    let base_iri: WebAddress =
        questions.value("--base-iri", "Web address of its records", arguments.base_iri.as_deref(), Some(&iri))?;
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let manifest: Record = serde_json::from_value(json!({
        "kind": "dataset",
        "id": format!("dataset/{name}"),
        "format": "0.2",
        "title": title,
        "version": "0.1.0",
        "license": license,
        "publisher": publisher,
        "base_iri": base_iri,
        "created": today.to_string(),
    }))?;
    let made = standpoint_sources::start_dataset(&arguments.folder, &manifest)?;
    let mut out = io::stdout().lock();
    for path in made {
        writeln!(out, "{}", printable(&path.to_string_lossy()))?;
    }
    Ok(Outcome::Clean)
}
