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

use crate::{
    Error, Validation,
    diagnose::malformed,
    read::{
        blocks::{BLOCK, Block, Blocks, RecordText},
        extent::Extent,
        files::{Files, RecordFile},
        input::Input,
    },
    small::TOGETHER,
};

/// How many records are handed over at a time, and how many such batches may wait: enough to keep two threads busy,
/// little enough to be nothing in memory.
const BATCH: usize = 512;
const WAITING: usize = 8;

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
    /// It tells which records share an id in datasets that are too large to be kept.
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
        let read = read(&files, longest, &mut batches);
        if let Err(Stopped::Failed(error)) = read {
            batches.batch.push(Err(error));
        }
        let _ = batches.send();
    });
    let mut reading = Some(reading);
    // If the thread that reads panicked, this one does too, so that what came so far is not taken for all.
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

fn read(files: &[RecordFile], longest: usize, batches: &mut Batches) -> Result<(), Stopped> {
    let paths: Vec<Arc<Path>> = files.iter().map(|file| file.path.as_path().into()).collect();
    let mut blocks = Blocks::new(files, BLOCK, longest);
    let mut block = Block::default();
    let (mut document, mut before) = (0, Extent::default());
    while blocks.next(&mut block)? {
        if block.document != document {
            (document, before) = (block.document, Extent::default());
        }
        let path = &paths[document];
        if let Some(finding) = block.findings.iter().find(|_| block.is_unread) {
            return Err(refused(path, 1, &finding.message).into());
        }
        let line = |text: &RecordText| before.then(text.before).lines + 1;
        let parse = |text: &RecordText| {
            let line = line(text);
            let record = serde_json::from_slice(&block.bytes()[text.bytes.clone()]);
            (line, record.map_err(|cause| refused(path, line, &cause)))
        };
        let texts: Vec<RecordText> = block.texts().collect();
        for texts in texts.chunks(TOGETHER) {
            let parsed: Vec<_> = texts.par_iter().map(parse).collect();
            for (line, record) in parsed {
                batches.push(path, line, record?)?;
            }
        }
        // However long the records are, no more than a block of them waits in a batch.
        batches.send()?;
        if let Some(broken) = block.broken {
            let line = before.then(Extent::of(&block.bytes()[..broken.from])).lines + 1;
            let message = malformed::broken_list(&block).map(|finding| finding.message);
            return Err(refused(path, line, &message.unwrap_or_default()).into());
        }
        before = before.then(block.extent());
    }
    Ok(())
}

fn refused(path: &Path, line: usize, cause: &dyn std::fmt::Display) -> Error {
    // The place within the record that serde_json gives is no place in the file.
    let cause = cause.to_string();
    let is_place = |place: &str| place.bytes().all(|byte| byte.is_ascii_digit() || b" column".contains(&byte));
    let cause = cause.rsplit_once(" at line ").filter(|(_, place)| is_place(place)).map_or(&*cause, |(cause, _)| cause);
    let cause = cause.to_owned();
    Error::Refused { path: path.into(), line, cause }
}
