//! A test report in the XML of `JUnit`, which most CI systems show.
//!
//! A document is a test suite. In it a code is a test case, so that no two cases have one name: it failed where the code
//! is an error, and passed where it is a warning or a note. All findings of the code are listed there, each on a line as
//! in the form `concise`; the lines after it that start with spaces are about it too. A document without findings has one
//! case, which passed. Of findings that are only counted, the last line of the case tells how many there are.

use std::{collections::BTreeMap, io};

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::{
    concise,
    listing::{not_shown_message, written_place},
    renderer::{Renderer, Style},
};
use crate::{Diagnostic, Level, Report, printable};

pub(super) const RENDERER: Renderer = Renderer { name: "junit", for_machines: true, render };

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
    let mut suites = quick_junit::Report::new("standpoint");
    suites.add_test_suites(documents.iter().map(|(document, codes)| suite(report, *document, codes)));
    suites.serialize(out).map_err(io::Error::other)
}

fn suite(report: &Report, document: Option<usize>, codes: &Codes) -> TestSuite {
    let file = document.map(|document| legal(&report.documents()[document].path().to_string_lossy()));
    let class = file.as_deref().unwrap_or("the dataset as a whole");
    let case = |name: &str, status| {
        let mut case = TestCase::new(name, status);
        case.set_classname(class);
        case.extra.extend(file.as_deref().map(|file| ("file".into(), file.into())));
        case
    };
    let mut suite = TestSuite::new(class);
    for (code, found) in codes {
        let more = Some(found.more).filter(|more| *more > 0);
        let more = more.map(|more| format!("  {}", not_shown_message(code, more, "listed")));
        let lines: Vec<String> = found.listed.iter().flat_map(|finding| lines(report, finding)).chain(more).collect();
        let text = lines.join("\n");
        suite.add_test_case(if found.has_error {
            let message = match found.listed[..] {
                [finding] if found.more == 0 => legal(&finding.message),
                _ => format!("{} findings", found.listed.len() + found.more),
            };
            let mut failed = TestCaseStatus::non_success(NonSuccessKind::Failure);
            failed.set_type("error").set_message(message).set_description(text);
            case(code, failed)
        } else {
            let mut passed = case(code, TestCaseStatus::success());
            passed.set_system_out(text);
            passed
        });
    }
    if codes.is_empty() {
        suite.add_test_case(case("no findings", TestCaseStatus::success()));
    }
    suite
}

/// A finding on its line, and after it the places and the help that go with it.
fn lines(report: &Report, finding: &Diagnostic) -> Vec<String> {
    let related = finding
        .related
        .iter()
        .map(|related| format!("{}: {}", written_place(report, &related.location), related.message));
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let notes = related.chain(help).map(|note| format!("  {}", legal(&note)));
    [legal(&concise::line(report, finding))].into_iter().chain(notes).collect()
}

/// Text on one line that XML can hold. Of the characters that it does not, two are no control characters.
fn legal(text: &str) -> String {
    printable(text).replace('\u{FFFE}', "\\u{fffe}").replace('\u{FFFF}', "\\u{ffff}")
}
