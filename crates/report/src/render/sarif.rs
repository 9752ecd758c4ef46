//! The Static Analysis Results Interchange Format (SARIF) 2.1.0 of OASIS, which GitHub's code scanning, Azure DevOps and
//! editors read.
//!
//! Columns count code points; `byteOffset` counts the bytes of the text once it is decompressed and without a byte order
//! mark. A result about the dataset as a whole has a logical location that says so, and stands at the start of the first
//! document, because code scanning refuses a log with a result that is nowhere. A cell of a workbook is a logical location too.

use std::{
    borrow::Cow,
    cmp::Reverse,
    collections::BTreeMap,
    io,
    path::{Component, Path},
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde::{Serialize, Serializer};

use super::{
    listing::{cell, not_shown_message, place},
    renderer::{Renderer, Style},
};
use crate::{Code, Diagnostic, Level, Location, Related, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "sarif", for_machines: true, render };

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// How many results GitHub takes of a run; of more it takes none.
const MOST: usize = 25_000;

/// How many of them it shows, the most serious first.
const MOST_SHOWN: usize = 5_000;

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation; 1],
    column_kind: &'static str,
    results: Results<'a>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text<'static>,
    full_description: Text<'static>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: Level,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: Level,
    message: Text<'static>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: Level,
    message: Text<'a>,
    locations: Vec<Spot<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Spot<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Text<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct LogicalLocation {
    name: Cow<'static, str>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
struct Text<'a> {
    text: Cow<'a, str>,
}

impl<'a> Text<'a> {
    fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into() }
    }
}

fn render(report: &Report, _: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let mut kept: Vec<&Diagnostic> = report.diagnostics().iter().collect();
    let left_out = if kept.len() > MOST {
        // Stable, so that of one level those that come first are kept.
        kept.sort_by_key(|diagnostic| Reverse(diagnostic.level));
        kept.split_off(MOST)
    } else {
        Vec::new()
    };
    let codes: BTreeMap<&'static str, &Code> =
        kept.iter().map(|diagnostic| (diagnostic.code.name, diagnostic.code)).collect();
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "standpoint",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: codes.values().map(|code| rule(code)).collect(),
            },
        },
        invocations: [Invocation {
            execution_successful: report.stopped().is_none(),
            tool_execution_notifications: notifications(report, &left_out),
        }],
        column_kind: "unicodeCodePoints",
        results: Results { report, kept, rules: codes.into_keys().zip(0..).collect() },
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// The results of a run, each of them made when it is written.
struct Results<'a> {
    report: &'a Report,
    kept: Vec<&'a Diagnostic>,
    /// Which of the rules each code is.
    rules: BTreeMap<&'static str, usize>,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.kept.iter().map(|diagnostic| {
            let rule = self.rules.get(diagnostic.code.name).copied().unwrap_or_default();
            finding(self.report, diagnostic, rule)
        }))
    }
}

fn rule(code: &'static Code) -> Rule {
    Rule {
        id: code.name,
        short_description: Text::new(code.summary()),
        full_description: Text::new(code.explanation()),
        help: Help { text: code.advice(), markdown: code.body() },
        default_configuration: Configuration { level: code.level },
    }
}

/// What the run has to say beside its results.
fn notifications(report: &Report, left_out: &[&Diagnostic]) -> Vec<Notification> {
    let mut notifications = Vec::new();
    if !left_out.is_empty() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in left_out {
            *counts.entry(diagnostic.code.name).or_default() += 1;
        }
        let counts: Vec<String> = counts.into_iter().map(|(code, count)| format!("{count} {code}")).collect();
        let text = format!(
            "{} findings are left out, because code scanning takes no more than {MOST}: {}. The format `json` has all.",
            left_out.len(),
            counts.join(", "),
        );
        notifications.push(Notification { level: Level::Warning, message: Text::new(text) });
    }
    for (code, count) in report.more() {
        let text = format!("{}.", not_shown_message(code, count, "listed"));
        notifications.push(Notification { level: Level::Warning, message: Text::new(text) });
    }
    let shown = report.diagnostics().len() - left_out.len();
    if shown > MOST_SHOWN {
        let text = format!("Of these {shown} findings, code scanning shows the {MOST_SHOWN} most serious.");
        notifications.push(Notification { level: Level::Warning, message: Text::new(text) });
    }
    if let Some(progress) = report.stopped() {
        let text = format!("The reading was stopped after {} bytes, so these are the findings before.", progress.bytes);
        notifications.push(Notification { level: Level::Error, message: Text::new(text) });
    }
    if !report.is_complete() {
        let text = "Some records could not be read, so nothing was said about what is missing from the dataset.";
        notifications.push(Notification { level: Level::Warning, message: Text::new(text) });
    }
    notifications
}

