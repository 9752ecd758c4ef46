//! A folder in which a dataset begins.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use standpoint_files::{Error, create_file};
use standpoint_model::Record;

/// The folder for the texts of sources, which are not published with the records.
pub const TEXTS_FOLDER: &str = "sources";

/// The file of the manifest.
const MANIFEST: &str = "dataset.json";

const ATTRIBUTES: &str = "\
# Spans count every character of a text: no line end may change at a checkout.
sources/** -text
*.json text eol=lf
*.ndjson text eol=lf
";

const IGNORED: &str = "\
# The texts of sources have rights of their own. The records hold their digests alone.
*
!.gitignore
";

const CONFIG: &str = "\
# How seriously findings are taken. `standpoint explain` lists the codes.
[levels]
# A source may wait for its first record.
uncited-source = \"note\"
";

/// Makes the files with which a dataset begins: the manifest, a folder for texts that git leaves alone, and settings. All are
/// new: nothing is written if one of them is there. The paths of the files.
///
/// # Errors
///
/// [`Error`] if a file cannot be written, or is there already.
pub fn start_dataset(folder: &Path, manifest: &Record) -> Result<Vec<PathBuf>, Error> {
    let failed = |path: &Path, cause: io::Error| Error::Write { path: path.into(), cause };
    let json = serde_json::to_string_pretty(manifest).map_err(|error| failed(&folder.join(MANIFEST), error.into()))?;
    let texts = folder.join(TEXTS_FOLDER);
    let files = [
        (folder.join(MANIFEST), json + "\n"),
        (folder.join(".gitattributes"), ATTRIBUTES.into()),
        (folder.join("standpoint.toml"), CONFIG.into()),
        (texts.join(".gitignore"), IGNORED.into()),
    ];
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(failed(path, io::ErrorKind::AlreadyExists.into()));
    }
    fs::create_dir_all(&texts).map_err(|error| failed(&texts, error))?;
    for (path, content) in &files {
        create_file(path, |file| file.write_all(content.as_bytes()))?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
