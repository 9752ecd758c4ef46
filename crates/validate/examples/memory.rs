//! Checks records that a program holds in memory, such as those of a form that somebody fills in: no file is opened and, on
//! one thread, none is begun. So it also runs where neither exists, as in a browser (`.ci/full wasm`).

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use standpoint_validate::{Input, Validation};

const RECORDS: &str = r#"[
  { "kind": "source", "id": "source/page", "type": "web-pag", "title": "A page" },
  { "kind": "actor", "id": "actor/league", "type": "armed-group", "name": "Highland League",
    "basis": { "modality": "stated", "evidence": [{ "source": "source/pages", "locator": "page 2" }] } }
]"#;

fn main() -> Result<(), Box<dyn Error>> {
    let report = Validation::new().threads(1).run([Input::bytes("form.json", RECORDS)])?;
    for diagnostic in report.diagnostics() {
        // Only what is about the records as a whole has no place.
        if let Some(place) = &diagnostic.location {
            let at = report.documents()[place.document].line_column(place.bytes.start);
            print!("{}:{}: ", at.line, at.column);
        }
        println!("[{}] {}", diagnostic.code.name, diagnostic.message);
    }
    let codes: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    if codes.contains(&"unknown-value") && codes.contains(&"dangling-reference") {
        return Ok(());
    }
    Err(format!("two things are wrong with these records, and this was found: {codes:?}").into())
}
