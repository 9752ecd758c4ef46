//! What is being written under a temporary name, for whoever ends the process before it is in its place.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The temporary files and folders of all exports of this process.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes what exports of this process have begun and not finished, which fail then.
///
/// A handler of signals calls it before it ends the process; nobody else needs it, since an export that fails clears
/// away after itself. What was at the destination is as it was, or the export is there whole.
pub fn abandon_exports() {
    for path in all().iter() {
        // Under another name no more can be put into it while it is removed.
        let name = path.with_extension("abandoned");
        if fs::rename(path, &name).is_ok() {
            // There is nobody to tell what cannot be removed.
            let _ = if name.is_dir() { fs::remove_dir_all(name) } else { fs::remove_file(name) };
        }
    }
}

/// A temporary file or folder, until it is dropped.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    pub(crate) fn at(path: &Path) -> Self {
        all().insert(path.into());
        Self(path.into())
    }
}

/// Puts something in its place, all of it before it is abandoned or nothing.
pub(crate) fn undivided<T>(place: impl FnOnce() -> T) -> T {
    let _all = all();
    place()
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        all().remove(&self.0);
    }
}

/// What panicked leaves the set as it is.
fn all() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