fn finding<'a>(report: &Report, diagnostic: &'a Diagnostic, rule_index: usize) -> Finding<'a> {
    let message = match &diagnostic.help {
        Some(help) => Text::new(format!("{}\nhelp: {help}", diagnostic.message)),
        None => Text::new(diagnostic.message.as_str()),
    };
    let locations = match &diagnostic.location {
        Some(location) => vec![spot(report, location)],
        None if report.documents().is_empty() => Vec::new(),
        None => {
            let logical_locations = vec![LogicalLocation { name: "the dataset as a whole".into() }];
            vec![Spot { logical_locations, ..spot(report, &Location::new(0, 0..0)) }]
        }
    };
    let related = |(id, related): (usize, &'a Related)| Spot {
        id: Some(id),
        message: Some(Text::new(related.message.as_str())),
        ..spot(report, &related.location)
    };
    Finding {
        rule_id: diagnostic.code.name,
        rule_index,
        level: diagnostic.level,
        message,
        locations,
        related_locations: diagnostic.related.iter().enumerate().map(related).collect(),
        fixes: fix(report, diagnostic).into_iter().collect(),
    }
}

/// What mends it; nothing for a byte order mark, which is in no region.
fn fix<'a>(report: &Report, diagnostic: &'a Diagnostic) -> Option<Fix<'a>> {
    let document = diagnostic.location.as_ref()?.document;
    let edits = diagnostic.fix.as_ref().map(|fix| &fix.edits).filter(|edits| !edits.is_empty())?;
    let replacement = |edit: &'a crate::Edit| Replacement {
        deleted_region: region(report, &Location::new(document, edit.bytes.clone())),
        inserted_content: Text::new(edit.replacement.as_str()),
    };
    let replacements = edits.iter().map(replacement).collect();
    Some(Fix { artifact_changes: [ArtifactChange { artifact_location: artifact(report, document), replacements }] })
}

fn region(report: &Report, location: &Location) -> Region {
    let (_, start, end) = place(report, location);
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: location.bytes.start,
        byte_length: location.bytes.len(),
    }
}

fn artifact(report: &Report, document: usize) -> Artifact {
    Artifact { uri: uri(report.documents()[document].path()) }
}

fn spot<'a>(report: &Report, location: &Location) -> Spot<'a> {
    let artifact_location = artifact(report, location.document);
    let physical_location = PhysicalLocation { artifact_location, region: region(report, location) };
    let cell = cell(report, location).map(|cell| LogicalLocation { name: cell.into() });
    Spot { id: None, physical_location, logical_locations: cell.into_iter().collect(), message: None }
}

/// What RFC 3986 reserves nowhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a reference, relative where the path is.
fn uri(path: &Path) -> String {
    let parts: Vec<String> = path
        .components()
        .filter_map(|part| match part {
            Component::Prefix(prefix) => Some(prefix.as_os_str().to_string_lossy().replace('\\', "/")),
            Component::RootDir | Component::CurDir => None,
            Component::ParentDir => Some("..".to_owned()),
            Component::Normal(name) => Some(percent_encode(name.as_encoded_bytes(), ESCAPED).to_string()),
        })
        .collect();
    let root = if path.is_absolute() { "file:///" } else { "" };
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn paths_are_references_of_rfc_3986() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

        use super::*;

        assert_eq!(uri(Path::new("./data/actors.json")), "data/actors.json");
        assert_eq!(uri(Path::new("../a b/50%#?.json")), "../a%20b/50%25%23%3F.json");
        assert_eq!(uri(Path::new("a:b/Ǧ.json")), "a%3Ab/%C7%A6.json");
        assert_eq!(uri(Path::new(OsStr::from_bytes(b"/\xFF.json"))), "file:///%FF.json");
    }
}
