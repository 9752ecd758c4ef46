//! The table of formats.

use std::io::{self, BufWriter, Write};

use standpoint_model::Dataset;

use crate::{json, markdown, ndjson};

/// A format that a dataset can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The name by which it is asked for, in lower case.
    pub name: &'static str,
    /// The usual extension of its files, without the full stop.
    pub extension: &'static str,
    /// Its media type, as registered with IANA where it is registered.
    pub media_type: &'static str,
    /// What the format holds and what it cannot carry, in Markdown.
    pub docs: &'static str,
    /// Writes a dataset in pieces of any size. [`Format::write_to`] is the way to call it.
    pub write: fn(&Dataset, &mut dyn Write) -> io::Result<()>,
}

/// Every format, by name.
pub static FORMATS: &[Format] = &[json::FORMAT, markdown::FORMAT, ndjson::FORMAT];

impl Format {
    /// The format called `name`, if there is one.
    ///
    /// ```
    /// use standpoint_export::Format;
    ///
    /// assert_eq!(Format::by_name("markdown").map(|format| format.extension), Some("md"));
    /// assert!(Format::by_name("Markdown").is_none());
    /// ```
    pub fn by_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Writes `dataset` to `writer`, which needs no buffer of its own, and flushes it.
    ///
    /// One dataset always gives the same bytes.
    ///
    /// ```
    /// use standpoint_export::Format;
    /// use standpoint_model::{Dataset, Record};
    ///
    /// let source: Record = serde_json::from_str(
    ///     r#"{ "title": "A page", "kind": "source", "id": "source/page", "type": "web-page" }"#,
    /// )?;
    /// let dataset = Dataset::new([source])?;
    /// let ndjson = Format::by_name("ndjson").ok_or("no such format")?;
    /// let mut bytes = Vec::new();
    /// ndjson.write_to(&dataset, &mut bytes)?;
    /// assert_eq!(
    ///     String::from_utf8(bytes)?,
    ///     "{\"kind\":\"source\",\"id\":\"source/page\",\"title\":\"A page\",\"type\":\"web-page\"}\n"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What `writer` answers: a full disk, a closed pipe. Part of the export may have been written by then;
    /// [`export_to_file`](crate::export_to_file) leaves no part behind.
    pub fn write_to(&self, dataset: &Dataset, writer: impl Write) -> io::Result<()> {
        let mut buffered = BufWriter::new(writer);
        let result = (self.write)(dataset, &mut buffered).and_then(|()| buffered.flush());
        // Dropped whole, the buffer would write once more to a writer that has failed.
        drop(buffered.into_parts());
        result
    }
}
