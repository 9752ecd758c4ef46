//! A dataset written into a new folder, all of it or nothing.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{EditedFile, Error, replace::write_new};

/// The file that may give levels to codes. It lies beside the records and is not one of them.
const CONFIG_NAME: &str = "standpoint.toml";

/// What a new file is made of.
enum Content<'c> {
    Bytes(&'c [u8]),
    CopyOf(PathBuf),
}

/// A new folder that may be made, and what comes into it.
pub(crate) struct NewFolder<'f> {
    folder: &'f Path,
    parent: &'f Path,
    /// Every file, by its path in the folder.
    contents: BTreeMap<PathBuf, Content<'f>>,
}

impl<'f> NewFolder<'f> {
    /// Looks whether the folder may be made, and makes nothing.
    pub(crate) fn of<P: AsRef<Path>>(
        files: &'f [EditedFile],
        beside: &[PathBuf],
        folder: &'f Path,
        roots: &[P],
    ) -> Result<Self, Error> {
        let roots: Vec<&Path> = roots.iter().map(AsRef::as_ref).collect();
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if let Some(file) = files.iter().find(|file| !file.before.is_on_disk()) {
            return Err(Error::NoFile { name: file.path().into() });
        }
        check_place(folder, parent, &roots)?;
        Ok(Self { folder, parent, contents: contents(files, beside, &roots)? })
    }

    /// Makes it, with all that comes into it, or nothing.
    pub(crate) fn make(self) -> Result<(), Error> {
        let Self { folder, parent, contents } = self;
        let failed = |cause: io::Error| Error::Write { path: folder.into(), cause };
        let temporary = tempfile::Builder::new().prefix(".standpoint-").tempdir_in(parent);
        let temporary = temporary.map_err(|error| failed(error.kind().into()))?;
        let made = temporary.path().join("dataset");
        fs::create_dir(&made).map_err(failed)?;
        for (path, content) in contents {
            let new = made.join(&path);
            let failed = |cause| Error::Write { path: folder.join(&path), cause };
            fs::create_dir_all(new.parent().unwrap_or(&made)).map_err(failed)?;
            match content {
                Content::Bytes(bytes) => write_new(&new, bytes).map_err(failed)?,
                Content::CopyOf(old) => fs::copy(old, &new).map(drop).map_err(failed)?,
            }
        }
        if folder.is_dir() {
            // It is empty.
            fs::remove_dir(folder).map_err(failed)?;
        }
        fs::rename(&made, folder).map_err(failed)
    }
}

/// Whether a new folder may be made there.
fn check_place(folder: &Path, parent: &Path, roots: &[&Path]) -> Result<(), Error> {
    let is_empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if folder.symlink_metadata().is_ok() && !is_empty() {
        return Err(Error::Occupied { path: folder.into() });
    }
    let parent = fs::canonicalize(parent).map_err(|cause| Error::Write { path: folder.into(), cause })?;
    let is_around = |root: &&&Path| root.is_dir() && fs::canonicalize(root).is_ok_and(|root| parent.starts_with(root));
    match roots.iter().find(is_around) {
        Some(root) => Err(Error::Inside { path: folder.into(), root: root.into() }),
        None => Ok(()),
    }
}

/// Every file of the new folder, by its path in it.
fn contents<'f>(
    files: &'f [EditedFile],
    beside: &[PathBuf],
    roots: &[&Path],
) -> Result<BTreeMap<PathBuf, Content<'f>>, Error> {
    let mut contents = BTreeMap::new();
    let records = files.iter().map(|file| (file.path(), Content::Bytes(&file.after)));
    let configs: Vec<PathBuf> = roots.iter().map(|root| root.join(CONFIG_NAME)).filter(|file| file.is_file()).collect();
    let copied = beside.iter().chain(&configs).filter(|path| path.is_file());
    for (path, content) in records.chain(copied.map(|path| (path.as_path(), Content::CopyOf(path.clone())))) {
        let inside =
            roots.iter().find_map(|root| path.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty()));
        let new = inside.map_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default(), Path::to_path_buf);
        if contents.insert(new.clone(), content).is_some() {
            return Err(Error::SameName { path: new });
        }
    }
    Ok(contents)
}
