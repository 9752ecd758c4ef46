//! Folders that appear whole or not at all.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    thread,
};

use crate::{
    Error,
    busy::once_free,
    exchange::{Exchange, exchange},
    file::folder_of,
    workplace::Workplace,
};

/// Which folder may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing<'l> {
    /// An empty one.
    Empty,
    /// One that holds no file but those that are written too, or that its file of this name lists, a path a line.
    Own(&'l str),
}

/// Fills the folder at `path`, whole or not at all. `write` gets a temporary folder, which is empty.
///
/// If a link leads there, its target is replaced, and the link stays.
///
/// # Errors
///
/// [`Error`], which names the path and the cause. `path` is then untouched.
pub fn write_folder(
    path: &Path,
    existing: Existing<'_>,
    write: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), Error> {
    write_folder_by(exchange, path, existing, write)
}

pub(crate) fn write_folder_by(
    exchange: Exchange,
    path: &Path,
    existing: Existing<'_>,
    write: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), Error> {
    let failed = Error::write(path);
    if existing == Existing::Empty {
        check_empty(path)?;
    }
    let destination = destination(path)?;
    let parent = folder_of(&destination).ok_or_else(|| Error::NotAFolder { path: path.into() })?;
    let workplace = Workplace::within(parent)?;
    let new = workplace.new_path();
    fs::create_dir(&new).map_err(&failed)?;
    write(&new).map_err(&failed)?;
    let written = files_below(&new).map_err(&failed)?;
    sync(&new, &written).map_err(&failed)?;
    match existing {
        Existing::Empty => check_empty(path)?,
        Existing::Own(list) => {
            let known = &once_free(|| listed(&destination.join(list))).map_err(&failed)? | &written;
            let there = once_free(|| files_there(&destination)).map_err(&failed)?;
            check_strangers(path, there.difference(&known).next().cloned())?;
        }
    }
    workplace.place_folder(path, &destination, exchange)
}

/// Looks whether [`write_folder`] may make a folder at `path` where none is that holds anything, and makes nothing.
///
/// # Errors
///
/// [`Error`], if not.
pub fn check_empty(path: &Path) -> Result<(), Error> {
    let destination = destination(path)?;
    let first = match fs::read_dir(&destination) {
        Ok(mut entries) => entries.next().transpose().map_err(Error::write(path))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Error::write(path)(error)),
    };
    check_strangers(path, first.map(|entry| entry.file_name().into()))
}

fn check_strangers(path: &Path, stranger: Option<PathBuf>) -> Result<(), Error> {
    match stranger {
        Some(stranger) => Err(Error::Stranger { path: path.into(), stranger }),
        None => Ok(()),
    }
}

/// The folder that a path leads to.
fn destination(path: &Path) -> Result<PathBuf, Error> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_dir() => Err(Error::NotAFolder { path: path.into() }),
        // Others may replace it at this moment.
        Ok(_) => Ok(fs::canonicalize(path).unwrap_or_else(|_| path.into())),
        Err(_) => Ok(path.into()),
    }
}

/// Waits until files are on disk. Asked for one after another, each would wait for a write of its own; asked for
/// together, many share one.
fn sync(folder: &Path, files: &BTreeSet<PathBuf>) -> io::Result<()> {
    const AT_ONCE: usize = 16;
    let files: Vec<&PathBuf> = files.iter().collect();
    let sync = |file: &&PathBuf| sync_file(&folder.join(file));
    thread::scope(|scope| {
        let shares = files.chunks(files.len().div_ceil(AT_ONCE).max(1));
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || share.iter().try_for_each(sync))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())))
    })
}

/// Waits until a file is on the disk. Folders need not: until a rename is on the disk, what was there before is.
fn sync_file(file: &Path) -> io::Result<()> {
    // Windows waits for those alone that may write to the file; copies of write-protected files are left to it.
    match File::options().read(true).write(cfg!(windows)).open(file) {
        Err(error) if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        opened => opened?.sync_all(),
    }
}

/// The files that a list names. None, if there is no list.
fn listed(list: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut text = String::new();
    match File::options().read(true).open(list) {
        Ok(mut file) => file.read_to_string(&mut text)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(error) => return Err(error),
    };
    Ok(text.lines().map(PathBuf::from).collect())
}

/// The files of a folder that others may replace meanwhile. None, if it is not there.
fn files_there(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    loop {
        match files_below(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder.exists() => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
            files => return files,
        }
    }
}

/// The files below `folder`, as paths relative to it. Folders that hold none are nothing.
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
