//! `standpoint explain`

use std::io::{self, Write};

use standpoint_validate::catalogue;

use crate::{arguments::Explain, failure::Failure, outcome::Outcome};

pub(super) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    match arguments.code {
        Some(code) => out.write_all(code.page.as_bytes())?,
        None => {
            let mut codes = catalogue::all();
            codes.extend(standpoint_edit::migration_codes());
            codes.sort_by_key(|code| code.name);
            for code in codes {
                writeln!(out, "{:<26} {:<8} {}", code.name, code.level, code.summary())?;
            }
        }
    }
    out.flush()?;
    Ok(Outcome::Clean)
}
