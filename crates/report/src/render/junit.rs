//! A test report in the XML of `JUnit`, which most CI systems show.
//!
//! A document is a test suite. In it a code is a test case, so that no two cases have one name: it failed where the code
//! is an error, and passed where it is a warning or a note. All findings of the code are listed there, each on a line as
//! in the form `concise`; the lines after it that start with spaces are about it too. A document without findings has one
//! case, which passed. Of findings that are only counted, the last line of the case tells how many there are.

use std::{collections::BTreeMap, fmt, io};

use quick_xml::se::Serializer;
use serde::Serialize;

use super::{
    concise,
    listing::{not_shown_message, place},
    renderer::{Renderer, Style},
};
use crate::{Diagnostic, Level, Report, printable};

pub(super) const RENDERER: Renderer = Renderer { name: "junit", for_machines: true, render };

#[derive(Serialize)]
struct Suites {
    #[serde(rename = "@name")]
    name: &'static str,
    #[serde(rename = "@tests")]
    tests: usize,
    #[serde(rename = "@failures")]
    failures: usize,
    testsuite: Vec<Suite>,
}

#[derive(Serialize)]
struct Suite {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@tests")]
    tests: usize,
    #[serde(rename = "@failures")]
    failures: usize,
    testcase: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    #[serde(rename = "@name")]
    name: &'static str,
    #[serde(rename = "@classname")]
    class: String,
    #[serde(rename = "@file", skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<Failure>,
    #[serde(rename = "system-out", skip_serializing_if = "Option::is_none")]
    output: Option<String>,
}

#[derive(Serialize)]
struct Failure {
    #[serde(rename = "@type")]
    level: &'static str,
    #[serde(rename = "@message")]
    message: String,
    #[serde(rename = "$text")]
    text: String,
}

/// The findings of each code.
type Codes<'a> = BTreeMap<&'static str, Found<'a>>;

#[derive(Default)]
struct Found<'a> {
    listed: Vec<&'a Diagnostic>,
    /// How many more there are.
    more: usize,
    has_error: bool,
}

fn render(report: &Report, _: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let mut documents: BTreeMap<Option<usize>, Codes> =
        (0..report.documents().len()).map(|document| (Some(document), Codes::new())).collect();
    for diagnostic in report.diagnostics() {
        let document = diagnostic.location.as_ref().map(|location| location.document);
        let found = documents.entry(document).or_default().entry(diagnostic.code.name).or_default();
        found.listed.push(diagnostic);
        found.has_error |= diagnostic.level == Level::Error;
    }
    for (code, level, document, count) in report.more_by_document() {
        let found = documents.entry(document).or_default().entry(code).or_default();
        found.more += count;
        found.has_error |= level == Level::Error;
    }
    let suites: Vec<Suite> = documents.iter().map(|(document, codes)| suite(report, *document, codes)).collect();
    let suites = Suites {
        name: "standpoint",
        tests: suites.iter().map(|suite| suite.tests).sum(),
        failures: suites.iter().map(|suite| suite.failures).sum(),
        testsuite: suites,
    };
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let mut text = Text { out, refused: None };
    let written = Serializer::with_root(&mut text, Some("testsuites")).and_then(|mut serializer| {
        serializer.indent(' ', 2);
        suites.serialize(serializer)
    });
    match (text.refused, written) {
        (Some(error), _) => Err(error),
        (None, Err(error)) => Err(io::Error::other(error)),
        (None, Ok(_)) => writeln!(out),
    }
}

/// Text on its way to where bytes are written, and what was answered when they were not taken.
struct Text<'o> {
    out: &'o mut dyn io::Write,
    refused: Option<io::Error>,
}

impl fmt::Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.out.write_all(text.as_bytes()).map_err(|error| {
            self.refused = Some(error);
            fmt::Error
        })
    }
}

fn suite(report: &Report, document: Option<usize>, codes: &Codes) -> Suite {
    let file = document.map(|document| legal(&report.documents()[document].path().to_string_lossy()));
    let class = file.as_deref().unwrap_or("the dataset as a whole");
    let case = |name, failure, output| Case { name, class: class.to_owned(), file: file.clone(), failure, output };
    let mut cases: Vec<Case> = codes
        .iter()
        .map(|(code, found)| {
            let more = Some(found.more).filter(|more| *more > 0);
            let more = more.map(|more| format!("  {}", not_shown_message(code, more, "listed")));
            let lines: Vec<String> =
                found.listed.iter().flat_map(|finding| lines(report, finding)).chain(more).collect();
            let text = lines.join("\n");
            if found.has_error {
                let message = match found.listed[..] {
                    [finding] if found.more == 0 => legal(&finding.message),
                    _ => format!("{} findings", found.listed.len() + found.more),
                };
                case(code, Some(Failure { level: "error", message, text }), None)
            } else {
                case(code, None, Some(text))
            }
        })
        .collect();
    if cases.is_empty() {
        cases.push(case("no findings", None, None));
    }
    let failures = cases.iter().filter(|case| case.failure.is_some()).count();
    Suite { name: class.to_owned(), tests: cases.len(), failures, testcase: cases }
}

/// A finding on its line, and after it the places and the help that go with it.
fn lines(report: &Report, finding: &Diagnostic) -> Vec<String> {
    let related = finding.related.iter().map(|related| {
        let (path, at, _) = place(report, &related.location);
        format!("{path}:{}:{}: {}", at.line, at.column, related.message)
    });
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let notes = related.chain(help).map(|note| format!("  {}", legal(&note)));
    [legal(&concise::line(report, finding))].into_iter().chain(notes).collect()
}

/// Text on one line that XML can hold. Of the characters that it does not, two are no control characters.
fn legal(text: &str) -> String {
    printable(text).replace('\u{FFFE}', "\\u{fffe}").replace('\u{FFFF}', "\\u{ffff}")
}
