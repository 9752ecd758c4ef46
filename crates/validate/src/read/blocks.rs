//! Files in blocks of whole records, as large as is good for the memory of the processor. Every way to read records goes
//! through here, so that blank lines, encodings and limits mean the same to all of them.

use std::{
    io::{self, Read},
    iter,
    ops::Range,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    vec,
};

use standpoint_report::{Finding, Progress};

use crate::{
    Error,
    read::{
        encoding,
        extent::Extent,
        files::RecordFile,
        form::Arrangement,
        list::{Broken, Cut, List, trimmed},
        stretch::Stretch,
    },
};

/// How many bytes are read at a time.
pub(crate) const BLOCK: usize = 1 << 18;

/// How many bytes more there are behind the end of a block, so that as many can be looked at from anywhere in it.
pub(crate) const PADDING: usize = 16;

/// How many values a record has at most that is longer than a block. What is made of them has many times the size of their
/// text; a shorter record has no more than so many.
const MOST_VALUES: usize = BLOCK / 2;

/// Some of the text of a file, in which records are whole.
#[derive(Default)]
pub(crate) struct Block {
    /// Which of the files.
    pub(crate) document: usize,
    /// Which of the blocks, counted through all files.
    pub(crate) sequence: usize,
    /// The byte of the file, without a byte order mark, at which it starts.
    pub(crate) start: usize,
    pub(crate) arrangement: Arrangement,
    /// What is wrong with the file as a whole.
    pub(crate) findings: Vec<Finding>,
    /// Whether the file has no record that could be read.
    pub(crate) is_unread: bool,
    /// Where the brackets of the list go wrong, behind which nothing is read.
    pub(crate) broken: Option<Broken>,
    /// Where the records are, unless they are the lines.
    items: Vec<Range<usize>>,
    /// As many bytes as it has and at least [`PADDING`] more.
    bytes: Vec<u8>,
    length: usize,
}

/// The text of a record, or of what stands where one should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordText {
    /// Its bytes in the block, without white space at its ends.
    pub(crate) bytes: Range<usize>,
    /// How much of the block stands before it.
    pub(crate) before: Extent,
}

/// How far the texts of a block were taken.
#[derive(Debug, Default)]
pub(crate) struct Cursor {
    at: usize,
    before: Extent,
    item: usize,
}

impl Block {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Its bytes, and [`PADDING`] more that are zero.
    pub(crate) fn padded(&self) -> &[u8] {
        &self.bytes[..self.length + PADDING]
    }

    /// The texts of its records. A blank line is none.
    pub(crate) fn texts(&self) -> impl Iterator<Item = RecordText> {
        let mut cursor = Cursor::default();
        iter::from_fn(move || self.next_text(&mut cursor))
    }

    /// The next of its texts.
    pub(crate) fn next_text(&self, cursor: &mut Cursor) -> Option<RecordText> {
        match self.arrangement {
            Arrangement::Json => {
                let bytes = self.items.get(cursor.item)?.clone();
                cursor.item += 1;
                cursor.before = cursor.before.then(Extent::of(&self.bytes()[cursor.at..bytes.start]));
                cursor.at = bytes.start;
                Some(RecordText { bytes, before: cursor.before })
            }
            Arrangement::Lines => loop {
                let rest = self.bytes().get(cursor.at..).filter(|rest| !rest.is_empty())?;
                let line = cursor.at..cursor.at + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                let before = cursor.before;
                (cursor.at, cursor.before) = (line.end + 1, Extent { lines: before.lines + 1, columns: 0 });
                let bytes = trimmed(self.bytes(), line.clone());
                if !bytes.is_empty() {
                    let before = Extent { columns: bytes.start - line.start, ..before };
                    return Some(RecordText { bytes, before });
                }
            },
        }
    }

    /// How far all of it goes.
    pub(crate) fn extent(&self) -> Extent {
        Extent::of(self.bytes())
    }

    /// Some of its text, unless it is not UTF-8; then, that it is not.
    pub(crate) fn stretch(&self, bytes: Range<usize>) -> Result<Stretch<'_>, Box<Finding>> {
        let start = self.start + bytes.start;
        match std::str::from_utf8(&self.bytes()[bytes]) {
            Ok(text) => Ok(Stretch { text, document: self.document, start }),
            Err(error) => Err(Box::new(encoding::not_utf8(start + error.valid_up_to(), self.document))),
        }
    }
}

