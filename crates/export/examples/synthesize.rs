//! Writes a large dataset to standard output: `synthesize RECORDS.ndjson N` repeats the records until there are N or, so
//! that the last copy is whole, a few more.
#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "an example prints and reads a file")]

#[path = "../../validate/benches/synthesize/mod.rs"]
mod synthesize;

use std::{
    fs,
    io::{self, BufWriter},
    process::ExitCode,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [path, number] => number.parse().map_err(io::Error::other).and_then(|number| synthesize(path, number)),
        _ => Err(io::Error::other("usage: synthesize RECORDS.ndjson N")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn synthesize(path: &str, number: usize) -> io::Result<()> {
    let text = fs::read_to_string(path)?;
    synthesize::write(&text, number, &mut BufWriter::with_capacity(1 << 20, io::stdout().lock()))
}
