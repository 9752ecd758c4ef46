//! One JSON object for machines, described by the published schema `report.schema.json`.

use std::{borrow::Cow, collections::BTreeMap, io};

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema, transform::RecursiveTransform,
};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use standpoint_model::{
    Kind,
    schema::{PublishedSchema, without_form},
};

use super::{
    listing::{cell, place},
    renderer::{Renderer, Style},
};
use crate::{Level, Location, Pace, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "json", for_machines: true, render };

/// The findings of `standpoint validate` or `standpoint verify`, as `--format json` prints them.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "A report", extend("$id" = "urn:standpoint:schema:report"))]
struct Output<'a> {
    /// What is wrong, by document, place and code; what is about the dataset as a whole comes first. Of each code these are
    /// the first ones; `more` of the summary counts the others.
    #[schemars(with = "Vec<Diagnostic<'a>>")]
    diagnostics: Diagnostics<'a>,
    /// What was read.
    summary: Summary<'a>,
    /// Only of a verification: of each source whose text was found, which sentences are cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<Coverage<'a>>")]
    coverage: Option<Vec<Coverage<'a>>>,
}

/// Something wrong with the data.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Diagnostic<'a> {
    /// What sort of mistake it is. The name never changes; `standpoint explain` has a page about it.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    code: &'a str,
    /// How bad it is.
    level: Level,
    /// What is wrong, in one sentence.
    message: &'a str,
    /// What to do; `null`, where the message says it.
    help: Option<&'a str>,
    /// Where it is; `null`, where it is about the dataset as a whole.
    location: Option<Stretch<'a>>,
    /// Other places that have to do with it.
    related: Vec<Related<'a>>,
    /// What mends it, where nothing else can be meant; `null` elsewhere.
    fix: Option<Fix<'a>>,
}

/// What mends a mistake: all of it, or none.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Fix<'a> {
    /// Where text gives way to other text, in the document of the diagnostic, in order. Empty for a byte order mark, which is
    /// to go and in which no offset counts.
    edits: Vec<Edit<'a>>,
}

/// Text that gives way to other text.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Edit<'a> {
    /// Where what goes begins.
    start: Point,
    /// Where it ends.
    end: Point,
    /// What comes in its place.
    replacement: &'a str,
}

/// A place that has to do with a diagnostic.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Related<'a> {
    /// What is there.
    message: &'a str,
    /// Where it is.
    location: Stretch<'a>,
}

/// A stretch of a document. It may be empty.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Stretch<'a> {
    /// The path of the document, as it was given or found below the one that was given. Bytes of it that are not UTF-8
    /// are shown as U+FFFD.
    path: Cow<'a, str>,
    /// The cell of a workbook, such as `Actors!C5`. Its lines and columns are those of the sheet; its bytes are those of a text of
    /// the sheet, with a line a row. Absent, if it is no workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    cell: Option<String>,
    /// Where it starts.
    start: Point,
    /// Where it ends: the place after its last character.
    end: Point,
}

/// A place in the text of a document, once it is decompressed and without a byte order mark.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Point {
    /// The line, from 1.
    #[schemars(range(min = 1))]
    line: usize,
    /// The column, from 1, in Unicode code points.
    #[schemars(range(min = 1))]
    column: usize,
    /// The byte, from 0.
    offset: usize,
}

/// How much of a source is cited.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Coverage<'a> {
    /// The id of the source.
    source: &'a str,
    /// How many sentences it has, but for those that are set aside.
    sentences: usize,
    /// How many sentences lie where the source's record says that there is nothing to encode.
    set_aside: usize,
    /// How many of the sentences are cited, in per cent.
    #[schemars(range(min = 0, max = 100))]
    percentage: f64,
    /// Of its sections, in the order of its record, how much is cited.
    sections: Vec<CoveredSection<'a>>,
    /// The sentences that are not cited.
    uncited: Vec<Uncited<'a>>,
}

/// How much of a section is cited.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CoveredSection<'a> {
    /// The title of the section.
    title: &'a str,
    /// How many sentences it has, those of sections within it included.
    sentences: usize,
    /// How many of them the evidence of some record touches.
    cited: usize,
}

/// A sentence that no record cites.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Uncited<'a> {
    /// Where it starts in the text of the source, in code points from 0.
    start: usize,
    /// Where it ends, exclusive.
    end: usize,
    /// What it says.
    text: &'a str,
}

/// What was read, and how much is wrong with it.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Summary<'a> {
    /// Whether everything was read as JSON. If not, checks for what is missing from the dataset were left out.
    complete: bool,
    /// The paths of files that lay beside those of records.
    passed_over: Vec<Cow<'a, str>>,
    /// How many files of records there are.
    documents: usize,
    /// How many records of each kind.
    #[schemars(schema_with = "counts_of_kinds")]
    records: BTreeMap<Kind, usize>,
    /// How many citations the records rest on.
    citations: usize,
    /// How many findings are errors. Without any, the dataset is valid.
    errors: usize,
    /// How many are warnings.
    warnings: usize,
    /// How many are notes.
    notes: usize,
    /// How many more are left out because the records that they are about waive them.
    waived: usize,
    /// By code, how many findings there are beyond the diagnostics. They are counted as errors, warnings and notes too.
    /// Absent, where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    more: BTreeMap<&'a str, usize>,
    /// After how many bytes the reading was stopped. Absent, where it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    stopped_after: Option<u64>,
    /// By code, how many findings there are. Only in a summary that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "BTreeMap<&'a str, usize>")]
    codes: Option<BTreeMap<&'a str, usize>>,
    /// How fast it went. Only in a summary that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Pace")]
    pace: Option<Pace>,
}