/// The blocks of files, in order.
pub(crate) struct Blocks<F> {
    files: F,
    /// The files that are still to be read, by their places.
    left: vec::IntoIter<usize>,
    /// The file that is being read, by its place.
    open: Option<(usize, Texts<Box<dyn Read + Send>>)>,
    sequence: usize,
    size: usize,
    longest: usize,
    /// How many bytes were read, once decompressed.
    bytes: u64,
    /// How many came off the disk.
    taken: Arc<AtomicU64>,
}

impl<F: AsRef<[RecordFile]>> Blocks<F> {
    /// The blocks of `files`, of about `size` bytes, no record or line of which is longer than `longest` bytes.
    pub(crate) fn new(files: F, size: usize, longest: usize) -> Self {
        let left = (0..files.as_ref().len()).collect::<Vec<usize>>().into_iter();
        Self { files, left, open: None, sequence: 0, size, longest, bytes: 0, taken: Arc::default() }
    }

    /// Those of the files alone that have these places.
    pub(crate) fn of(self, places: Vec<usize>) -> Self {
        Self { left: places.into_iter(), ..self }
    }

    /// Fills `block` with the next one, if there is one. After an error there is none.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, Error> {
        let next = self.fill(block);
        match next {
            Ok(true) => {
                block.sequence = self.sequence;
                self.sequence += 1;
                self.bytes += block.length as u64;
            }
            Ok(false) => {}
            Err(_) => {
                self.open = None;
                self.left = Vec::new().into_iter();
            }
        }
        next
    }

    /// How many bytes were read, once decompressed.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How far it has come.
    pub(crate) fn progress(&self, bytes_total: Option<u64>, pass: usize) -> Progress {
        Progress::new(self.bytes, self.taken.load(Ordering::Relaxed), bytes_total, pass)
    }

    fn fill(&mut self, block: &mut Block) -> Result<bool, Error> {
        loop {
            if let Some((document, texts)) = &mut self.open {
                if texts.fill(block).map_err(|stop| stop.of(&self.files.as_ref()[*document].path, self.longest))? {
                    return Ok(true);
                }
                self.open = None;
            }
            let Some(document) = self.left.next() else { return Ok(false) };
            let file = &self.files.as_ref()[document];
            let read: Box<dyn Read + Send> = Box::new(file.open(&self.taken)?);
            self.open = Some((document, Texts::new(read, file.arrangement(), document, self.size, self.longest)));
        }
    }
}

/// The text of a file, in blocks of whole records.
pub(crate) struct Texts<R> {
    file: R,
    document: usize,
    arrangement: Arrangement,
    list: List,
    start: usize,
    /// What was read beyond the last whole record.
    rest: Vec<u8>,
    size: usize,
    longest: usize,
    is_begun: bool,
    /// Whether nothing but white space was read.
    is_blank: bool,
    is_done: bool,
}

/// Why the text of a file comes to an early end.
pub(crate) enum Stop {
    Failed(io::Error),
    /// The record, or the line, that begins at this byte is too long.
    TooLong(usize),
    /// The record that begins at this byte has too many values.
    TooManyValues(usize),
}

impl Stop {
    /// As the error of what has this path, and no record of which is longer than `longest`.
    pub(crate) fn of(self, path: &Path, longest: usize) -> Error {
        match self {
            Self::Failed(cause) => Error::read(path, cause),
            Self::TooLong(offset) => Error::RecordTooLong { path: path.into(), offset, limit: longest },
            Self::TooManyValues(offset) => Error::TooManyValues { path: path.into(), offset, limit: MOST_VALUES },
        }
    }
}

impl<R: Read> Texts<R> {
    /// The text of `file` in blocks of about `size` bytes. No record is longer than `longest` bytes, and no line of a file of
    /// lines, its end not counted.
    pub(crate) fn new(file: R, arrangement: Arrangement, document: usize, size: usize, longest: usize) -> Self {
        Self {
            file,
            document,
            arrangement,
            list: List::default(),
            start: 0,
            rest: Vec::new(),
            // The first block tells of the encoding.
            size: size.max(encoding::MARK.len()),
            longest,
            is_begun: false,
            is_blank: true,
            is_done: false,
        }
    }

