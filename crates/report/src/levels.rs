//! Which codes the caller silences or takes more or less seriously, and where.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use globset::{GlobBuilder, GlobMatcher};

use crate::{Code, Level};

/// Changes to the levels of codes, such as `--allow` and `--deny` and a configuration ask for.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    /// The last one that is about a file and says something of a code decides.
    layers: Vec<Layer>,
    /// The documents that are validated, by their paths without links; none, where it does not matter in which of them
    /// something is found.
    documents: Vec<PathBuf>,
}

#[derive(Debug, Clone)]
struct Layer {
    /// The files that it is about. It is about all, where there is nothing here.
    files: Option<FilePattern>,
    levels: LevelByCode,
}

/// Levels by the names of codes. Findings with a code whose level is `None` are left out.
pub type LevelByCode = BTreeMap<&'static str, Option<Level>>;

/// Some files in a folder and in those below.
#[derive(Debug, Clone)]
pub struct FilePattern {
    /// Without links, as the paths that are compared with it.
    folder: PathBuf,
    /// Which of them, or all in which folders, by their paths from that folder on.
    glob: GlobMatcher,
}

/// Why a text is not a pattern of files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FilePatternError(globset::ErrorKind);

impl Levels {
    /// Leaves out what has this code. A code that says that something could not be read cannot be silenced: what is not
    /// read is never passed over in silence. [`Code::can_be_allowed`] tells which.
    #[must_use]
    pub fn allow(mut self, code: &'static Code) -> Self {
        if code.can_be_allowed {
            self.add(None, LevelByCode::from([(code.name, None)]));
        }
        self
    }

    /// Makes an error of what has this code.
    #[must_use]
    pub fn deny(mut self, code: &'static Code) -> Self {
        self.add(None, LevelByCode::from([(code.name, Some(Level::Error))]));
        self
    }

    /// Adds levels that go before all that was said until now: everywhere, or in some files.
    pub fn add(&mut self, files: Option<FilePattern>, levels: LevelByCode) {
        match self.layers.last_mut().filter(|last| last.files.is_none() && files.is_none()) {
            Some(last) => last.levels.extend(levels),
            None => self.layers.push(Layer { files, levels }),
        }
    }

    /// The same levels in documents at these paths, which are without links and from the top. They are asked for only if
    /// it matters in which document something is found.
    #[must_use]
    pub fn in_documents(&self, real_paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let depends = self.layers.iter().any(|layer| layer.files.is_some());
        let documents = if depends { real_paths.into_iter().collect() } else { Vec::new() };
        Self { layers: self.layers.clone(), documents }
    }

    /// The level of a code in a document; nothing, where it is left out.
    pub fn of(&self, code: &Code, document: Option<usize>) -> Option<Level> {
        let file = document.and_then(|document| self.documents.get(document));
        let mut said = self.layers.iter().rev().filter_map(|layer| {
            let level = layer.levels.get(code.name)?;
            layer.files.as_ref().is_none_or(|files| file.is_some_and(|file| files.contain(file))).then_some(*level)
        });
        said.next().unwrap_or(Some(code.level))
    }
}

impl FilePattern {
    /// The files anywhere that match a glob, or lie in a folder that does.
    ///
    /// # Errors
    ///
    /// [`FilePatternError`] if `glob` is not one.
    pub fn new(glob: &str) -> Result<Self, FilePatternError> {
        let glob = GlobBuilder::new(glob).literal_separator(true).build();
        let glob = glob.map_err(|error| FilePatternError(error.kind().clone()))?.compile_matcher();
        Ok(Self { folder: PathBuf::new(), glob })
    }

    /// Those of them that lie below `folder`, a path without links and from the top. The glob is about their paths from
    /// there on.
    #[must_use]
    pub fn below(self, folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), ..self }
    }

    fn contain(&self, file: &Path) -> bool {
        file.strip_prefix(&self.folder).is_ok_and(|inside| inside.ancestors().any(|path| self.glob.is_match(path)))
    }
}
