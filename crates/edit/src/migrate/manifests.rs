//! The format of the records, which only their manifest can tell.

use standpoint_model::Format;
use standpoint_report::{Code, Finding, Level};
use standpoint_validate::Texts;

use super::{left_behind, outcome::Refusal, record::Manifest};

/// The format is not told, or not told in a way that this version knows.
pub(super) static CODE: Code =
    Code::fixed("unclear-format", Level::Error, include_str!("../../docs/unclear-format.md"));

/// Which format the manifests tell. If it is the old one, all records that belong to them are among the texts.
pub(super) fn format(texts: &Texts) -> Result<Format, (Refusal, Vec<Finding>)> {
    let manifests: Vec<Manifest<'_>> = texts.records.iter().filter_map(|record| Manifest::of(texts, record)).collect();
    if manifests.is_empty() {
        return Err((Refusal::NoManifest, vec![without_manifest()]));
    }
    let unknown: Vec<Finding> =
        manifests.iter().filter(|manifest| manifest.format().is_none()).map(unknown_format).collect();
    if !unknown.is_empty() {
        return Err((Refusal::UnknownFormat, unknown));
    }
    let (old, new): (Vec<Manifest<'_>>, _) =
        manifests.into_iter().partition(|manifest| manifest.format() == Some(Format::V0_1));
    match (&old[..], &new[..]) {
        ([], _) => Ok(Format::V0_2),
        (_, []) => match left_behind::found(texts, &old) {
            Some(finding) => Err((Refusal::LeftBehind, vec![finding])),
            None => Ok(Format::V0_1),
        },
        (old, [other, ..]) => {
            let two = |manifest: &Manifest<'_>| two_formats(manifest, other);
            Err((Refusal::TwoFormats, old.iter().map(two).collect()))
        }
    }
}

fn without_manifest() -> Finding {
    Finding::new(&CODE, None, "no manifest says of which format these records are").help(
        "name the folder of the dataset, where its manifest is, a record of the kind `dataset`; if it has none, write one: \
         without a `format`, it says that the records are of format 0.1",
    )
}

fn unknown_format(manifest: &Manifest<'_>) -> Finding {
    let format = &manifest.value["format"];
    manifest.finding(&CODE, "/format", format!("this version knows no format {format}; it brings 0.1 to 0.2")).help(
        "if a newer version of `standpoint` wrote the dataset, use that one; if not, write the format of the records, \
         `\"0.1\"` or `\"0.2\"`",
    )
}

fn two_formats(manifest: &Manifest<'_>, other: &Manifest<'_>) -> Finding {
    let message = format!(
        "this manifest says that the records are of format 0.1, and {} that they are of 0.2",
        other.value["id"]
    );
    manifest.finding(&CODE, "/id", message).help(
        "bring each dataset forward by itself; if both are one dataset of format 0.2, write `\"format\": \"0.2\"` here too",
    )
}
