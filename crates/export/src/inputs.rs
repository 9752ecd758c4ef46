//! No export takes the place of what it is made of.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::ExportError;

/// Refuses `path` as the place of an export if writing there would replace one of `inputs`, from which its records come.
///
/// An input is a file or, if all its files are read, a folder. It is replaced if it is what `path` names, by whatever way
/// or link; if it lies in the folder that `path` names; and if `path` lies in it.
///
/// # Errors
///
/// [`ExportError::Input`].
pub fn spare_inputs<P: AsRef<Path>>(path: &Path, inputs: &[P]) -> Result<(), ExportError> {
    // Each way up from an input is gone once, however many files a folder has.
    let mut above: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    for input in inputs.iter().map(AsRef::as_ref) {
        for place in real_path(input).ancestors() {
            above.entry(place.into()).or_insert(input);
        }
    }
    let below: Vec<PathBuf> = real_path(path).ancestors().map(Path::to_path_buf).collect();
    let is_below = |input: &&Path| input.is_dir() && below.iter().any(|place| are_same(place, input));
    let replaced = match above.iter().find(|(place, _)| are_same(place, path)) {
        Some((_, input)) => Some(*input),
        None => inputs.iter().map(AsRef::as_ref).find(is_below),
    };
    match replaced {
        Some(input) => Err(ExportError::Input { path: path.into(), input: input.into() }),
        None => Ok(()),
    }
}

/// Refuses `path` as the place of a file that would be read as records, if it lies in one of `folders`, all of whose files of
/// records are read.
///
/// # Errors
///
/// [`ExportError::Within`].
pub fn spare_folders<P: AsRef<Path>>(path: &Path, folders: &[P]) -> Result<(), ExportError> {
    let place = real_path(path);
    let within = |folder: &&Path| folder.is_dir() && place.ancestors().skip(1).any(|place| are_same(place, folder));
    match folders.iter().map(AsRef::as_ref).find(within) {
        Some(folder) => Err(ExportError::Within { path: path.into(), folder: folder.into() }),
        None => Ok(()),
    }
}

/// A path without links, whose last part need not be there.
fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::canonicalize(parent).unwrap_or_default().join(path.file_name().unwrap_or_default())
    })
}

/// Whether two paths lead to the same file or folder. It need not be opened, since it may be a pipe.
#[cfg(unix)]
fn are_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |path: &Path| fs::metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
    identity(one).is_some_and(|one| Some(one) == identity(other))
}

#[cfg(not(unix))]
fn are_same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| Some(one) == fs::canonicalize(other).ok())
}
