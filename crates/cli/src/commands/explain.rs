//! `standpoint explain`

use std::io::{self, Write};

use standpoint_validate::{Code, catalogue, codebook_rules};

use crate::{arguments::Explain, failure::Failure, outcome::Outcome};

pub(super) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    match arguments.code {
        Some(code) => write_page(code, &mut out)?,
        None => write_list(&mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// The page, and the rules of the codebook that it names.
fn write_page(code: &Code, out: &mut impl Write) -> io::Result<()> {
    out.write_all(code.page.as_bytes())?;
    for rule in codebook_rules(code) {
        writeln!(out, "\n{rule}")?;
    }
    Ok(())
}

/// Every code, those of `migrate` and `import` included, with what it means.
fn write_list(out: &mut impl Write) -> io::Result<()> {
    let mut codes = catalogue::all();
    codes.extend(standpoint_edit::migration_codes());
    codes.extend(standpoint_import::import_codes());
    codes.sort_by_key(|code| code.name);
    for code in codes {
        writeln!(out, "{:<26} {:<8} {}", code.name, code.level, code.summary())?;
    }
    Ok(())
}
