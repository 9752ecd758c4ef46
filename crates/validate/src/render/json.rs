//! One JSON object for machines.
//!
//! `diagnostics` lists `code`, `level`, `message`, `help`, `location`, `related` and `fix`; a location has `path`, `start`
//! and `end`, each with a `line` and a `column` from 1 (columns in code points) and the byte `offset` from 0. A diagnostic
//! about the dataset as a whole has the location `null`. A `fix` that is not `null` has `edits` in the document of the
//! location: each has a `start`, an `end` and the `replacement` of what stands between. Of a byte order mark, which is no
//! part of the text and in which no offset counts, there are none. `summary` counts documents, records by kind, citations, and
//! diagnostics, `waived` those that records themselves waive; `complete` is false where something could not be read at
//! all, `passed_over` lists files that hold no records. Of a verification, `coverage` lists the sentences of each source
//! that no record cites.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;
use standpoint_model::Kind;

use super::{Renderer, Style};
use crate::{Document, Level, Location, Report, Verification};

pub(super) const RENDERER: Renderer = Renderer { name: "json", for_machines: true, render };

#[derive(Serialize)]
struct Output<'a> {
    diagnostics: Vec<Diagnostic<'a>>,
    summary: Summary<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<Vec<Coverage<'a>>>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    code: &'a str,
    level: Level,
    message: &'a str,
    help: Option<&'a str>,
    location: Option<Stretch<'a>>,
    related: Vec<Related<'a>>,
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Fix<'a> {
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: Point,
    end: Point,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Stretch<'a>,
}

#[derive(Serialize)]
struct Stretch<'a> {
    path: Cow<'a, str>,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    offset: usize,
}

#[derive(Serialize)]
struct Coverage<'a> {
    source: &'a str,
    sentences: usize,
    percentage: f64,
    uncited: Vec<Uncited<'a>>,
}

/// A sentence, by its code points.
#[derive(Serialize)]
struct Uncited<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
    complete: bool,
    passed_over: Vec<Cow<'a, str>>,
    documents: usize,
    records: BTreeMap<Kind, usize>,
    citations: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
}

fn render(report: &Report, _: Style) -> String {
    write(report, None)
}

/// The report of a verification, with the coverage of its sources.
pub(crate) fn render_verification(verification: &Verification) -> String {
    let coverage = verification.coverage.iter().map(|coverage| Coverage {
        source: &coverage.source,
        sentences: coverage.sentences.len(),
        percentage: coverage.percentage(),
        uncited: coverage
            .uncited()
            .map(|sentence| Uncited {
                start: sentence.code_points.start,
                end: sentence.code_points.end,
                text: &sentence.text,
            })
            .collect(),
    });
    write(&verification.report, Some(coverage.collect()))
}

fn write(report: &Report, coverage: Option<Vec<Coverage<'_>>>) -> String {
    let diagnostics = report
        .diagnostics()
        .iter()
        .map(|diagnostic| Diagnostic {
            code: diagnostic.code.name,
            level: diagnostic.level,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            location: diagnostic.location.as_ref().map(|location| stretch(report, location)),
            related: diagnostic
                .related
                .iter()
                .map(|related| Related { message: &related.message, location: stretch(report, &related.location) })
                .collect(),
            fix: diagnostic
                .location
                .as_ref()
                .zip(diagnostic.fix.as_ref())
                .map(|(location, fix)| edits(report, location, fix)),
        })
        .collect();
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
    };
    let mut text = serde_json::to_string_pretty(&Output { diagnostics, summary, coverage })
        .unwrap_or_else(|error| unreachable!("strings and numbers always serialise: {error}"));
    text.push('\n');
    text
}

fn stretch<'a>(report: &'a Report, location: &Location) -> Stretch<'a> {
    let document = &report.documents()[location.document];
    Stretch {
        path: document.path().to_string_lossy(),
        start: point(document, location.bytes.start),
        end: point(document, location.bytes.end),
    }
}

fn edits<'a>(report: &'a Report, location: &Location, fix: &'a crate::Fix) -> Fix<'a> {
    let document = &report.documents()[location.document];
    let edit = |edit: &'a crate::Edit| Edit {
        start: point(document, edit.bytes.start),
        end: point(document, edit.bytes.end),
        replacement: &edit.replacement,
    };
    Fix { edits: fix.edits.iter().map(edit).collect() }
}

fn point(document: &Document, offset: usize) -> Point {
    let at = document.line_column(offset);
    Point { line: at.line, column: at.column, offset }
}
