//! Several files replaced, all or none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    Error,
    busy::once_free,
    file::{Kept, folder_of, write_new},
    unfinished::Unfinished,
    workplace::Workplace,
};

/// A file that is there, with no link to it, and what it becomes.
#[derive(Debug, Clone, Copy)]
pub struct Replacement<'r> {
    /// The file.
    pub file: &'r Path,
    /// What it will hold.
    pub content: &'r [u8],
}

/// Replaces several files, all or none. Each keeps its permissions and its owner.
///
/// What keeps one from being replaced is found out before the first is, as far as can be. `check` is asked just before a file
/// is replaced, by its place in the list. If a process is killed meanwhile, each file holds the old or the new, whole.
///
/// # Errors
///
/// What `check` answers, and [`Error`] if a file cannot be replaced. All files are then as they were, unless it is
/// [`Error::NotPutBack`].
pub fn replace_files<E>(files: &[Replacement<'_>], check: impl Fn(usize) -> Result<(), E>) -> Result<(), E>
where
    E: From<Error> + std::error::Error + Send + Sync + 'static,
{
    replace_staged(files.iter().map(Staged::of).collect::<Result<_, _>>()?, check)
}

/// A file that can be replaced at once: what it becomes, and what it holds, stand in a workplace beside it.
struct Staged<'r> {
    file: &'r Path,
    workplace: Workplace,
    old: PathBuf,
}

fn replace_staged<E>(mut staged: Vec<Staged<'_>>, check: impl Fn(usize) -> Result<(), E>) -> Result<(), E>
where
    E: From<Error> + std::error::Error + Send + Sync + 'static,
{
    let unfinished: Vec<&Unfinished> = staged.iter().map(|one| &one.workplace.unfinished).collect();
    let abandoned = |cause| {
        let path = staged.first().map_or(Path::new(""), |one| one.file);
        (0, Error::write(path)(cause).into())
    };
    let replaced = Unfinished::place(&unfinished, abandoned, || {
        staged.iter().enumerate().try_for_each(|(index, one)| {
            check(index).and_then(|()| one.replace().map_err(E::from)).map_err(|error| (index, error))
        })
    });
    let Err((index, error)) = replaced else { return Ok(()) };
    staged.truncate(index);
    Err(put_back(staged, error))
}

/// Puts back what was replaced. What a file held that cannot be put back is kept.
fn put_back<E>(replaced: Vec<Staged<'_>>, error: E) -> E
where
    E: From<Error> + std::error::Error + Send + Sync + 'static,
{
    let failed: Vec<Staged<'_>> =
        replaced.into_iter().filter(|one| once_free(|| fs::rename(&one.old, one.file)).is_err()).collect();
    failed.into_iter().fold(error, |error, one| one.workplace.keep(one.file, error).into())
}

impl<'r> Staged<'r> {
    fn of(replacement: &Replacement<'r>) -> Result<Self, Error> {
        let Replacement { file, content } = *replacement;
        let failed = Error::write(file);
        let kept = fs::metadata(file).and_then(|metadata| Kept::of(&metadata)).map_err(&failed)?;
        let folder = folder_of(file).ok_or_else(|| Error::NotAFile { path: file.into() })?;
        let workplace = Workplace::within(folder)?;
        let write = |new: &mut fs::File, _: &Path| io::Write::write_all(new, content);
        write_new(&workplace.new_path(), Some(kept), write).map_err(&failed)?;
        let old = workplace.old_path(file).map_err(&failed)?;
        // Not every file system has links.
        fs::hard_link(file, &old).or_else(|_| fs::copy(file, &old).map(drop)).map_err(failed)?;
        Ok(Self { file, workplace, old })
    }

    fn replace(&self) -> Result<(), Error> {
        once_free(|| fs::rename(self.workplace.new_path(), self.file)).map_err(Error::write(self.file))
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own input")]
mod tests {
    use super::*;

    /// Only who may do all can give a file to another.
    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_owner_and_its_mode() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.json");
        fs::write(&file, "{}").expect("a file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("a mode");
        if chown(&file, Some(12_345), Some(12_346)).is_err() {
            return;
        }
        replace_files(&[Replacement { file: &file, content: b"[]" }], |_| Ok::<_, Error>(())).expect("it is written");
        let metadata = fs::metadata(&file).expect("the file");
        assert_eq!((metadata.uid(), metadata.gid(), metadata.mode() & 0o777), (12_345, 12_346, 0o640));
    }

    #[test]
    fn what_was_replaced_is_put_back_if_another_file_cannot_be() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a.json", "b.json"].map(|name| folder.path().join(name));
        for path in &paths {
            fs::write(path, "{}").expect("a file");
        }
        let files = paths.each_ref().map(|file| Replacement { file, content: b"[]" });
        let staged: Vec<Staged<'_>> = files.iter().map(|file| Staged::of(file).expect("staged")).collect();
        fs::remove_file(staged[1].workplace.new_path()).expect("what b.json becomes");
        let missing = replace_staged(staged, |_| Ok::<_, Error>(()));
        assert!(matches!(missing, Err(Error::Write { path, .. }) if path == paths[1]));
        let stopped = replace_files(&files, |index| {
            let cause = io::ErrorKind::Other.into();
            if index == 1 { Err(Error::Write { path: paths[1].clone(), cause }) } else { Ok(()) }
        });
        assert!(matches!(stopped, Err(Error::Write { path, .. }) if path == paths[1]));
        let held = || paths.each_ref().map(|file| fs::read_to_string(file).expect("a file"));
        assert_eq!(held(), ["{}", "{}"]);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
        replace_files(&files, |_| Ok::<_, Error>(())).expect("both are written");
        assert_eq!(held(), ["[]", "[]"]);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
    }
}
