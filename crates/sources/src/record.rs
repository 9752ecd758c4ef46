//! From a document to the record of a source.

use std::{
    fmt::Display,
    io::Write,
    ops::Range,
    path::{Path, PathBuf},
};

use standpoint_files::{Error, create_file};
use standpoint_model::{
    Count, Id, LanguageTag, MediaType, Section, Source, SourceFile, SourceText as RecordedText, SourceType, Text,
    WebAddress,
};
use standpoint_validate::short_slug;

use crate::{
    SourceText,
    document::{Document, DocumentError, Heading, Reading, guess_language, sections},
};

/// The most sections that are taken from a document: with more, most are none.
const MOST_SECTIONS: usize = 500;

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
        let refused = |error: &dyn Display| DocumentError::Unreadable {
            path: path.into(),
            sort: format!("a document of which no record can be made: {error}"),
            help: "give a title and an id",
        };
        let count = |number: usize| Count::new(number as u64).map_err(|error| refused(&error));
        let mut guessed = Vec::new();
        let title = match (&self.title, title.as_deref().and_then(as_title)) {
            (Some(title), _) => title.clone(),
            (None, own) => {
                guessed.push("title");
                own.map_or_else(|| Text::new(&name_of_file(path)), Ok).map_err(|error| refused(&error))?
            }
        };
        let id = match &self.id {
            Some(id) => id.clone(),
            None => {
                Id::new(&format!("source/{}", short_name(title.as_str(), path))).map_err(|error| refused(&error))?
            }
        };
        let kind = self.r#type.unwrap_or_else(|| {
            guessed.push("type");
            if media_type == "text/html" { SourceType::WebPage } else { SourceType::Other }
        });
        let mut source = Source::new(id, title, kind);
        let mut file = SourceFile::new(sha256);
        file.media_type = Some(MediaType::new(media_type).map_err(|error| refused(&error))?);
        file.pages = pages.filter(|pages| *pages > 0).map(count).transpose()?;
        source.file = Some(file);
        source.url.clone_from(&self.url);
        if let Some(language) = guess_language(&text) {
            guessed.push("language");
            source.languages = vec![LanguageTag::new(language).map_err(|error| refused(&error))?];
        }
        let text = SourceText::new(text);
        if text.length() > 0 {
            source.text = Some(RecordedText::new(text.sha256().clone(), count(text.length())?));
            if headings.len() > MOST_SECTIONS {
                remarks.push(format!("{} headings are too many to be sections, so none was taken", headings.len()));
            } else {
                let stretches = headings.iter().zip(sections(&headings, text.as_str()));
                let section = |(heading, bytes): (&Heading, Range<usize>)| {
                    Some(Section::new(as_title(&heading.title)?, text.span(bytes)?))
                };
                source.sections = stretches.filter_map(section).collect();
            }
        }
        if !guessed.is_empty() {
            let note = format!("Guessed by the program: {}.", guessed.join(", "));
            source.note = Some(Text::new(&note).map_err(|error| refused(&error))?);
            remarks.push(format!("guessed: {}; correct what is wrong", guessed.join(", ")));
        }
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
    /// [`Error`] if it cannot be written, or another file is there.
    pub fn write(&self) -> Result<(), Error> {
        if is_held(&self.path, self.text.as_bytes()) {
            return Ok(());
        }
        create_file(&self.path, |file| file.write_all(self.text.as_bytes()))
    }
}

/// Whether a file holds these bytes.
fn is_held(path: &Path, bytes: &[u8]) -> bool {
    standpoint_validate::read_file(path, bytes.len() as u64).is_ok_and(|held| held == bytes)
}

/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// A title as the model takes it, on one line.
fn as_title(words: &str) -> Option<Text> {
    let visible: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let short: String = visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_TITLE).collect();
    Text::new(short.trim()).ok()
}

/// The name of a file without its ending, with spaces between its words.
fn name_of_file(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    as_title(&stem).map_or_else(|| "Document".into(), |title| title.to_string())
}

/// A short name of a title; if it has no Latin letters, of the name of the file.
fn short_name(title: &str, path: &Path) -> String {
    let names = [short_slug(title), short_slug(&name_of_file(path)), "document".into()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

/// The name of a file with `.txt` behind it.
fn with_txt(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".txt");
    name.into()
}
