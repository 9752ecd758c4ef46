//! The records are of the format that this version reads.
//!
//! Where they are not, whatever else there is to find comes of that, and is left out.

use standpoint_model::{Format, Manifest};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(crate) static RULE: Rule = Rule {
    code: Code::fixed("outdated-format", Level::Error, include_str!("../../docs/outdated-format.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(manifest) = entry.current::<Manifest>() else { return };
    if manifest.format() != Format::V0_1 {
        return;
    }
    let (place, message) = match manifest.format {
        Some(_) => (entry.value("/format"), "these records are of format 0.1; this version reads 0.2"),
        None => {
            (entry.id(), "the manifest names no `format`, so these records are of format 0.1; this version reads 0.2")
        }
    };
    findings.push(Finding::new(&RULE.code, place, message).help(
        "run `standpoint migrate PATH`, where PATH is the folder of the dataset: it brings the records forward and loses \
         nothing; if they are of format 0.2 already, write `\"format\": \"0.2\"` into the manifest",
    ));
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.format != Some(Format::V0_2)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn records_are_of_the_format_that_is_read() {
        RULE.finds(
            r#"
            {"id":"dataset/a","format":"0.1"}
                                       ^^^^^ outdated-format: these records are of format 0.1; this version reads 0.2
            "#,
        );
    }

    #[test]
    fn a_manifest_that_names_no_format_is_of_the_first() {
        RULE.finds(
            r#"
            {"kind":"dataset","id":"dataset/a","title":"A","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}
                                   ^^^^^^^^^^^ outdated-format: the manifest names no `format`
            "#,
        );
    }

    #[test]
    fn records_of_this_format_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"dataset/a","format":"0.2"}
            "#,
        );
    }
}
