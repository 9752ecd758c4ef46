//! Validates a corpus in parts, each in a process of its own: `cargo run --release -p standpoint-validate --example parts --
//! FOLDER [PARTS]`. There are eight parts, unless a number is given.
//!
//! Every process traces its files and opens no others; this one merges the traces. It stands for a cluster: the traces may
//! as well come from other machines.
#![allow(clippy::disallowed_methods, reason = "an example reads and writes files of its own")]

use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs::File,
    io::{self, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::{self, Command},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use standpoint_validate::{Renderer, Style, Validation, record_files};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [corpus] => validate(Path::new(corpus), 8),
        [corpus, parts] => validate(Path::new(corpus), parts.parse()?),
        ["trace", corpus, part, parts, seed, to] => {
            trace(Path::new(corpus), part.parse()?, parts.parse()?, seed.parse()?, Path::new(to))
        }
        _ => Err("usage: parts FOLDER [PARTS]".into()),
    }
}

/// Traces the files of one of so many parts.
fn trace(corpus: &Path, part: usize, parts: usize, seed: u64, to: &Path) -> Result<(), Box<dyn Error>> {
    let files: BTreeSet<PathBuf> = record_files(&[corpus])?.into_iter().skip(part).step_by(parts).collect();
    let to = BufWriter::new(File::create(to)?);
    Validation::new().threads(1).trace([corpus], |path| files.contains(path), seed, to)?;
    Ok(())
}

fn validate(corpus: &Path, parts: usize) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    // Anything that others cannot guess will do.
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos() ^ u128::from(process::id()) << 64;
    let seed = (seed % 0xFFFF_FFFF_FFFF_FFC5).to_string();
    let folder = tempfile::tempdir()?;
    let paths: Vec<PathBuf> = (0..parts).map(|part| folder.path().join(format!("{part}.traces"))).collect();
    let mut processes = Vec::new();
    for (part, path) in paths.iter().enumerate() {
        let mut command = Command::new(env::current_exe()?);
        command.arg("trace").arg(corpus).args([part.to_string(), parts.to_string(), seed.clone()]).arg(path);
        processes.push(command.spawn()?);
    }
    for mut process in processes {
        if !process.wait()?.success() {
            return Err("a part could not be traced".into());
        }
    }
    let (mut traces, mut bytes) = (Vec::new(), 0);
    for path in paths {
        let file = File::open(&path)?;
        bytes += file.metadata()?.len();
        traces.push((path, BufReader::new(file)));
    }
    let first = begun.elapsed();
    let begun = Instant::now();
    let report = Validation::new().run_traced([corpus], traces)?;
    let mut out = io::stdout().lock();
    Renderer::by_name("concise").ok_or("no such form")?.write(&report, Style::default(), &mut out)?;
    writeln!(
        out,
        "{parts} processes, {:.1} s, and {:.1} s for what they left: {bytes} bytes, {} for each record",
        first.as_secs_f64(),
        begun.elapsed().as_secs_f64(),
        bytes / (report.records() as u64).max(1),
    )?;
    Ok(())
}
