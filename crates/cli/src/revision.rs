//! Records as they are in a revision that git keeps.

use std::{
    ffi::OsStr,
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::Command,
};

use standpoint_validate::{Input, is_record_file};

use crate::failure::Failure;

/// What a path names: what lies there, or, as `REVISION:PATH`, what lay there in a revision. A path that is there is one. Standard
/// input is kept, so that it can be read again.
pub(crate) fn inputs(path: &Path) -> Result<Vec<Input>, Failure> {
    let text = path.to_string_lossy();
    if text == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(Failure::Input)?;
        return Ok(vec![Input::bytes("standard input", bytes)]);
    }
    match text.split_once(':') {
        Some((revision, below)) if !path.exists() => Revision { revision }.inputs(below),
        _ => Ok(vec![path.into()]),
    }
}

/// A revision, by any name that git has for it.
struct Revision<'r> {
    revision: &'r str,
}

impl Revision<'_> {
    fn inputs(&self, below: &str) -> Result<Vec<Input>, Failure> {
        let below = if below.is_empty() { "." } else { below };
        // What begins with a hyphen would be an option, and no revision does.
        let listed =
            self.git(["ls-tree", "-r", "-z", "--name-only", "--end-of-options", self.revision, "--", below])?;
        let names = listed.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let is_hidden = |name: &Path| name.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
        let names = names.map(|name| PathBuf::from(&*name));
        let files: Vec<PathBuf> = names.filter(|name| is_record_file(name) && !is_hidden(name)).collect();
        if files.is_empty() {
            return Err(self.failed(&format!("`{below}` holds no file of records there")));
        }
        let input = |file: PathBuf| {
            let object = format!("{}:./{}", self.revision, file.to_string_lossy());
            let bytes = self.git(["cat-file", "blob", "--end-of-options", &object])?;
            Ok(Input::bytes(file, bytes))
        };
        files.into_iter().map(input).collect()
    }

    /// The output of git.
    fn git<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, Failure> {
        let output = Command::new("git").args(arguments.into_iter().map(OsStr::new)).output();
        let output = output.map_err(|cause: io::Error| self.failed(&format!("git cannot be run: {cause}")))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(self.failed(String::from_utf8_lossy(&output.stderr).trim()))
        }
    }

    fn failed(&self, cause: &str) -> Failure {
        Failure::Revision { revision: self.revision.to_owned(), cause: cause.to_owned() }
    }
}
