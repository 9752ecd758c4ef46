//! One more record for a dataset.

mod field;
mod insert;
mod name;

use std::{
    io::Write,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use standpoint_files::create_file;
use standpoint_model::Record;
use standpoint_report::{Diagnostic, Level, Location, Report};
use standpoint_validate::{Input, TextFile, Validation};

use self::insert::{Inserted, inserted, of_new_file};
pub use self::{
    field::{NewField, new_fields},
    name::proposed_id,
};
use crate::{
    EditedFile, Error, file,
    place::{Place, place_for},
};

/// A dataset with one more record, not yet written.
#[derive(Debug, Clone)]
pub struct Addition {
    file: NewContent,
    report: Report,
    is_valid: bool,
}

#[derive(Debug, Clone)]
enum NewContent {
    Edited(EditedFile),
    New { path: PathBuf, content: String },
}

/// Works out what a dataset becomes with one more record, and validates that. Nothing is written until [`Addition::write`].
///
/// The record comes into the file `into`, which may be new; or else into the file that has most records of its kind; or else into
/// the only file that there is, or a new one that is named after the kind. It stands behind the records that are there, laid out as
/// the last of them.
///
/// ```
/// use standpoint_edit::add;
/// use standpoint_model::Record;
/// use standpoint_validate::Validation;
///
/// # let folder = tempfile::tempdir()?;
/// # let manifest = r#"{"kind":"dataset","id":"dataset/d","format":"0.2","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
/// # std::fs::write(folder.path().join("dataset.json"), manifest)?;
/// let source: Record =
///     serde_json::from_str(r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page"}"#)?;
/// let addition = add(&Validation::new(), &[folder.path().into()], &source, None)?;
/// assert!(addition.is_valid() && addition.path().ends_with("sources.json"));
/// addition.write()?;
/// assert!(std::fs::read_to_string(addition.path())?.starts_with("[\n  {\n    \"kind\": \"source\","));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if an input cannot be read, or is no file. A record that is wrong is no error: [`Addition::report`] tells of it.
pub fn add(
    validation: &Validation<'_>,
    paths: &[PathBuf],
    record: &Record,
    into: Option<&Path>,
) -> Result<Addition, Error> {
    let texts = validation.texts(paths)?;
    if let Some(file) = texts.files.iter().find(|file| !file.is_on_disk()) {
        return Err(Error::NoFile { name: file.path().into() });
    }
    let errors_before = errors(&validation.run(texts.files.iter().map(TextFile::path))?);
    let mut inputs: Vec<Input> = texts.files.iter().map(|file| Input::path(file.path())).collect();
    let (file, bytes) = match place_for(record.kind(), &texts, paths, into) {
        Place::File(index) => {
            let Inserted { text, bytes } = inserted(&texts, index, record);
            let edited = EditedFile::of(texts.files[index].clone(), &text)?;
            inputs[index] = Input::bytes(edited.path(), Arc::clone(&edited.after));
            (NewContent::Edited(edited), bytes)
        }
        Place::New(path) => {
            let Inserted { text, bytes } = of_new_file(&path, record);
            inputs.push(Input::bytes(&path, text.clone()));
            (NewContent::New { path, content: text }, bytes)
        }
    };
    let report = validation.run(inputs)?;
    let more_errors = errors(&report) > errors_before;
    let document = report.documents().iter().position(|document| document.path() == file.path());
    let is_about = |diagnostic: &Diagnostic| {
        let is_in = |location: &Location| Some(location.document) == document && overlap(&location.bytes, &bytes);
        diagnostic.location.as_ref().is_some_and(is_in)
            || diagnostic.related.iter().any(|related| is_in(&related.location))
    };
    let has_own_error = report.diagnostics().iter().any(|found| is_error(found) && is_about(found));
    // What is wrong elsewhere was wrong before, unless there is more of it.
    let report = report.filtered(|found| is_about(found) || more_errors && !has_own_error && is_error(found));
    Ok(Addition { file, report, is_valid: !has_own_error && !more_errors })
}

/// Whether it is an error, but for what a new record cannot help: nothing cites a source before it is there.
fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.level == Level::Error && diagnostic.code.name != "uncited-source"
}

fn errors(report: &Report) -> usize {
    let helpless = report.diagnostics().iter().filter(|found| found.level == Level::Error && !is_error(found));
    report.count(Level::Error).saturating_sub(helpless.count())
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

impl NewContent {
    fn path(&self) -> &Path {
        match self {
            Self::Edited(file) => file.path(),
            Self::New { path, .. } => path,
        }
    }
}

impl Addition {
    /// The file that gets the record.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The findings in the record, and in others because of it.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Whether no error comes with the record, but that a new source is not cited yet. What is wrong with the others already
    /// keeps nothing out.
    pub fn is_valid(&self) -> bool {
        self.is_valid
    }

    /// Writes the file, whole or not at all.
    ///
    /// # Errors
    ///
    /// [`Error`] if it cannot be written, or was changed by somebody else meanwhile.
    pub fn write(&self) -> Result<(), Error> {
        match &self.file {
            NewContent::Edited(edited) => file::replace(std::slice::from_ref(edited)),
            NewContent::New { path, content } => Ok(create_file(path, |file| file.write_all(content.as_bytes()))?),
        }
    }
}
