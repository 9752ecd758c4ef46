//! Files that appear whole or not at all.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use standpoint_model::DuplicateIdError;

use crate::{Format, Losses, Records, Write, folder::write_folder, workplace::Workplace};

/// Why an export to a path failed. What was there is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The folder of the file is missing or cannot be written to.
    #[error("cannot write to the folder `{}`: {cause}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
    /// The path names a folder, a device, a pipe or nothing that a file could be called.
    #[error("cannot export to `{}`: it is not a regular file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The path names something that is no folder.
    #[error("cannot export to `{}`: it is not a folder, and this format is one", path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder holds a file that the export would remove and not write.
    #[error("cannot export to `{}`: it holds `{}`, which is no part of the export", path.display(), stranger.display())]
    Stranger {
        /// The path.
        path: PathBuf,
        /// The file, relative to the folder.
        stranger: PathBuf,
    },
    /// An export would take the place of what it is made of.
    #[error(
        "cannot write to `{}`: that would replace `{}`, which the records come from; choose another place",
        path.display(), input.display()
    )]
    Input {
        /// The path.
        path: PathBuf,
        /// The file or folder that is read.
        input: PathBuf,
    },
    /// Writing or renaming failed: a full disk, a lack of permission.
    #[error("cannot export to `{}`: {cause}", path.display())]
    Write {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
}

impl ExportError {
    /// The id that two records have, if that is the cause.
    pub fn duplicate_id(&self) -> Option<&str> {
        let Self::Write { cause, .. } = self else { return None };
        cause.get_ref()?.downcast_ref::<DuplicateIdError>().map(|error| error.id.as_str())
    }
}

/// Writes `records` to the file or folder at `path`, whole or not at all, and says what was lost.
///
/// The export is written beside `path` under a temporary name and takes its place when it is complete and on disk.
/// Whoever opens a file at `path` sees what was there or the whole export. So does whoever opens a folder, on Linux and
/// macOS; elsewhere, and where the file system cannot exchange two folders, it is missing for a moment. The target of a
/// symbolic link, if it is there, is replaced, and the link stays. A file that is replaced passes its permissions on. A
/// folder is replaced only if it holds no file but those that the export writes too.
///
/// What a process that was killed left beside `path` is removed.
///
/// ```no_run
/// use standpoint_export::{Format, Records, export};
/// use standpoint_model::Dataset;
///
/// # fn example(dataset: &Dataset) -> Result<(), Box<dyn std::error::Error>> {
/// let csv = Format::by_name("csv").ok_or("no such format")?;
/// let losses = export(csv, Records::of(dataset), "tables".as_ref())?;
/// for (field, lost) in losses.iter() {
///     eprintln!("{field}: {} lost: {}", lost.count, lost.why);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn export(format: &Format, records: Records<'_>, path: &Path) -> Result<Losses, ExportError> {
    let mut losses = Losses::of(format.losses);
    match format.write {
        Write::Stream(_) => write_file(path, |file| {
            losses = format.write_to(records, file)?;
            Ok(())
        })?,
        Write::File(write) => {
            place_file(path, |_, temporary| write(records.counting(&mut losses), temporary))?;
        }
        Write::Folder(write) => write_folder(path, |folder| write(records.counting(&mut losses), folder))?,
    }
    Ok(losses)
}

/// Writes the file at `path`, whole or not at all, as [`export`] does.
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn write_file(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), ExportError> {
    place_file(path, |file, _| write(file))
}

/// `write` gets the temporary file, which is empty, and its path.
fn place_file(path: &Path, write: impl FnOnce(&mut File, &Path) -> io::Result<()>) -> Result<(), ExportError> {
    let failed = |cause| ExportError::Write { path: path.into(), cause };
    let destination = Destination::of(path)?;
    let workplace = workplace_within(&destination.folder)?;
    let temporary = workplace.export();
    let mut file = File::options().write(true).create_new(true).open(&temporary).map_err(failed)?;
    if let Some(permissions) = destination.permissions {
        file.set_permissions(permissions).map_err(failed)?;
    }
    write(&mut file, &temporary).map_err(failed)?;
    // A full disk may come to light only here.
    file.sync_all().map_err(failed)?;
    workplace.place_file(&destination.file).map_err(failed)
}

/// A folder to write in that lies in `parent`.
pub(crate) fn workplace_within(parent: &Path) -> Result<Workplace, ExportError> {
    let failed = |cause| ExportError::Folder { folder: parent.into(), cause };
    fs::metadata(parent).map_err(failed)?;
    // The message of the original names the temporary folder, which the user never asked for.
    Workplace::within(parent).map_err(|error| failed(error.kind().into()))
}

/// The file that an export will be.
struct Destination {
    file: PathBuf,
    folder: PathBuf,
    /// Those of the file that is there already.
    permissions: Option<fs::Permissions>,
}

impl Destination {
    fn of(path: &Path) -> Result<Self, ExportError> {
        let not_a_file = || ExportError::NotAFile { path: path.into() };
        let failed = |cause| ExportError::Write { path: path.into(), cause };
        let existing = fs::metadata(path).ok();
        let file = match &existing {
            Some(metadata) if !metadata.is_file() => return Err(not_a_file()),
            // A rename would replace a write-protected file without asking.
            Some(metadata) if metadata.permissions().readonly() => {
                return Err(failed(io::ErrorKind::PermissionDenied.into()));
            }
            Some(_) => fs::canonicalize(path).map_err(failed)?,
            None => path.into(),
        };
        file.file_name().ok_or_else(not_a_file)?;
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.into(),
            _ => PathBuf::from("."),
        };
        Ok(Self { file, folder, permissions: existing.map(|metadata| metadata.permissions()) })
    }
}
