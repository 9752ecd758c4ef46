//! `standpoint schema`

use std::{
    fs,
    io::{self, Write},
};

use standpoint_model::schema;

use super::Outcome;
use crate::{arguments::Schema, failure::Failure};

pub(super) fn run(arguments: &Schema) -> Result<Outcome, Failure> {
    if let Some(folder) = &arguments.out {
        fs::create_dir_all(folder).map_err(|cause| Failure::Folder { path: folder.clone(), cause })?;
    }
    for schema in schema::all() {
        let text = schema.to_json();
        if let Some(folder) = &arguments.out {
            standpoint_export::write_file(&folder.join(schema.file_name()), |file| file.write_all(text.as_bytes()))?;
        } else if arguments.name.as_deref() == Some(schema.name) {
            io::stdout().write_all(text.as_bytes())?;
        }
    }
    Ok(Outcome::Clean)
}
