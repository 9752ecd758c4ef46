//! The command as a user runs it, at the top of the workspace.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

pub(crate) fn standpoint(arguments: &[&str]) -> Output {
    standpoint_in(&root(), b"", arguments)
}

/// The command in a folder, with this on its standard input.
pub(crate) fn standpoint_in(folder: &Path, input: &[u8], arguments: &[&str]) -> Output {
    let mut child = spawned(folder, arguments);
    // Whoever has seen enough does not read the rest.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The command in a folder, which waits for its standard input.
pub(crate) fn spawned(folder: &Path, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_standpoint"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

pub(crate) fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}
