//! A dataset written into a new folder, all of it or nothing.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use standpoint_files::{Existing, check_empty, write_folder};

use crate::{EditedFile, Error};

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
        if let Some(file) = files.iter().find(|file| !file.before.is_on_disk()) {
            return Err(Error::NoFile { name: file.path().into() });
        }
        check_empty(folder)?;
        check_outside(folder, &roots)?;
        Ok(Self { folder, contents: contents(files, beside, &roots)? })
    }

    /// Makes it, with all that comes into it, or nothing.
    pub(crate) fn make(self) -> Result<(), Error> {
        Ok(write_folder(self.folder, Existing::Empty, |folder| {
            self.contents.iter().try_for_each(|(path, content)| {
                let new = folder.join(path);
                fs::create_dir_all(new.parent().unwrap_or(folder))?;
                content
                    .write(&new)
                    .map_err(|cause| io::Error::new(cause.kind(), format!("`{}`: {cause}", path.display())))
            })
        })?)
    }
}

impl Content<'_> {
    fn write(&self, new: &Path) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => File::options().write(true).create_new(true).open(new)?.write_all(bytes),
            Self::CopyOf(old) => fs::copy(old, new).map(drop),
        }
    }
}

/// Whether a new folder is in none of those that are read.
fn check_outside(folder: &Path, roots: &[&Path]) -> Result<(), Error> {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |cause| standpoint_files::Error::Folder { folder: parent.into(), cause };
    let parent = fs::canonicalize(parent).map_err(failed)?;
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
