//! Records one at a time, from files of any size.

use std::{
    iter,
    num::NonZero,
    panic,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
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

/// How many blocks of records may wait to be taken: enough to keep two threads busy, little enough to be nothing in memory.
const WAITING: usize = 1;

impl Validation<'_> {
    /// The records of the inputs, each checked against its own kind.
    ///
    /// They come in the order of the files and of the lines. Memory does not grow with the files. The rules that need all
    /// records at once, such as that every reference leads somewhere, are those of [`Self::run`].
    ///
    /// A thread reads ahead, unless [`Self::threads`] is 1. It ends when the iterator is dropped.
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
        Ok(located(Files::of(inputs)?, self).map(|located| located.map(|located| located.record)))
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
        let places = located(Files::of(inputs)?, self).filter(has_id);
        places.map(|located| located.map(|it| (it.path.to_path_buf(), it.line))).collect()
    }
}

/// A record with its place.
struct Located {
    path: Arc<Path>,
    line: usize,
    record: Record,
}

/// The records of files, read by a thread of its own if there are several.
fn located(files: Files, validation: &Validation<'_>) -> impl Iterator<Item = Result<Located, Error>> + use<> {
    let batches = Batches::new(files.found, validation.max_record_size);
    let (own, ahead) = if validation.threads == NonZero::<usize>::MIN {
        (Some(batches), None)
    } else {
        (None, Some(read_ahead(batches)))
    };
    own.into_iter().flatten().chain(ahead.into_iter().flatten()).flatten()
}

/// The batches, as a thread reads them that is ahead.
fn read_ahead(batches: Batches) -> impl Iterator<Item = Batch> {
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    let reading = thread::spawn(move || {
        for batch in batches {
            // Nobody takes the records any more.
            if sender.send(batch).is_err() {
                break;
            }
        }
    });
    let mut reading = Some(reading);
    // If the thread that reads panicked, this one does too, so that what came so far is not taken for all.
    let end = iter::from_fn(move || reading.take()?.join().err().map(|panic| panic::resume_unwind(panic)));
    receiver.into_iter().chain(end)
}

/// The records of a block; the last of all may be an error.
type Batch = Vec<Result<Located, Error>>;

/// The records of files, a block at a time, up to the first error.
struct Batches {
    paths: Vec<Arc<Path>>,
    blocks: Blocks<Vec<RecordFile>>,
    block: Block,
    /// How much of the file stands before the block.
    before: Extent,
    has_failed: bool,
}

impl Batches {
    fn new(files: Vec<RecordFile>, longest: usize) -> Self {
        Self {
            paths: files.iter().map(|file| file.path.as_path().into()).collect(),
            blocks: Blocks::new(files, BLOCK, longest),
            block: Block::default(),
            before: Extent::default(),
            has_failed: false,
        }
    }

    /// Puts the records of the next block into a batch; false, if there is none.
    fn fill(&mut self, batch: &mut Batch) -> Result<bool, Error> {
        let document = self.block.document;
        if !self.blocks.next(&mut self.block)? {
            return Ok(false);
        }
        let (block, before) = (&self.block, &mut self.before);
        if block.document != document {
            *before = Extent::default();
        }
        let path = &self.paths[block.document];
        if let Some(finding) = block.findings.iter().find(|_| block.is_unread) {
            return Err(refused(path, 1, finding.message.clone()));
        }
        let parse = |text: &RecordText| {
            let line = before.then(text.before).lines + 1;
            let record = serde_json::from_slice(&block.bytes()[text.bytes.clone()]);
            let record = record.map_err(|error| refused(path, line, without_place(&error)))?;
            Ok(Located { path: path.clone(), line, record })
        };
        let texts: Vec<RecordText> = block.texts().collect();
        for texts in texts.chunks(TOGETHER) {
            let parsed: Batch = texts.par_iter().map(parse).collect();
            for located in parsed {
                batch.push(Ok(located?));
            }
        }
        if let Some(broken) = block.broken {
            let line = before.then(Extent::of(&block.bytes()[..broken.from])).lines + 1;
            let message = malformed::broken_list(block).map(|finding| finding.message);
            return Err(refused(path, line, message.unwrap_or_default()));
        }
        *before = before.then(block.extent());
        Ok(true)
    }
}

impl Iterator for Batches {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        if self.has_failed {
            return None;
        }
        let mut batch = Vec::new();
        match self.fill(&mut batch) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                self.has_failed = true;
                batch.push(Err(error));
            }
        }
        Some(batch)
    }
}

fn refused(path: &Path, line: usize, cause: String) -> Error {
    Error::Refused { path: path.into(), line, cause }
}

/// What an error says, without the place within the record, which is no place in the file.
fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).unwrap_or(&said).to_owned()
}
