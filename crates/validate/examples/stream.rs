//! Validates a stream of records, one at a time: `cargo run -p standpoint-validate --example stream < records.ndjson`.

use std::{
    error::Error,
    io::{self, Write},
};

use standpoint_validate::Validation;

fn main() -> Result<(), Box<dyn Error>> {
    let (validation, mut out, mut records) = (Validation::new(), io::stdout().lock(), 0);
    for checked in validation.check_records("<stdin>", io::stdin().lock())? {
        let checked = checked?;
        for diagnostic in &checked.diagnostics {
            let at = checked.place(diagnostic);
            writeln!(out, "{}:{}: [{}] {}", at.line, at.column, diagnostic.code.name, diagnostic.message)?;
        }
        records += usize::from(checked.record.is_some());
    }
    writeln!(out, "{records} records")?;
    Ok(())
}
