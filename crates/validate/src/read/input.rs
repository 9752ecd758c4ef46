//! What a caller names to be read: a path, or bytes in memory.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Something to read records from: a path, or bytes that the program holds. Paths become inputs by themselves.
///
/// ```
/// use standpoint_validate::{Input, Validation};
///
/// # let folder = tempfile::tempdir()?;
/// # let manifest = r#"{"kind":"dataset","id":"dataset/d","format":"0.2","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
/// # std::fs::write(folder.path().join("manifest.json"), manifest)?;
/// let edited = r#"{"kind":"source","id":"source/page","title":"A page","type":"web page"}"#;
/// let inputs = [Input::path(folder.path()), Input::bytes("page.json", edited)];
/// let report = Validation::new().run(inputs)?;
/// let first = &report.diagnostics()[0];
/// let place = first.location.as_ref().ok_or("a place")?;
/// assert_eq!(first.code.name, "unknown-value");
/// assert_eq!(report.documents()[place.document].path().to_str(), Some("page.json"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Input(pub(crate) Kind);

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Path(PathBuf),
    Bytes { name: PathBuf, bytes: Bytes },
}

/// Bytes that are held in whatever the caller has them in.
#[derive(Clone)]
pub(crate) struct Bytes(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl Input {
    /// A file of records, a folder with such files, or `-` for standard input.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self(Kind::Path(path.into()))
    }

    /// Bytes that are held in memory: a `String`, a `Vec<u8>`, a memory map. They are not copied, nor written anywhere.
    ///
    /// Places are told by `name`, whose ending says how the bytes are arranged and compressed, as that of a file's name
    /// does. Where it does not, how they begin says so, as with standard input. No file needs to have this name; where one
    /// has, its levels are theirs. Inputs of the same name are not taken for one.
    pub fn bytes(name: impl Into<PathBuf>, bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        Self(Kind::Bytes { name: name.into(), bytes: Bytes::new(bytes) })
    }

    /// The path, unless it is bytes.
    pub(crate) fn as_path(&self) -> Option<&Path> {
        match &self.0 {
            Kind::Path(path) => Some(path),
            Kind::Bytes { .. } => None,
        }
    }
}

impl<P: AsRef<Path>> From<P> for Input {
    fn from(path: P) -> Self {
        Self::path(path.as_ref())
    }
}

impl From<&Input> for Input {
    fn from(input: &Self) -> Self {
        input.clone()
    }
}

impl Bytes {
    pub(crate) fn new(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Self {
        Self(Arc::new(bytes))
    }

    pub(crate) fn len(&self) -> usize {
        self.as_ref().len()
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
