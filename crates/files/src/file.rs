//! Files that appear whole or not at all.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use crate::{Error, workplace::Workplace};

/// Writes the file at `path`, whole or not at all. `write` gets a temporary file, which is empty, and its path.
///
/// If a link leads there, its target is replaced, and the link stays. A file that is replaced passes its permissions and its owner on.
///
/// # Errors
///
/// [`Error`], which names the path and the cause. `path` is then untouched.
pub fn write_file(path: &Path, write: impl FnOnce(&mut File, &Path) -> io::Result<()>) -> Result<(), Error> {
    let failed = Error::write(path);
    let destination = Destination::of(path)?;
    let workplace = Workplace::within(&destination.folder)?;
    write_new(&workplace.new_path(), destination.kept, write).map_err(&failed)?;
    workplace.place_file(&destination.file).map_err(failed)
}

/// Makes a file at `path`, whole or not at all, where there is none. `write` gets a temporary file, which is empty.
///
/// # Errors
///
/// [`Error`], which names the path and the cause: [`io::ErrorKind::AlreadyExists`] if something is there, which stays as it is.
pub fn create_file(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    let failed = Error::write(path);
    let folder = folder_of(path).ok_or_else(|| Error::NotAFile { path: path.into() })?;
    let workplace = Workplace::within(folder)?;
    write_new(&workplace.new_path(), None, |file, _| write(file)).map_err(&failed)?;
    workplace.create_file(path).map_err(failed)
}

/// Makes a file and waits until it is on the disk.
pub(crate) fn write_new(
    path: &Path,
    kept: Option<Kept>,
    write: impl FnOnce(&mut File, &Path) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    if let Some(kept) = kept {
        kept.give(&file)?;
    }
    write(&mut file, path)?;
    // A full disk may come to light only here.
    file.sync_all()
}

/// What a file that is to be replaced passes on: its permissions, and where there are such its owner and its group.
pub(crate) struct Kept {
    permissions: fs::Permissions,
    #[cfg(unix)]
    owner: [u32; 2],
}

impl Kept {
    pub(crate) fn of(metadata: &fs::Metadata) -> io::Result<Self> {
        // A rename would replace a write-protected file without asking.
        if metadata.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(Self {
            permissions: metadata.permissions(),
            #[cfg(unix)]
            owner: {
                use std::os::unix::fs::MetadataExt;

                [metadata.uid(), metadata.gid()]
            },
        })
    }

    /// Only who may do all can give a file to another; who may not keeps what is its own anyway.
    fn give(self, file: &File) -> io::Result<()> {
        #[cfg(unix)]
        {
            let [user, group] = self.owner;
            let _ = std::os::unix::fs::fchown(file, Some(user), Some(group));
        }
        file.set_permissions(self.permissions)
    }
}

/// The folder in which a path lies.
pub(crate) fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// The file that is to be written.
struct Destination {
    file: PathBuf,
    folder: PathBuf,
    /// What the file that is there already passes on.
    kept: Option<Kept>,
}

impl Destination {
    fn of(path: &Path) -> Result<Self, Error> {
        let not_a_file = || Error::NotAFile { path: path.into() };
        let (file, kept) = match fs::metadata(path) {
            Ok(metadata) if !metadata.is_file() => return Err(not_a_file()),
            Ok(metadata) => {
                let kept = Kept::of(&metadata).map_err(Error::write(path))?;
                (fs::canonicalize(path).map_err(Error::write(path))?, Some(kept))
            }
            Err(_) => (path.into(), None),
        };
        file.file_name().ok_or_else(not_a_file)?;
        let folder = folder_of(&file).ok_or_else(not_a_file)?.into();
        Ok(Self { file, folder, kept })
    }
}