    /// Fills `block` with as many whole records as there is room for, at least one. Whether there was anything to tell.
    pub(crate) fn fill(&mut self, block: &mut Block) -> Result<bool, Stop> {
        block.document = self.document;
        block.start = self.start;
        block.arrangement = self.arrangement;
        block.is_unread = false;
        block.broken = None;
        block.findings.clear();
        block.items.clear();
        block.length = 0;
        if self.is_done {
            return Ok(false);
        }
        let end = self.read(block)?;
        block.length = end;
        if end > self.longest.min(BLOCK) {
            self.check_limits(block)?;
        }
        let bytes = &mut block.bytes;
        self.is_blank = self.is_blank && bytes[..end].iter().all(|byte| encoding::is_space(*byte));
        if self.is_done && self.is_blank && !block.is_unread {
            block.is_unread = true;
            block.findings.push(encoding::empty(self.document));
        }
        self.start += end;
        if bytes.len() < end + PADDING {
            bytes.resize(end + PADDING, 0);
        }
        bytes[end..end + PADDING].fill(0);
        Ok(end > 0 || !block.findings.is_empty())
    }

    /// Reads until there are whole records or the file ends. Where they end in the bytes of the block; what was read beyond
    /// is the rest.
    fn read(&mut self, block: &mut Block) -> Result<usize, Stop> {
        let mut length = self.rest.len();
        let mut searched = 0;
        if block.bytes.len() < length {
            block.bytes.resize(length, 0);
        }
        block.bytes[..length].copy_from_slice(&self.rest);
        self.rest.clear();
        loop {
            let target = if length < self.size { self.size } else { length + self.size };
            let bytes = &mut block.bytes;
            if bytes.len() < target + PADDING {
                bytes.resize(target + PADDING, 0);
            }
            while length < target && !self.is_done {
                match self.file.read(&mut bytes[length..target]) {
                    Ok(0) => self.is_done = true,
                    Ok(read) => length += read,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(Stop::Failed(error)),
                }
            }
            if !self.is_begun && (self.is_done || length >= encoding::MARK.len()) {
                self.is_begun = true;
                let no_text = encoding::no_text(&bytes[..length], self.document);
                if no_text.is_some() || encoding::is_utf16(&bytes[..length]) {
                    block.findings.push(no_text.unwrap_or_else(|| encoding::utf16(self.document)));
                    (self.is_done, block.is_unread) = (true, true);
                    return Ok(0);
                }
                if bytes[..length].starts_with(encoding::MARK) {
                    block.findings.push(encoding::mark(self.document));
                    bytes.copy_within(encoding::MARK.len()..length, 0);
                    length -= encoding::MARK.len();
                }
            }
            let end = match self.arrangement {
                Arrangement::Lines if self.is_done => Some(length),
                Arrangement::Lines => memchr::memrchr(b'\n', &bytes[searched..length]).map(|feed| searched + feed + 1),
                Arrangement::Json => {
                    match self.list.cut(&bytes[..length], self.start, self.is_done, &mut block.items) {
                        Cut::Whole(end) => Some(end),
                        Cut::Pending => None,
                        Cut::Broken(broken) => {
                            block.broken = Some(broken);
                            self.is_done = true;
                            Some(length)
                        }
                    }
                }
            };
            if let Some(end) = end {
                self.rest.extend_from_slice(&block.bytes[end..length]);
                return Ok(end);
            }
            if length > self.longest
                && let Some(start) = self.pending_too_long(&block.bytes[..length])
            {
                return Err(Stop::TooLong(self.start + start));
            }
            searched = length;
        }
    }

    /// Where the record or the line begins that is too long though not all of it has come.
    fn pending_too_long(&self, bytes: &[u8]) -> Option<usize> {
        match self.arrangement {
            Arrangement::Lines => Some(0),
            Arrangement::Json => {
                // White space around a record is not counted, but does not go on for ever either.
                let record = self.list.pending(bytes);
                let most = self.longest.saturating_mul(2).saturating_add(self.size);
                (record.len() > self.longest || bytes.len() > most).then_some(record.start)
            }
        }
    }

