//! `standpoint schema`

use std::{
    fs,
    io::{self, Write},
};

use standpoint_export::{PUBLISHED_FILES, PublishedFile};
use standpoint_files::write_file;

use crate::{arguments::Schema, failure::Failure, outcome::Outcome, schemas::schemas};

pub(super) fn run(arguments: &Schema) -> Result<Outcome, Failure> {
    let mut schemas = schemas();
    if let Some(folder) = &arguments.out {
        fs::create_dir_all(folder).map_err(|cause| Failure::Folder { path: folder.clone(), cause })?;
        let schemas = schemas.map(|schema| (schema.file_name(), schema.to_json()));
        let others = PUBLISHED_FILES.iter().map(|file| (file.name.to_owned(), (file.text)()));
        for (name, text) in schemas.chain(others) {
            write_file(&folder.join(name), |file, _| file.write_all(text.as_bytes()))?;
        }
    } else if arguments.shacl {
        io::stdout().write_all((PublishedFile::SHAPES.text)().as_bytes())?;
    } else if arguments.sql {
        io::stdout().write_all((PublishedFile::SQL.text)().as_bytes())?;
    } else if let Some(schema) = schemas.find(|schema| arguments.name.as_deref() == Some(schema.name)) {
        io::stdout().write_all(schema.to_json().as_bytes())?;
    }
    Ok(Outcome::Clean)
}
