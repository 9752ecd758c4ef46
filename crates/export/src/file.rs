//! Files that appear whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use standpoint_model::DuplicateIdError;
use tempfile::NamedTempFile;

use crate::{
    Format, Losses, Records, Write,
    folder::write_folder,
    unfinished::{Unfinished, undivided},
};

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
/// Whoever opens a file at `path` sees what was there or the whole export; a folder that is replaced is missing for a
/// moment. The target of a symbolic link, if it is there, is replaced, and the link stays. A file that is replaced passes
/// its permissions on. A folder is replaced only if it holds no file but those that the export writes too.
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
            place_file(path, |temporary| write(records.counting(&mut losses), temporary.path()))?;
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
    place_file(path, |temporary| write(temporary.as_file_mut()))
}

fn place_file(path: &Path, write: impl FnOnce(&mut NamedTempFile) -> io::Result<()>) -> Result<(), ExportError> {
    let failed = |cause| ExportError::Write { path: path.into(), cause };
    let destination = Destination::of(path)?;
    let mut temporary = destination.temporary()?;
    let _unfinished = Unfinished::at(temporary.path());
    write(&mut temporary).map_err(failed)?;
    // A full disk may come to light only here.
    temporary.as_file().sync_all().map_err(failed)?;
    undivided(|| temporary.persist(&destination.file)).map_err(|refused| failed(refused.error))?;
    Ok(())
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

    fn temporary(&self) -> Result<NamedTempFile, ExportError> {
        let failed = |cause| ExportError::Folder { folder: self.folder.clone(), cause };
        fs::metadata(&self.folder).map_err(failed)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".standpoint-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // What a new file gets, less what the user's mask takes away.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let temporary = builder
            .tempfile_in(&self.folder)
            // The message of the original names the temporary file, which the user never asked for.
            .map_err(|error| failed(error.kind().into()))?;
        if let Some(permissions) = &self.permissions {
            temporary.as_file().set_permissions(permissions.clone()).map_err(failed)?;
        }
        Ok(temporary)
    }
}