    /// Whether no record or line of a block is too long, and none has too many values.
    fn check_limits(&self, block: &Block) -> Result<(), Stop> {
        let bytes = block.bytes();
        let lines = || {
            let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
            let starts = [0].into_iter().chain(memchr::memchr_iter(b'\n', bytes).map(|feed| feed + 1));
            starts.zip(ends).map(|(start, end)| start..end).collect()
        };
        let records: Vec<Range<usize>> = match self.arrangement {
            Arrangement::Lines => lines(),
            Arrangement::Json => block.items.clone(),
        };
        if let Some(record) = records.iter().find(|record| record.len() > self.longest) {
            return Err(Stop::TooLong(self.start + record.start));
        }
        let broken = block.broken.map(|broken| broken.from..bytes.len());
        let mut long = records.into_iter().chain(broken).filter(|record| record.len() > BLOCK);
        match long.find(|record| has_too_many_values(&bytes[record.clone()])) {
            Some(record) => Err(Stop::TooManyValues(self.start + record.start)),
            None => Ok(()),
        }
    }
}

/// Whether there are so many values in a text, by its brackets, commas and colons.
fn has_too_many_values(text: &[u8]) -> bool {
    let (mut count, mut in_text, mut is_escaped) = (0, false, false);
    for byte in text {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' | b',' | b':' if !in_text => count += 1,
            _ => {}
        }
    }
    count > MOST_VALUES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Validation};

    #[test]
    fn blocks_of_every_size_hold_the_same_lines() {
        let texts: [&[u8]; 6] = [
            b"a\nbb\n\nccc\r\ndddd",
            b"\n\n\n",
            b"one",
            "\u{FEFF}\u{FEFF}a\nb\n".as_bytes(),
            b"\n\xEF\xBB\xBF",
            b"a\n\0\n",
        ];
        for text in texts {
            let expected = text.strip_prefix(encoding::MARK).unwrap_or(text);
            for size in 1..20 {
                let mut lines = Texts::new(text, Arrangement::Lines, 0, size, 100);
                let mut block = Block::default();
                let mut read = Vec::new();
                while lines.fill(&mut block).is_ok_and(|is_filled| is_filled) {
                    assert_eq!(block.start, read.len());
                    read.extend_from_slice(block.bytes());
                    assert!(read.ends_with(b"\n") || read.len() == expected.len());
                    assert_eq!(block.padded()[block.bytes().len()..], [0; PADDING]);
                }
                assert_eq!(read, expected);
            }
        }
    }

    #[test]
    fn a_validation_in_blocks_of_any_size_gives_the_same_report() {
        let name = |number: usize| "ä".repeat(number % 40 + 1);
        let record = |number| {
            format!(r#"{{"kind":"source","id":"source/s{number}","title":"{}","type":"report"}}"#, name(number))
        };
        let mut text = "\u{FEFF}".to_owned();
        for number in 0..60 {
            let line = match number % 9 {
                0 => format!("{}\r\n", record(number)),
                1 => format!(" {}\n\n", record(number).replace("report", "rapport")),
                2 => "{\"kind\":\n".to_owned(),
                3 => format!("{}\n", record(number / 2).replace("\":", "\" : ")),
                _ => format!("{}\n", record(number)),
            };
            text.push_str(&line);
        }
        let items = |between: &str| {
            let items: Vec<String> = (0..60).map(record).collect();
            let items = items.join(between).replace("s7\"", "s8\"").replace("source/s33", "ä").replace("\":", "\" : ");
            format!("\n [{items}")
        };
        let (listed, unclosed) = (items(",") + " ]\n", items("\n ,") + ", [");
        let inputs = [
            Input::bytes("a.ndjson", text.clone()),
            Input::bytes("b.ndjson", text),
            Input::bytes("c.json", listed.clone()),
            Input::bytes("d.json", listed + "{}"),
            Input::bytes("e.json", unclosed),
        ];
        let told = |validation: Validation<'_>| {
            let report = validation.run(&inputs).unwrap();
            let mut text = Vec::new();
            let json = standpoint_report::Renderer::by_name("json").unwrap();
            json.write(&report, standpoint_report::Style::default(), &mut text).unwrap();
            String::from_utf8(text).unwrap()
        };
        let kept = told(Validation::new());
        assert!(kept.contains("duplicate-id") && kept.contains("invalid-id"));
        assert_eq!(kept.matches("another record follows").count(), 1);
        assert_eq!(kept.matches("add `]]`").count(), 1);
        for block in (1..400).step_by(9).chain([1000, 3000]) {
            let mut validation = Validation::new().in_memory_limit(0).threads(1 + block % 3);
            validation.block = block;
            assert!(told(validation) == kept, "{block}");
        }
    }
}
