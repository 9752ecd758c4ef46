//! Reading formats back.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_model::{Dataset, DuplicateIdError, Kind, Record};

/// Why a file or folder could not be read back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The format can be written only.
    #[error("`{format}` cannot be read back")]
    Unreadable {
        /// The name of the format.
        format: &'static str,
    },
    /// A file could not be opened or read.
    #[error("cannot read `{}`: {cause}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
    /// A file, or what is kept of it in memory, is larger than this version reads.
    #[error("cannot read `{}`: it is larger than {} GiB, the most that is read", path.display(), limit >> 30)]
    TooLarge {
        /// The path.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// There are no records in a file or a folder.
    #[error("cannot read `{}`: there are no records in it", path.display())]
    Empty {
        /// The path.
        path: PathBuf,
    },
    /// A file is not in the format.
    #[error("cannot read `{}`: {message}", path.display())]
    Malformed {
        /// The path.
        path: PathBuf,
        /// What is wrong, and where.
        message: String,
    },
    /// A record was found that is none.
    #[error("cannot read `{}`: the record `{id}` is not as it should be: {cause}", path.display())]
    Record {
        /// The path.
        path: PathBuf,
        /// The id of the record, as far as it is known.
        id: String,
        /// What the model says of it.
        cause: serde_json::Error,
    },
    /// A record was found that is none, in what may be of an older format, which has other fields.
    #[error(
        "cannot read `{}`: the record `{id}` is not as it should be: {cause}; the manifest names no `format`, so perhaps the \
         records are of format 0.1: import them by the version that exported them, and run `standpoint migrate`",
        path.display()
    )]
    Outdated {
        /// The path.
        path: PathBuf,
        /// The id of the record, as far as it is known.
        id: String,
        /// What the model says of it.
        cause: serde_json::Error,
    },
    /// Two records have one id.
    #[error("cannot read `{}`: {cause}", path.display())]
    Duplicate {
        /// The path.
        path: PathBuf,
        /// Which id.
        cause: DuplicateIdError,
    },
}

/// The largest file that is read, as `standpoint-validate` has it: what the machine's memory holds several times over.
pub(crate) const LARGEST: u64 = 1 << 30;

/// Opens a file that is imported.
#[expect(clippy::disallowed_methods, reason = "an import is no submission; its files are opened here alone")]
pub(crate) fn open(path: &Path) -> Result<File, ImportError> {
    File::open(path).map_err(|cause| ImportError::Read { path: path.into(), cause })
}

/// The text of a file that is imported, or of standard input for `-`. What is compressed is unpacked.
#[cfg(feature = "rdf")]
pub(crate) fn read_to_string(path: &Path) -> Result<String, ImportError> {
    let failed = |cause| ImportError::Read { path: path.into(), cause };
    let file: Box<dyn io::Read> = if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(open(path)?) };
    let mut bytes = Vec::new();
    unpacked(file).and_then(|text| text.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::TooLarge { path: path.into(), limit: LARGEST });
    }
    String::from_utf8(bytes)
        .map_err(|_| ImportError::Malformed { path: path.into(), message: "it is not text in UTF-8".into() })
}

/// What a file says, which its first bytes tell to be compressed by gzip or Zstandard, or not to be.
#[cfg(feature = "rdf")]
fn unpacked<'f>(mut file: Box<dyn io::Read + 'f>) -> io::Result<Box<dyn io::Read + 'f>> {
    let mut first = Vec::new();
    (&mut file).take(4).read_to_end(&mut first)?;
    let whole = io::Cursor::new(first.clone()).chain(file);
    Ok(match first[..] {
        [0x1f, 0x8b, ..] => Box::new(flate2::read::MultiGzDecoder::new(whole)),
        [0x28, 0xb5, 0x2f, 0xfd] => Box::new(zstd::Decoder::new(whole)?),
        _ => Box::new(whole),
    })
}

/// Whether there is a folder at `path` with nothing in it.
pub(crate) fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// The dataset whose records were found at `path`.
pub(crate) fn dataset(path: &Path, records: Vec<Value>) -> Result<Dataset, ImportError> {
    if records.is_empty() {
        return Err(ImportError::Empty { path: path.into() });
    }
    let is_outdated =
        records.iter().any(|record| record["kind"] == Kind::Dataset.as_str() && record.get("format").is_none());
    let records = records.into_iter().map(|value| {
        let id = value["id"].as_str().unwrap_or("without an id").to_owned();
        serde_json::from_value::<Record>(value).map_err(|cause| {
            let path = path.into();
            if is_outdated {
                ImportError::Outdated { path, id, cause }
            } else {
                ImportError::Record { path, id, cause }
            }
        })
    });
    Dataset::new(records.collect::<Result<Vec<_>, _>>()?)
        .map_err(|cause| ImportError::Duplicate { path: path.into(), cause })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn records_that_may_be_of_the_format_before_are_told_to_be_so() {
        let source =
            json!({ "kind": "source", "id": "source/page", "title": "A page", "type": "web-page", "language": "en" });
        let refused = |manifest: Value| dataset(Path::new("old"), vec![manifest, source.clone()]).unwrap_err();
        let manifest = json!({
            "kind": "dataset", "id": "dataset/old", "title": "Old", "publisher": "P", "version": "1.0.0", "created": "2020",
            "base_iri": "https://example.org/", "license": "CC0-1.0",
        });
        assert!(matches!(refused(manifest.clone()), ImportError::Outdated { .. }));
        let mut today = manifest;
        today["format"] = "0.2".into();
        assert!(matches!(refused(today), ImportError::Record { id, .. } if id == "source/page"));
    }
}
