//! Records one at a time, from files of any size.

use std::{
    iter, panic,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, SyncSender},
    },
    thread,
};

use rayon::prelude::*;
use standpoint_model::Record;
use standpoint_report::Document;

use crate::{
    Error, Validation,
    diagnose::syntax,
    read::{
        blocks::{Block, Lines},
        encoding,
        files::{Files, RecordFile},
        form::Arrangement,
        input::Input,
        stretch::Stretch,
    },
};

/// How many records are handed over at a time, and how many such batches may wait: enough to keep two threads busy,
/// little enough to be nothing in memory.
const BATCH: usize = 512;
const WAITING: usize = 8;

/// How many bytes of lines are read before they are parsed, on all cores.
const PIECE: usize = 1 << 18;

impl Validation<'_> {
    /// The records of the inputs, each checked against its own kind.
    ///
    /// They come in the order of the files and of the lines. Memory does not grow with the files. The rules that need all
    /// records at once, such as that every reference leads somewhere, are those of [`Self::run`].
    ///
    /// A thread reads ahead. It ends when the iterator is dropped.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # let line = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
    /// # std::fs::write(folder.path().join("page.ndjson"), format!("{line}\n"))?;
    /// for record in Validation::new().records([folder.path()])? {
    ///     assert_eq!(record?.id(), "source/page");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if a path does not exist or holds no records. The iterator ends with an error if an input cannot be read, a
    /// record is longer than any should be, or a record is refused.
    pub fn records<I: Into<Input>, N: IntoIterator<Item = I>>(
        &self,
        inputs: N,
    ) -> Result<impl Iterator<Item = Result<Record, Error>> + use<I, N>, Error> {
        Ok(located(Files::of(inputs)?, self.max_record_size).map(|located| located.map(|located| located.record)))
    }

    /// Where the records with this id stand in the inputs, as [`Self::records`] reads them: the file, and the line from 1.
    ///
    /// Of records that are too many to be checked against one another it tells which ones share an id.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// let line = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
    /// let lines = Input::bytes("page.ndjson", format!("{line}\n{line}\n"));
    /// let places = Validation::new().places([lines], "source/page")?;
    /// assert_eq!(places, [("page.ndjson".into(), 1), ("page.ndjson".into(), 2)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Self::records`], and of its iterator.
    pub fn places<I: Into<Input>>(
        &self,
        inputs: impl IntoIterator<Item = I>,
        id: &str,
    ) -> Result<Vec<(PathBuf, usize)>, Error> {
        let has_id = |it: &Result<Located, Error>| it.as_ref().map_or(true, |located| located.record.id() == id);
        let places = located(Files::of(inputs)?, self.max_record_size).filter(has_id);
        places.map(|located| located.map(|it| (it.path.to_path_buf(), it.line))).collect()
    }
}

/// A record with its place.
struct Located {
    path: Arc<Path>,
    line: usize,
    record: Record,
}

fn located(files: Files, longest: usize) -> impl Iterator<Item = Result<Located, Error>> {
    let files = files.found;
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    let reading = thread::spawn(move || {
        let mut batches = Batches { sender, batch: Vec::with_capacity(BATCH) };
        let read = files.iter().try_for_each(|file| read_file(file, longest, &mut batches));
        if let Err(Stopped::Failed(error)) = read {
            batches.batch.push(Err(error));
        }
        let _ = batches.send();
    });
    let mut reading = Some(reading);
    // An end that is none is not to be taken for one.
    let end = iter::from_fn(move || reading.take()?.join().err().map(|panic| panic::resume_unwind(panic)));
    receiver.into_iter().flatten().chain(end)
}

/// Why reading came to an early end.
enum Stopped {
    /// Nobody takes the records any more.
    Unwanted,
    Failed(Error),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

struct Batches {
    sender: SyncSender<Vec<Result<Located, Error>>>,
    batch: Vec<Result<Located, Error>>,
}

impl Batches {
    fn push(&mut self, path: &Arc<Path>, line: usize, record: Record) -> Result<(), Stopped> {
        self.batch.push(Ok(Located { path: path.clone(), line, record }));
        if self.batch.len() < BATCH { Ok(()) } else { self.send() }
    }

    fn send(&mut self) -> Result<(), Stopped> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        self.sender.send(batch).map_err(|_| Stopped::Unwanted)
    }
}

fn read_file(file: &RecordFile, longest: usize, batches: &mut Batches) -> Result<(), Stopped> {
    match file.arrangement() {
        Arrangement::Lines => read_lines(file, longest, batches),
        Arrangement::Json => read_json(file, longest, batches),
    }
}

fn read_lines(file: &RecordFile, longest: usize, batches: &mut Batches) -> Result<(), Stopped> {
    let path = Arc::from(file.path.as_path());
    let mut lines = Lines::new(file.open(&Arc::default())?, 0, PIECE, longest);
    let mut block = Block::default();
    let mut first = 1;
    while lines.fill(&mut block).map_err(|stop| stop.of(file, longest))? {
        if let Some(finding) = block.findings.iter().find(|_| block.is_unread) {
            return Err(refused(&file.path, 1, &finding.message).into());
        }
        let lines = split(block.bytes());
        let parsed = lines
            .par_iter()
            .enumerate()
            .map(|(index, line)| parse(line).map_err(|cause| refused(&file.path, first + index, &*cause)));
        for (line, record) in (first..).zip(parsed.collect::<Vec<_>>()) {
            record?.map_or(Ok(()), |record| batches.push(&path, line, record))?;
        }
        // However long the lines are, no more than a piece of them waits in a batch.
        batches.send()?;
        first += lines.len();
    }
    Ok(())
}

/// Lines with their ends.
fn split(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    while !bytes.is_empty() {
        let length = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |feed| feed + 1);
        lines.push(&bytes[..length]);
        bytes = &bytes[length..];
    }
    lines
}

/// The record of a line, unless the line is blank.
fn parse(line: &[u8]) -> Result<Option<Record>, Box<dyn std::error::Error>> {
    let text = std::str::from_utf8(line)?;
    if text.trim_ascii().is_empty() { Ok(None) } else { Ok(Some(serde_json::from_str(text)?)) }
}

fn read_json(file: &RecordFile, longest: usize, batches: &mut Batches) -> Result<(), Stopped> {
    let text = encoding::whole(file.bytes(&Arc::default())?, 0);
    let document = Document::of_pieces(file.path.clone(), text.pieces);
    let line = |offset| document.line_column(offset).line;
    let [range] = &text.readable[..] else {
        let message = text.findings.last().map_or("", |finding| &finding.message);
        return Err(refused(document.path(), 1, &message).into());
    };
    let whole = Stretch { text: document.slice(range.clone()), document: 0, start: 0 };
    let records =
        syntax::split(whole, Arrangement::Json).map_err(|finding| refused(document.path(), 1, &finding.message))?;
    syntax::check_lengths(&records, longest).map_err(|offset| file.too_long(offset, longest))?;
    let path = Arc::from(document.path());
    for bytes in records {
        let line = line(bytes.start);
        let record = serde_json::from_str(&whole.text[bytes]);
        batches.push(&path, line, record.map_err(|error| refused(document.path(), line, &error))?)?;
    }
    Ok(())
}

fn refused(path: &Path, line: usize, cause: &dyn std::fmt::Display) -> Error {
    // The place within the record that serde_json gives is no place in the file.
    let cause = cause.to_string();
    let cause = cause.split(" at line ").next().unwrap_or_default().to_owned();
    Error::Refused { path: path.into(), line, cause }
}
