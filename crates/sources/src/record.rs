//! From a document to the record of a source.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde_json::{Map, Value, json};
use standpoint_model::{Id, Source, SourceType, Text, WebAddress};
use standpoint_validate::slug;

use crate::{
    SourceText,
    document::{Document, DocumentError, Reading, guess_language, sections},
};

/// The most sections that are taken from a document: with more, most are none.
const MOST_SECTIONS: usize = 500;

/// The longest short name that is made of a title, in bytes.
const LONGEST_NAME: usize = 60;

/// What somebody says of a document; the rest is read in it or guessed.
///
/// ```
/// use standpoint_sources::Draft;
///
/// # let folder = tempfile::tempdir()?;
/// let path = folder.path().join("annual-report.txt");
/// std::fs::write(&path, "The Front emerged in the east.\n")?;
/// let recorded = Draft::default().record(&path)?;
/// assert_eq!((recorded.source.id.as_str(), recorded.source.title.as_str()), ("source/annual-report", "annual report"));
/// assert!(recorded.text.is_none(), "spans point into the file itself");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The id; made of the title, when left out.
    pub id: Option<Id<Source>>,
    /// The title; what the document calls itself or else the name of its file, when left out.
    pub title: Option<Text>,
    /// What sort of document it is; `web-page` or `other`, when left out.
    pub r#type: Option<SourceType>,
    /// Where it can be read.
    pub url: Option<WebAddress>,
    /// How it is read.
    pub reading: Reading,
}

/// The record of a source, made of a document.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Recorded {
    /// The record.
    pub source: Source,
    /// The text into which spans point, if it is not the file itself.
    pub text: Option<NewText>,
    /// What was guessed or could not be taken over, in words for people.
    pub remarks: Vec<String>,
}

/// A text that was taken from a document, and the file for it beside the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewText {
    /// The file: the name of the document with `.txt` behind it.
    pub path: PathBuf,
    /// The text.
    pub text: String,
}

impl Draft {
    /// Reads a document and makes the record of it: digests, length, language, sections. Nothing is written.
    ///
    /// # Errors
    ///
    /// [`DocumentError`] if the document cannot be read.
    pub fn record(&self, path: &Path) -> Result<Recorded, DocumentError> {
        let Document { text, is_file, title, headings, pages, media_type, sha256, mut remarks } =
            self.reading.read(path)?;
        let mut guessed = Vec::new();
        let title = match (&self.title, title.as_deref().and_then(as_title)) {
            (Some(title), _) => title.as_str().to_owned(),
            (None, own) => {
                guessed.push("title");
                own.unwrap_or_else(|| name_of_file(path))
            }
        };
        let id = match &self.id {
            Some(id) => id.as_str().to_owned(),
            None => format!("source/{}", short_name(&title, path)),
        };
        let kind = self.r#type.unwrap_or_else(|| {
            guessed.push("type");
            if media_type == "text/html" { SourceType::WebPage } else { SourceType::Other }
        });
        let mut fields = Map::new();
        let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        set("id", id.into());
        set("title", title.into());
        set("type", json!(kind));
        set("file", file(sha256.as_str(), media_type, pages));
        if let Some(url) = &self.url {
            set("url", json!(url));
        }
        if let Some(language) = guess_language(&text) {
            guessed.push("language");
            set("languages", json!([language]));
        }
        let text = SourceText::new(text);
        if text.length() > 0 {
            set("text", json!({ "sha256": text.sha256(), "length": text.length() }));
            if headings.len() > MOST_SECTIONS {
                remarks.push(format!("{} headings are too many to be sections, so none was taken", headings.len()));
            } else {
                let bytes = sections(&headings, text.as_str());
                let titles = headings.iter().map(|heading| heading.title.as_str());
                let sections = titles.zip(bytes).filter_map(|(title, bytes)| section(title, bytes, &text));
                set("sections", sections.collect());
            }
        }
        if !guessed.is_empty() {
            set("note", format!("Guessed by the program: {}.", guessed.join(", ")).into());
            remarks.push(format!("guessed: {}; correct what is wrong", guessed.join(", ")));
        }
        let refused = |error: serde_json::Error| DocumentError::Unreadable {
            path: path.into(),
            sort: format!("a document of which no record can be made: {error}"),
            help: "give a title and an id",
        };
        let source: Source = serde_json::from_value(Value::Object(fields)).map_err(refused)?;
        let new_text =
            (!is_file && text.length() > 0).then(|| NewText { path: with_txt(path), text: text.as_str().to_owned() });
        Ok(Recorded { source, text: new_text, remarks })
    }
}

impl NewText {
    /// Writes the text beside the document. A file that holds this text already is left as it is.
    ///
    /// # Errors
    ///
    /// What the operating system says, and [`io::ErrorKind::AlreadyExists`] if another file is there.
    pub fn write(&self) -> io::Result<()> {
        if is_held(&self.path, self.text.as_bytes()) {
            return Ok(());
        }
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".standpoint-").tempfile_in(folder)?;
        file.write_all(self.text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist_noclobber(&self.path).map(drop).map_err(|refused| refused.error)
    }
}

/// Whether a file holds these bytes.
fn is_held(path: &Path, bytes: &[u8]) -> bool {
    standpoint_validate::read_file(path, bytes.len() as u64).is_ok_and(|held| held == bytes)
}

fn file(sha256: &str, media_type: &str, pages: Option<usize>) -> Value {
    let mut file = json!({ "sha256": sha256, "media_type": media_type });
    if let Some(pages @ 1..) = pages {
        file["pages"] = pages.into();
    }
    file
}

fn section(title: &str, bytes: std::ops::Range<usize>, text: &SourceText) -> Option<Value> {
    Some(json!({ "title": as_title(title)?, "span": text.span(bytes)? }))
}

/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// A title as the model takes it, on one line.
fn as_title(words: &str) -> Option<String> {
    let visible: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let short: String = visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_TITLE).collect();
    Text::new(short.trim()).ok().map(|title| title.as_str().to_owned())
}

/// The name of a file without its ending, with spaces between its words.
fn name_of_file(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    as_title(&stem).unwrap_or_else(|| "Document".into())
}

/// A short name of a title; if it has no Latin letters, of the name of the file.
fn short_name(title: &str, path: &Path) -> String {
    let names = [slug(title), slug(&name_of_file(path)), "document".into()];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    if name.len() <= LONGEST_NAME {
        return name;
    }
    let cut = &name[..LONGEST_NAME];
    cut.rsplit_once('-').map_or(cut, |(whole, _)| whole).to_owned()
}

/// The name of a file with `.txt` behind it.
fn with_txt(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".txt");
    name.into()
}
