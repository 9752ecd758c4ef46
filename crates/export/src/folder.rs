//! Folders that appear whole or not at all.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    thread,
};

use crate::{ExportError, workplace::Workplace};

/// Fills the folder at `path`, whole or not at all.
///
/// A folder that is there is replaced if it holds no file but those that `write` writes too, or those that it lists as
/// its own.
pub(crate) fn write_folder(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), ExportError> {
    let failed = |cause| ExportError::Write { path: path.into(), cause };
    let destination = match fs::metadata(path) {
        Ok(metadata) if !metadata.is_dir() => return Err(ExportError::NotAFolder { path: path.into() }),
        Ok(_) => fs::canonicalize(path).map_err(failed)?,
        Err(_) => path.into(),
    };
    let parent = match destination.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => return Err(ExportError::NotAFolder { path: path.into() }),
    };
    let workplace = Workplace::within(parent)?;
    let new = workplace.export();
    fs::create_dir(&new).map_err(failed)?;
    write(&new).map_err(failed)?;
    let written = files_below(&new).map_err(failed)?;
    sync(&new, &written).map_err(failed)?;
    if destination.exists() {
        let mut known = own_files(&destination).map_err(failed)?;
        known.extend(written);
        if let Some(stranger) = files_below(&destination).map_err(failed)?.difference(&known).next() {
            return Err(ExportError::Stranger { path: path.into(), stranger: stranger.clone() });
        }
    }
    workplace.place_folder(&destination).map_err(failed)
}

/// Waits until files are on disk. Asked for one after another, each would wait for a write of its own; asked for
/// together, many share one.
fn sync(folder: &Path, files: &BTreeSet<PathBuf>) -> io::Result<()> {
    const AT_ONCE: usize = 16;
    let files: Vec<&PathBuf> = files.iter().collect();
    let sync = |file: &&PathBuf| File::options().read(true).open(folder.join(file)).and_then(|file| file.sync_all());
    thread::scope(|scope| {
        let shares = files.chunks(files.len().div_ceil(AT_ONCE).max(1));
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || share.iter().try_for_each(sync))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())))
    })
}

/// A file in which an export whose files depend on the data lists them, a path a line.
pub(crate) const LIST: &str = "standpoint-files.txt";

/// The files that an earlier export listed as its own.
fn own_files(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut list = String::new();
    match File::options().read(true).open(folder.join(LIST)) {
        Ok(mut file) => file.read_to_string(&mut list)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(error) => return Err(error),
    };
    Ok(list.lines().map(PathBuf::from).collect())
}

/// The files below `folder`, and folders that hold none, as paths relative to it.
fn files_below(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inside))? {
            let entry = entry?;
            let relative = inside.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(relative);
            } else {
                files.insert(relative);
            }
        }
    }
    Ok(files)
}
