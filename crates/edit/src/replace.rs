//! Several files replaced, all or none.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::{EditedFile, Error};

/// A file that can be replaced at once: what it becomes, and what it holds, stand in a hidden folder beside it.
struct Staged<'f> {
    file: &'f EditedFile,
    path: PathBuf,
    folder: TempDir,
}

/// Replaces those of the files that are changed. What keeps one from being replaced is found out before the first is, as far
/// as can be.
pub(crate) fn write(files: &[EditedFile]) -> Result<(), Error> {
    let changed = files.iter().filter(|file| file.is_changed);
    replace_all(changed.map(Staged::of).collect::<Result<Vec<_>, _>>()?)
}

fn replace_all(mut staged: Vec<Staged<'_>>) -> Result<(), Error> {
    for index in 0..staged.len() {
        let one = &staged[index];
        let done = one.file.check_unchanged().and_then(|()| one.replace());
        if let Err(error) = done {
            staged.truncate(index);
            return Err(put_back(staged, error));
        }
    }
    Ok(())
}

/// Puts back what was replaced. What a file held that cannot be put back is kept.
fn put_back(replaced: Vec<Staged<'_>>, error: Error) -> Error {
    let failed = replaced.into_iter().filter(|one| fs::rename(one.kept(), &one.path).is_err());
    let left: Vec<(PathBuf, PathBuf)> = failed.map(Staged::leave).collect();
    match left.into_iter().next() {
        Some((written, kept)) => Error::NotPutBack { cause: Box::new(error), written, kept },
        None => error,
    }
}

impl<'f> Staged<'f> {
    fn of(file: &'f EditedFile) -> Result<Self, Error> {
        let path = file.replaceable()?;
        let failed = |cause: io::Error| Error::Write { path: file.path().into(), cause };
        let permissions = fs::metadata(&path).map_err(failed)?.permissions();
        // A rename would replace a write-protected file without asking.
        if permissions.readonly() {
            return Err(failed(io::ErrorKind::PermissionDenied.into()));
        }
        let beside = path.parent().unwrap_or(Path::new("."));
        // The message of the original names the temporary folder, which nobody asked for.
        let folder = tempfile::Builder::new().prefix(".standpoint-").tempdir_in(beside);
        let staged = Self { file, folder: folder.map_err(|error| failed(error.kind().into()))?, path };
        write_new(&staged.next(), &file.after).map_err(failed)?;
        fs::set_permissions(staged.next(), permissions).map_err(failed)?;
        // Not every file system has links.
        fs::hard_link(&staged.path, staged.kept())
            .or_else(|_| fs::copy(&staged.path, staged.kept()).map(drop))
            .map_err(failed)?;
        Ok(staged)
    }

    /// What the file becomes.
    fn next(&self) -> PathBuf {
        self.folder.path().join("new")
    }

    /// What it holds.
    fn kept(&self) -> PathBuf {
        self.folder.path().join("old")
    }

    /// Leaves the folder there: the path of the file, and of what it held.
    fn leave(self) -> (PathBuf, PathBuf) {
        let kept = self.kept();
        let Self { path, folder, .. } = self;
        let _ = folder.keep();
        (path, kept)
    }

    fn replace(&self) -> Result<(), Error> {
        fs::rename(self.next(), &self.path).map_err(|cause| Error::Write { path: self.file.path().into(), cause })
    }
}

/// Writes a file that is not there yet. A full disk may come to light only at the end.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own input")]
mod tests {
    use standpoint_validate::Validation;

    use super::*;

    #[test]
    fn what_was_replaced_is_put_back_if_another_file_cannot_be() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a.json", "b.json"].map(|name| folder.path().join(name));
        for path in &paths {
            fs::write(path, "{}").expect("a file");
        }
        let texts = Validation::new().texts(&paths).expect("texts");
        let edited = |before| EditedFile { before, after: b"[]".as_slice().into(), is_changed: true };
        let files: Vec<EditedFile> = texts.files.into_iter().map(edited).collect();
        let staged: Vec<Staged<'_>> = files.iter().map(|file| Staged::of(file).expect("staged")).collect();
        fs::remove_file(staged[1].next()).expect("what b.json becomes");
        assert!(matches!(replace_all(staged), Err(Error::Write { path, .. }) if path == paths[1]));
        let held = paths.map(|path| fs::read_to_string(path).expect("a file"));
        assert_eq!(held, ["{}", "{}"]);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
        write(&files).expect("both are written");
    }
}
