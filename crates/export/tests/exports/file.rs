//! An export to a file is whole or not there.

#![expect(clippy::disallowed_methods, reason = "files that an export meets need no care")]

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use standpoint_export::{ExportError, FORMATS, Format, Records, Write as Written, export as export_to};
use standpoint_files::Error;
use standpoint_model::Dataset;

use crate::sample::{self, bytes};

/// Writes a little, then finds the disk full.
const FAILING: Format = Format {
    name: "failing",
    extension: "txt",
    media_type: "text/plain",
    docs: "",
    summary: "",
    losses: &[],
    streams: true,
    public: false,
    write: Written::Stream(|_, out| {
        out.write_all(b"half")?;
        out.flush()?;
        Err(io::ErrorKind::StorageFull.into())
    }),
    read: None,
};

fn json() -> &'static Format {
    Format::by_name("json").unwrap()
}

fn stream_formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| matches!(format.write, Written::Stream(_)))
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_holds_what_a_writer_gets() {
    let (folder, dataset) = (tempfile::tempdir().unwrap(), sample::dataset());
    for format in stream_formats() {
        let path = folder.path().join("out");
        export_to(format, Records::of(&dataset), &path).unwrap();
        assert_eq!(fs::read(path).unwrap(), bytes(format.name, &dataset));
    }
    assert_eq!(names_in(folder.path()), ["out"]);
}

#[test]
fn a_missing_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let error = export_to(json(), Records::of(&Dataset::default()), &missing.join("out.json")).unwrap_err();
    assert!(matches!(&error, ExportError::Write(Error::Folder { folder, .. }) if *folder == missing));
    let message = error.to_string();
    assert!(message.contains(missing.to_str().unwrap()), "{message}");
    let told = if cfg!(windows) { "(os error 2)" } else { "No such file or directory" };
    assert!(message.contains(told), "{message}");
}

#[test]
fn a_failed_export_leaves_the_old_file_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.txt");
    fs::write(&path, "old").unwrap();
    let error = export_to(&FAILING, Records::of(&Dataset::default()), &path).unwrap_err();
    assert!(
        matches!(&error, ExportError::Write(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::StorageFull)
    );
    assert!(error.to_string().contains(path.to_str().unwrap()));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names_in(folder.path()), ["out.txt"]);
}

#[test]
fn a_folder_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path(), Path::new("/"), Path::new(""), Path::new("..")] {
        let error = export_to(json(), Records::of(&Dataset::default()), path).unwrap_err();
        assert!(matches!(error, ExportError::Write(Error::NotAFile { .. })), "{error}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::{
        fs::{PermissionsExt, symlink},
        net::UnixListener,
    };

    use super::*;

    #[test]
    fn a_socket_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _listener = UnixListener::bind(&path).unwrap();
        let error = export_to(json(), Records::of(&Dataset::default()), &path).unwrap_err();
        assert!(matches!(error, ExportError::Write(Error::NotAFile { .. })), "{error}");
    }

    #[test]
    fn the_target_of_a_link_is_replaced_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target.json"), folder.path().join("link.json"));
        fs::write(&target, "old").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&target, &link).unwrap();
        export_to(json(), Records::of(&Dataset::default()), &link).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&target).unwrap(), "[]\n");
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_new_file_is_as_readable_as_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, other) = (folder.path().join("out.json"), folder.path().join("other"));
        export_to(json(), Records::of(&Dataset::default()), &ours).unwrap();
        fs::write(&other, "").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(ours), mode(other));
    }

    #[test]
    fn a_write_protected_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = export_to(json(), Records::of(&Dataset::default()), &path).unwrap_err();
        assert!(
            matches!(&error, ExportError::Write(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::PermissionDenied)
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}

/// A pipe whose reader goes away after so many bytes.
struct ClosingPipe {
    left: usize,
    failures: usize,
}

impl Write for ClosingPipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.left == 0 {
            self.failures += 1;
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let taken = bytes.len().min(self.left);
        self.left -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_an_error_and_is_not_written_to_again() {
    let dataset = sample::dataset();
    for format in stream_formats() {
        for left in [0, 1, 1000] {
            let mut pipe = ClosingPipe { left, failures: 0 };
            let error = format.write_to(Records::of(&dataset), &mut pipe).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe, "{}", format.name);
            assert_eq!(pipe.failures, 1, "{}", format.name);
        }
    }
}
