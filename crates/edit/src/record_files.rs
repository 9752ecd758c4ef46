//! The files of a new dataset.

use std::{
    fs::File,
    io::{self, BufWriter, Write as _},
    path::Path,
};

use standpoint_model::{Manifest, Record};

/// Writes the manifest into a folder, as `dataset.json`.
pub(crate) fn write_manifest(folder: &Path, manifest: &Manifest) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&Record::Dataset(manifest.clone()))?;
    writeln!(new(&folder.join("dataset.json"))?, "{text}")
}

/// Writes records into a new file, a record a line.
pub(crate) fn write_lines(path: &Path, records: &[Record]) -> io::Result<()> {
    let mut file = BufWriter::new(new(path)?);
    for record in records {
        serde_json::to_writer(&mut file, record)?;
        writeln!(file)?;
    }
    file.flush()
}

fn new(path: &Path) -> io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}
