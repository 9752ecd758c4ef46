//! The levels that `standpoint.toml` gives to codes.
//!
//! ```toml
//! [levels]
//! uncited-source = "note"
//!
//! [[paths]]
//! glob = "drafts/**"
//! levels = { uncited-source = "allow" }
//! ```

use std::{
    fmt,
    path::{Path, PathBuf},
};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};
use standpoint_report::{Code, Document, FilePattern, Level, LevelByCode, Levels};

use crate::{
    Error, catalogue,
    diagnose::meant::word::did_you_mean,
    read::files::{self, CONFIG_NAME},
};

/// A `standpoint.toml`: the levels that it gives to codes, everywhere or in some files.
#[derive(Debug, Clone)]
pub struct Config {
    path: PathBuf,
    levels: Levels,
}

impl Config {
    /// Reads the `standpoint.toml` in the folder at `path` or, where there is none or `path` is a file, that in the nearest
    /// folder above.
    ///
    /// # Errors
    ///
    /// [`Error`] where there is one that cannot be read or that asks for what there is not.
    pub fn nearest(path: &Path) -> Result<Option<Self>, Error> {
        let path = files::real_path(path);
        // A file is no folder of another, so that it may be among the folders that are looked at.
        let found = path.ancestors().map(|folder| folder.join(CONFIG_NAME)).find(|file| file.is_file());
        found.map(|file| Self::read(&file)).transpose()
    }

    /// Reads a configuration from a file of any name. Its globs are about the folder that it lies in.
    ///
    /// # Errors
    ///
    /// [`Error`] where it cannot be read or asks for what there is not.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = files::read_text(path)?;
        let content: Content = toml::from_str(&text).map_err(|error| {
            let document = Document::new(path, text.clone());
            let at = document.line_column(error.span().map_or(0, |span| span.start));
            Error::Config { path: path.into(), line: at.line, column: at.column, reason: error.message().into() }
        })?;
        let folder = files::real_path(path).parent().map(Path::to_path_buf).unwrap_or_default();
        let mut levels = Levels::default();
        levels.add(None, content.levels.0);
        for part in content.paths {
            levels.add(Some(part.files.below(&folder)), part.levels.0);
        }
        Ok(Self { path: path.into(), levels })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The levels that it gives. What a caller adds goes before them.
    pub fn levels(&self) -> &Levels {
        &self.levels
    }
}

/// What a file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    #[serde(default)]
    levels: Table,
    #[serde(default)]
    paths: Vec<Part>,
}

/// What it says of some files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    #[serde(rename = "glob", deserialize_with = "file_pattern")]
    files: FilePattern,
    levels: Table,
}

#[derive(Default)]
struct Table(LevelByCode);

fn file_pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FilePattern, D::Error> {
    let text = String::deserialize(deserializer)?;
    FilePattern::new(&text).map_err(de::Error::custom)
}

impl<'de> Deserialize<'de> for Table {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor)
    }
}

struct TableVisitor;

impl<'de> Visitor<'de> for TableVisitor {
    type Value = Table;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of codes and their levels")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Table, A::Error> {
        let mut levels = LevelByCode::new();
        // Each error is raised where its key or its value is read, which is the place that it gets.
        while let Some(code) = entries.next_key_seed(CodeName)? {
            levels.insert(code.name, entries.next_value_seed(LevelOf(code))?);
        }
        Ok(Table(levels))
    }
}

/// Reads the name of a code.
struct CodeName;

impl<'de> DeserializeSeed<'de> for CodeName {
    type Value = &'static Code;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static Code, D::Error> {
        let name = String::deserialize(deserializer)?;
        catalogue::by_name(&name).ok_or_else(|| {
            let names = catalogue::all().into_iter().map(|code| code.name);
            let help = did_you_mean(&name, names).unwrap_or_else(|| "`standpoint explain` lists the codes".into());
            de::Error::custom(format_args!("there is no code `{name}`; {help}"))
        })
    }
}

/// Reads the level of a code, or that it is left out.
struct LevelOf(&'static Code);

impl<'de> DeserializeSeed<'de> for LevelOf {
    type Value = Option<Level>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Level>, D::Error> {
        let word = String::deserialize(deserializer)?;
        let level = match word.as_str() {
            "allow" => None,
            "note" => Some(Level::Note),
            "warning" => Some(Level::Warning),
            "error" => Some(Level::Error),
            _ => {
                let help =
                    did_you_mean(&word, WORDS).unwrap_or_else(|| format!("the levels are `{}`", WORDS.join("`, `")));
                return Err(de::Error::custom(format_args!("there is no level `{word}`; {help}")));
            }
        };
        if level == Some(Level::Error) || self.0.can_be_allowed {
            return Ok(level);
        }
        let name = self.0.name;
        Err(de::Error::custom(format_args!("`{name}` is always an error: it says that something could not be read")))
    }
}

const WORDS: [&str; 4] = ["allow", "note", "warning", "error"];
