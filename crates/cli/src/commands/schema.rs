//! `standpoint schema`

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use standpoint_model::schema::{self, PublishedSchema};

use super::Outcome;
use crate::{arguments::Schema, failure::Failure};

pub(super) fn run(arguments: &Schema) -> Result<Outcome, Failure> {
    for schema in schema::all() {
        if let Some(folder) = &arguments.out {
            write_into(folder, &schema)?;
        } else if arguments.name.as_deref() == Some(schema.name) {
            io::stdout().write_all(schema.to_json().as_bytes())?;
        }
    }
    Ok(Outcome::Clean)
}

/// Writes beside the destination and then renames, so that no half of a schema is ever there.
fn write_into(folder: &Path, schema: &PublishedSchema) -> Result<(), Failure> {
    let path = folder.join(schema.file_name());
    let write = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(schema.to_json().as_bytes())?;
        file.persist(&path)?;
        Ok(())
    };
    write().map_err(|cause| Failure::Write { path: path.clone(), cause })
}
