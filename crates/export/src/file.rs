//! Files that appear whole or not at all.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use crate::{ExportError, workplace::Workplace};

/// Writes the file at `path`, whole or not at all, as [`export`](crate::export) does.
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn write_file(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), ExportError> {
    place_file(path, |file, _| write(file))
}

/// `write` gets the temporary file, which is empty, and its path.
pub(crate) fn place_file(
    path: &Path,
    write: impl FnOnce(&mut File, &Path) -> io::Result<()>,
) -> Result<(), ExportError> {
    let failed = |cause| ExportError::Write { path: path.into(), cause };
    let destination = Destination::of(path)?;
    let workplace = Workplace::within(&destination.folder)?;
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
