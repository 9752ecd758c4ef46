//! Writes a large dataset to standard output: `synthesize RECORDS.ndjson N [SHAPE]` makes N records or somewhat more. If no
//! shape is given, they are copies of those in the file, in which nothing more is found than in the file.
#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "an example prints and reads a file")]

#[path = "../../validate/benches/synthesize/mod.rs"]
mod synthesize;

use std::{
    fs,
    io::{self, BufWriter},
    process::ExitCode,
};

use self::synthesize::{SHAPES, Shape};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [path, number] => synthesize(path, number, "clean"),
        [path, number, shape] => synthesize(path, number, shape),
        _ => Err(io::Error::other("usage: synthesize RECORDS.ndjson N [SHAPE]")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn synthesize(path: &str, number: &str, shape: &str) -> io::Result<()> {
    let shape = Shape::by_name(shape).ok_or_else(|| {
        let shapes: Vec<String> = SHAPES.iter().map(|shape| format!("  {}: {}", shape.name, shape.about)).collect();
        io::Error::other(format!("`{shape}` is not one of the shapes\n{}", shapes.join("\n")))
    })?;
    let number = number.parse().map_err(io::Error::other)?;
    let text = fs::read_to_string(path)?;
    shape.write(&text, number, &mut BufWriter::with_capacity(1 << 20, io::stdout().lock()))
}
