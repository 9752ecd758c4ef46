//! Shows what becomes of the records under a path in format 0.2, and writes them to a folder if one is named.

use std::{
    error::Error,
    io::{self, Write as _},
    path::Path,
    time::Instant,
};

use standpoint_edit::{Migrate, Migrated};
use standpoint_report::{RENDERERS, Style};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let path = arguments.next().ok_or("name the path of a dataset")?;
    let started = Instant::now();
    let migrated = Migrate::new().run([&path])?;
    let mut out = io::stdout().lock();
    match migrated {
        Migrated::Ready(migration) => {
            RENDERERS[1].write(migration.report(), Style::default(), &mut out)?;
            for count in migration.counts() {
                writeln!(out, "{:>7}  {}", count.times, count.about)?;
            }
            if let Some(folder) = arguments.next() {
                migration.write_to(Path::new(&folder), &[&path])?;
            }
        }
        Migrated::Refused { cause, report } => {
            RENDERERS[0].write(&report, Style::default(), &mut out)?;
            writeln!(out, "{cause}")?;
        }
        Migrated::Current => writeln!(out, "nothing to do")?,
    }
    writeln!(out, "{:.1} s", started.elapsed().as_secs_f64())?;
    Ok(())
}
