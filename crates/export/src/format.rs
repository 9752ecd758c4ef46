//! What a format is.

use std::{
    io::{self, BufWriter, Write as _},
    path::Path,
};

use serde_json::Value;
use standpoint_model::Dataset;

use crate::{ImportError, Loss, Losses, Records, import};

/// A file in which an export whose files depend on the data lists them, a path a line.
pub(crate) const LIST: &str = "standpoint-files.txt";

/// A format that a dataset can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name by which it is asked for, in lower case.
    pub name: &'static str,
    /// What it is and what it is for, in a line.
    pub summary: &'static str,
    /// The usual extension of its files, without the full stop. Empty, if it is a folder.
    pub extension: &'static str,
    /// Its media type, as registered with IANA where it is registered. Of a folder, that of its main files.
    pub media_type: &'static str,
    /// What the format holds and what it cannot carry, in Markdown.
    pub docs: &'static str,
    /// What it cannot carry, field by field. Nothing else is lost.
    pub losses: &'static [Loss],
    /// Whether it is written a record at a time, in memory that does not grow with the dataset. What is not public is known of
    /// a whole dataset alone: an export without it holds that in memory.
    pub streams: bool,
    /// Whether it leaves out what is not public unless asked for it: what is made to be shown or to be passed on does. What
    /// keeps or moves a whole dataset leaves it out only where [`Records::public`] says so.
    pub public: bool,
    /// How it is written. [`Format::write_to`] and [`export`](crate::export) are the ways to call it.
    pub write: Write,
    /// How it is read back, if it can be. [`Format::read`] is the way to call it.
    pub read: Option<Read>,
}

/// How a format is written.
#[derive(Debug, Clone, Copy)]
pub enum Write {
    /// As one stream of bytes, in pieces of any size.
    Stream(fn(Records<'_>, &mut dyn io::Write) -> io::Result<()>),
    /// As one file, at a path where there is none.
    File(fn(Records<'_>, &Path) -> io::Result<()>),
    /// As the files of a folder, which is there and empty.
    Folder(fn(Records<'_>, &Path) -> io::Result<()>),
}

/// Reads the records of the file or the folder at a path, as the JSON objects that they are.
pub type Read = fn(&Path) -> Result<Vec<Value>, ImportError>;

impl Format {
    /// Writes `records` to `writer`, which needs no buffer of its own, flushes it, and says what was lost.
    ///
    /// The same records in the same order always give the same bytes.
    ///
    /// ```
    /// use standpoint_export::{Format, Records};
    /// use standpoint_model::{Dataset, Record};
    ///
    /// let source: Record = serde_json::from_str(
    ///     r#"{ "title": "A page", "kind": "source", "id": "source/page", "type": "web-page" }"#,
    /// )?;
    /// let dataset = Dataset::new([source])?;
    /// let ndjson = Format::by_name("ndjson").ok_or("no such format")?;
    /// let mut bytes = Vec::new();
    /// let losses = ndjson.write_to(Records::of(&dataset), &mut bytes)?;
    /// assert_eq!(
    ///     String::from_utf8(bytes)?,
    ///     "{\"kind\":\"source\",\"id\":\"source/page\",\"title\":\"A page\",\"type\":\"web-page\"}\n"
    /// );
    /// assert!(losses.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What `writer` answers: a full disk, a closed pipe. Part of the export may have been written by then;
    /// [`export`](crate::export) leaves no part behind. [`io::ErrorKind::Unsupported`] for a format that is no stream
    /// of bytes but a folder or a database.
    pub fn write_to(&self, records: Records<'_>, writer: impl io::Write) -> io::Result<Losses> {
        let Write::Stream(write) = self.write else {
            let message = format!("`{}` is not one stream of bytes; it needs a path to be written to", self.name);
            return Err(io::Error::new(io::ErrorKind::Unsupported, message));
        };
        let mut losses = Losses::of(self.losses);
        let mut buffered = BufWriter::new(writer);
        let result = records
            .shown_in(self.public, &mut losses, |records| write(records, &mut buffered))
            .and_then(|()| buffered.flush());
        // Dropped whole, the buffer would write once more to a writer that has failed.
        drop(buffered.into_parts());
        result.map(|()| losses)
    }

    /// Reads back what was written in this format: all records, checked one by one.
    ///
    /// # Errors
    ///
    /// [`ImportError`], which names the path and what is wrong there. A file or a folder without any record is an error
    /// too, since it is most likely the wrong one or the end of it is missing.
    pub fn read(&self, path: &Path) -> Result<Dataset, ImportError> {
        let Some(read) = self.read else {
            return Err(ImportError::Unreadable { format: self.name });
        };
        if import::is_empty_folder(path) {
            return Err(ImportError::Empty { path: path.into() });
        }
        import::dataset(path, read(path)?)
    }
}
