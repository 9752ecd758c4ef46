//! Checks records that a program holds in memory, such as those of a form that somebody fills in: no file is opened and, on
//! one thread, none is begun. So it also runs where neither exists, as in a browser (`.ci/full wasm`).

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
        let place = diagnostic.location.as_ref().ok_or("a place")?;
        let at = report.documents()[place.document].line_column(place.bytes.start);
        println!("{}:{}: [{}] {}", at.line, at.column, diagnostic.code.name, diagnostic.message);
    }
    let codes: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    if codes.contains(&"unknown-value") && codes.contains(&"dangling-reference") {
        return Ok(());
    }
    Err(format!("two things are wrong with these records, and this was found: {codes:?}").into())
}
