//! Checks a table that is no dataset and reports what is wrong with it: `cargo run -p standpoint-report --example table`.

use std::{error::Error, io};

use standpoint_report::{Code, Document, Finding, Level, Place, Renderer, Report, Style};

static EMPTY_CELL: Code = Code::waivable(
    "empty-cell",
    Level::Warning,
    "# empty-cell\n\nA cell that is needed is empty.\n\n## What to do\n\nFill it in.",
);

const TABLE: &str = "name,country\nNorthern Front,\nHighland League,AFG\n";

fn main() -> Result<(), Box<dyn Error>> {
    let mut findings = Vec::new();
    let mut end = 0;
    for line in TABLE.split_inclusive('\n') {
        end += line.len();
        if line.ends_with(",\n") {
            let cell = Place::bytes(0, end - 1..end - 1);
            findings
                .push(Finding::new(&EMPTY_CELL, cell, "the country is missing").help("write its code, such as `AFG`"));
        }
    }
    let report = Report::of(vec![Document::new("actors.csv", TABLE)], findings);
    let full = Renderer::by_name("full").ok_or("no such form")?;
    full.write(&report, Style::default(), &mut io::stdout().lock())?;
    Ok(())
}
