//! Which codes the caller silences or takes more or less seriously, and where.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use globset::GlobMatcher;

use crate::{Code, Level, read::files};

/// Changes to the levels of codes, such as `--allow` and `--deny` and a [`Config`](crate::Config) ask for.
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
    files: Option<Files>,
    levels: LevelsByCode,
}

/// Levels by the name of their code. What has the level nothing is left out.
pub(crate) type LevelsByCode = BTreeMap<&'static str, Option<Level>>;

/// Some files in a folder and in those below.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    /// Without links, as the paths that are compared with it.
    pub(crate) folder: PathBuf,
    /// Which of them, or all in which folders, by their paths from that folder on.
    pub(crate) glob: GlobMatcher,
}

impl Levels {
    /// Leaves out what has this code. A code that says that something could not be read cannot be silenced: what is not
    /// read is never passed over in silence. [`Code::can_be_allowed`] tells which.
    #[must_use]
    pub fn allow(mut self, code: &'static Code) -> Self {
        if code.can_be_allowed() {
            self.add(None, LevelsByCode::from([(code.name, None)]));
        }
        self
    }

    /// Makes an error of what has this code.
    #[must_use]
    pub fn deny(mut self, code: &'static Code) -> Self {
        self.add(None, LevelsByCode::from([(code.name, Some(Level::Error))]));
        self
    }

    /// Goes before all that was said until now.
    pub(crate) fn add(&mut self, files: Option<Files>, levels: LevelsByCode) {
        match self.layers.last_mut().filter(|last| last.files.is_none() && files.is_none()) {
            Some(last) => last.levels.extend(levels),
            None => self.layers.push(Layer { files, levels }),
        }
    }

    /// The same levels in documents at these paths.
    pub(crate) fn of_documents<'p>(&self, paths: impl Iterator<Item = &'p Path>) -> Self {
        // Asking where each file really is takes time, and is mostly in vain.
        let depends = self.layers.iter().any(|layer| layer.files.is_some());
        let documents = if depends { paths.map(files::real_path).collect() } else { Vec::new() };
        Self { layers: self.layers.clone(), documents }
    }

    /// The level of a code in a document; nothing, where it is left out.
    pub(crate) fn of(&self, code: &Code, document: Option<usize>) -> Option<Level> {
        let file = document.and_then(|document| self.documents.get(document));
        let mut said = self.layers.iter().rev().filter_map(|layer| {
            let level = layer.levels.get(code.name)?;
            layer.files.as_ref().is_none_or(|files| file.is_some_and(|file| files.contain(file))).then_some(*level)
        });
        said.next().unwrap_or(Some(code.level))
    }
}

impl Files {
    fn contain(&self, file: &Path) -> bool {
        file.strip_prefix(&self.folder).is_ok_and(|inside| inside.ancestors().any(|path| self.glob.is_match(path)))
    }
}