fn counts_of_kinds(_: &mut SchemaGenerator) -> Schema {
    let count = |kind: &Kind| {
        let told = format!("How many records of the kind `{kind}`.");
        (kind.to_string(), json!({ "description": told, "type": "integer", "minimum": 0 }))
    };
    json_schema!({
        "type": "object",
        "properties": Kind::ALL.iter().map(count).collect::<Map<_, _>>(),
        "required": Kind::ALL,
        "additionalProperties": false,
    })
}

/// The JSON Schema of the form `json` of a report, published beside the schemas of the records.
pub fn report_schema() -> PublishedSchema {
    PublishedSchema::new("report", schema_of_output::<Output<'_>>)
}

/// The schema of what a command prints for programs, as the published schemas are written.
pub fn schema_of_output<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        // What a number is called in Rust is no format of JSON Schema.
        let without_format = |schema: &mut Schema| drop(schema.remove("format"));
        settings.transforms.push(Box::new(RecursiveTransform(without_format)));
        settings.transforms.push(Box::new(RecursiveTransform(without_form)));
    });
    let schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    let mut document = Map::new();
    for keyword in ["$schema", "$id", "title"] {
        document.insert(keyword.into(), schema[keyword].clone());
    }
    document.extend(schema.as_object().cloned().unwrap_or_default());
    document.into()
}

fn render(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let summary = Summary {
        complete: report.is_complete(),
        passed_over: report.passed_over().iter().map(|path| path.to_string_lossy()).collect(),
        documents: report.documents().len(),
        records: Kind::ALL.iter().map(|&kind| (kind, report.records_of(kind))).collect(),
        citations: report.citations(),
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        notes: report.count(Level::Note),
        waived: report.waived(),
        more: report.more(),
        stopped_after: report.stopped().map(|progress| progress.bytes),
        codes: style.pace.map(|_| report.codes()),
        pace: style.pace,
    };
    let coverage = report.coverage().map(|coverage| coverage.iter().map(Coverage::of).collect());
    serde_json::to_writer_pretty(&mut *out, &Output { diagnostics: Diagnostics(report), summary, coverage })?;
    writeln!(out)
}

/// Those of a report, each of them made when it is written.
struct Diagnostics<'a>(&'a Report);

impl Serialize for Diagnostics<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.diagnostics().iter().map(|diagnostic| Diagnostic::of(self.0, diagnostic)))
    }
}

impl<'a> Diagnostic<'a> {
    fn of(report: &'a Report, diagnostic: &'a crate::Diagnostic) -> Self {
        let related = |related: &'a crate::Related| Related {
            message: &related.message,
            location: stretch(report, &related.location),
        };
        let fix = diagnostic.location.as_ref().zip(diagnostic.fix.as_ref());
        Self {
            code: diagnostic.code.name,
            level: diagnostic.level,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            location: diagnostic.location.as_ref().map(|location| stretch(report, location)),
            related: diagnostic.related.iter().map(related).collect(),
            fix: fix.map(|(location, fix)| edits(report, location, fix)),
        }
    }
}

impl<'a> CoveredSection<'a> {
    fn of(section: crate::SectionCoverage<'a>) -> Self {
        Self { title: section.title, sentences: section.sentences, cited: section.cited }
    }
}

impl<'a> Coverage<'a> {
    fn of(coverage: &'a crate::Coverage) -> Self {
        let uncited = |sentence: &'a crate::Sentence| Uncited {
            start: sentence.code_points.start,
            end: sentence.code_points.end,
            text: &sentence.text,
        };
        Self {
            source: &coverage.source,
            sentences: coverage.sentences.len(),
            set_aside: coverage.set_aside,
            percentage: coverage.percentage(),
            sections: coverage.by_section().map(CoveredSection::of).collect(),
            uncited: coverage.uncited().map(uncited).collect(),
        }
    }
}

fn stretch<'a>(report: &'a Report, location: &Location) -> Stretch<'a> {
    let (path, start, end) = place(report, location);
    Stretch {
        path,
        cell: cell(report, location),
        start: Point { line: start.line, column: start.column, offset: location.bytes.start },
        end: Point { line: end.line, column: end.column, offset: location.bytes.end },
    }
}

fn edits<'a>(report: &'a Report, location: &Location, fix: &'a crate::Fix) -> Fix<'a> {
    let edit = |edit: &'a crate::Edit| {
        let Stretch { start, end, .. } = stretch(report, &Location::new(location.document, edit.bytes.clone()));
        Edit { start, end, replacement: &edit.replacement }
    };
    Fix { edits: fix.edits.iter().map(edit).collect() }
}
