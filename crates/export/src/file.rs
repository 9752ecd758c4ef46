//! The one place that touches the file system.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use standpoint_model::Dataset;
use tempfile::NamedTempFile;

use crate::Format;

/// Why an export to a file failed. The file is as it was before.
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
    /// Writing or renaming failed: a full disk, a lack of permission.
    #[error("cannot export to `{}`: {cause}", path.display())]
    Write {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
}

/// Writes `dataset` to the file at `path`, whole or not at all.
///
/// The export is written to a temporary file in the same folder, which takes the place of `path` when it is complete
/// and on disk. Whoever opens `path` sees the file as it was or the whole export. The target of a symbolic link is
/// replaced, the link stays. A file that is replaced passes its permissions on.
///
/// ```no_run
/// use standpoint_export::{Format, export_to_file};
/// use standpoint_model::Dataset;
///
/// # fn example(dataset: &Dataset) -> Result<(), Box<dyn std::error::Error>> {
/// let markdown = Format::by_name("markdown").ok_or("no such format")?;
/// export_to_file(markdown, dataset, "profile.md".as_ref())?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn export_to_file(format: &Format, dataset: &Dataset, path: &Path) -> Result<(), ExportError> {
    write_file(path, |file| format.write_to(dataset, file))
}

/// Writes the file at `path`, whole or not at all, as [`export_to_file`] does.
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn write_file(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), ExportError> {
    let failed = |cause| ExportError::Write { path: path.into(), cause };
    let destination = Destination::of(path)?;
    let mut temporary = destination.temporary()?;
    write(&mut temporary).map_err(failed)?;
    // A full disk may come to light only here.
    temporary.as_file().sync_all().map_err(failed)?;
    temporary.persist(&destination.file).map_err(|refused| failed(refused.error))?;
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
