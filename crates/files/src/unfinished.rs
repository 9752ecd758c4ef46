//! What is being written under a temporary name, for whoever ends the process before it is in its place.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::leftovers::lock_of;

/// What this process writes.
struct Writes {
    /// The temporary folders, and whether what was made in each of them has taken its place.
    folders: BTreeMap<PathBuf, bool>,
    /// Whether anything has taken its place.
    are_any_placed: bool,
    /// Whether all are given up, so that no more begin and none takes its place.
    are_abandoned: bool,
}

static WRITES: Mutex<Writes> =
    Mutex::new(Writes { folders: BTreeMap::new(), are_any_placed: false, are_abandoned: false });

/// How often a folder is removed that others are still writing into.
const ATTEMPTS: usize = 100;

/// Removes what this process has begun to write and not finished. That fails, and so does everything that it writes after this.
///
/// A handler of signals calls it before it ends the process; nobody else needs it, since what fails clears away after itself.
/// What was at the destination is as it was.
///
/// Returns `false` if it came too late and did nothing: something is in its place, and nothing is unfinished. The process
/// should then go on and say so.
#[must_use]
pub fn abandon() -> bool {
    let mut writes = writes();
    if writes.are_any_placed && writes.folders.values().all(|&is_placed| is_placed) {
        return false;
    }
    writes.are_abandoned = true;
    for folder in writes.folders.keys() {
        // Under another name no more can be put into it, but for what was being put there at this moment.
        let renamed = folder.with_extension("abandoned");
        let folder_now = if fs::rename(folder, &renamed).is_ok() { &renamed } else { folder };
        // There is nobody to tell what cannot be removed.
        let _ = (0..ATTEMPTS).any(|_| fs::remove_dir_all(folder_now).is_ok());
        let _ = fs::remove_file(lock_of(folder));
    }
    true
}

/// A temporary folder, until this is dropped.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes a temporary folder, and what belongs to it, unless all is given up.
    pub(crate) fn begin<F: AsRef<Path>, L>(make: impl FnOnce() -> io::Result<(F, L)>) -> io::Result<(F, L, Self)> {
        let mut writes = writes();
        writes.check()?;
        let (folder, beside) = make()?;
        writes.folders.insert(folder.as_ref().into(), false);
        let unfinished = Self(folder.as_ref().into());
        Ok((folder, beside, unfinished))
    }

    /// Puts what was made in its place: either it is abandoned before that, which `abandoned` tells, or it is all there.
    pub(crate) fn place<T, E>(
        all: &[&Self],
        abandoned: impl FnOnce(io::Error) -> E,
        put: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writes = writes();
        writes.check().map_err(abandoned)?;
        let placed = put()?;
        writes.folders.extend(all.iter().map(|unfinished| (unfinished.0.clone(), true)));
        writes.are_any_placed = true;
        Ok(placed)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        writes().folders.remove(&self.0);
    }
}

impl Writes {
    fn check(&self) -> io::Result<()> {
        if self.are_abandoned { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    }
}

/// Whoever panicked left the writes as they are.
fn writes() -> MutexGuard<'static, Writes> {
    WRITES.lock().unwrap_or_else(PoisonError::into_inner)
}
