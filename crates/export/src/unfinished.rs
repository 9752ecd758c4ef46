//! What is being written under a temporary name, for whoever ends the process before it is in its place.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The exports of this process.
struct Exports {
    /// The temporary folders, and whether what was made in each of them has taken its place.
    folders: BTreeMap<PathBuf, bool>,
    /// Whether any export has taken its place.
    are_any_placed: bool,
    /// Whether they are given up, so that no more begin and none takes its place.
    are_abandoned: bool,
}

static EXPORTS: Mutex<Exports> =
    Mutex::new(Exports { folders: BTreeMap::new(), are_any_placed: false, are_abandoned: false });

/// How often a folder is removed that others are still writing into.
const ATTEMPTS: usize = 100;

/// Removes what exports of this process have begun and not finished. They fail, and so does every export after this.
///
/// A handler of signals calls it before it ends the process; nobody else needs it, since an export that fails clears
/// away after itself. What was at the destination is as it was.
///
/// Returns `false` if it came too late and did nothing: an export is in its place, and none is unfinished. The process
/// should then go on and say so.
#[must_use]
pub fn abandon_exports() -> bool {
    let mut exports = exports();
    if exports.are_any_placed && exports.folders.values().all(|&is_placed| is_placed) {
        return false;
    }
    exports.are_abandoned = true;
    for folder in exports.folders.keys() {
        // Under another name no more can be put into it, but for what was being put there at this moment.
        let name = folder.with_extension("abandoned");
        if fs::rename(folder, &name).is_ok() {
            // There is nobody to tell what cannot be removed.
            let _ = (0..ATTEMPTS).any(|_| fs::remove_dir_all(&name).is_ok());
        }
    }
    true
}

/// A temporary folder, until this is dropped.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes a temporary folder, if exports are not given up.
    pub(crate) fn begin<F: AsRef<Path>>(make: impl FnOnce() -> io::Result<F>) -> io::Result<(F, Self)> {
        let mut exports = exports();
        exports.check()?;
        let folder = make()?;
        exports.folders.insert(folder.as_ref().into(), false);
        let unfinished = Self(folder.as_ref().into());
        Ok((folder, unfinished))
    }

    /// Puts what was made in its place: either it is abandoned before that, or it is all there.
    pub(crate) fn place<T>(&self, put: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let mut exports = exports();
        exports.check()?;
        let placed = put()?;
        exports.folders.insert(self.0.clone(), true);
        exports.are_any_placed = true;
        Ok(placed)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        exports().folders.remove(&self.0);
    }
}

impl Exports {
    fn check(&self) -> io::Result<()> {
        if self.are_abandoned { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    }
}

/// Whoever panicked left the exports as they are.
fn exports() -> MutexGuard<'static, Exports> {
    EXPORTS.lock().unwrap_or_else(PoisonError::into_inner)
}
