//! Files in blocks of whole lines, as large as is good for the memory of the processor.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use standpoint_report::{Finding, Progress};

use crate::{
    Error,
    read::{
        encoding,
        files::{RecordFile, too_long},
        form::Arrangement,
    },
};

/// How many bytes are read at a time.
pub(crate) const BLOCK: usize = 1 << 18;

/// How many bytes more there are behind the end of a block, so that as many can be looked at from anywhere in it.
pub(crate) const PADDING: usize = 16;

/// Some whole lines of a file, or a file that is no file of lines.
#[derive(Default)]
pub(crate) struct Block {
    /// Which of the files.
    pub(crate) document: usize,
    /// Which of the blocks, counted through all files.
    pub(crate) sequence: usize,
    /// The byte of the file, without a byte order mark, at which it starts.
    pub(crate) start: usize,
    pub(crate) is_lines: bool,
    /// What is wrong with the file of lines as a whole.
    pub(crate) findings: Vec<Finding>,
    /// Whether the file has no record that could be read.
    pub(crate) is_unread: bool,
    /// As many bytes as it has and at least [`PADDING`] more.
    bytes: Vec<u8>,
    length: usize,
}

impl Block {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Its bytes, and [`PADDING`] more that are zero.
    pub(crate) fn padded(&self) -> &[u8] {
        &self.bytes[..self.length + PADDING]
    }
}

/// The blocks of files, in order.
pub(crate) struct Blocks<'f> {
    files: &'f [RecordFile],
    /// The files that are still to be read, by their places.
    left: &'f [usize],
    /// The file of lines that is being read, and which of the files it is.
    open: Option<(usize, Lines<Box<dyn Read + Send>>)>,
    sequence: usize,
    size: usize,
    longest: usize,
    /// How many bytes were read, once decompressed.
    bytes: u64,
    /// How many came off the disk.
    taken: Arc<AtomicU64>,
}

impl<'f> Blocks<'f> {
    /// The blocks of those of `files` that have these places, of about `size` bytes, no line of which is longer than
    /// `longest` bytes.
    pub(crate) fn new(files: &'f [RecordFile], places: &'f [usize], size: usize, longest: usize) -> Self {
        Self { files, left: places, open: None, sequence: 0, size, longest, bytes: 0, taken: Arc::default() }
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
                self.left = &[];
            }
        }
        next
    }

    /// How far it has come.
    pub(crate) fn progress(&self, bytes_total: Option<u64>, pass: usize) -> Progress {
        Progress::new(self.bytes, self.taken.load(Ordering::Relaxed), bytes_total, pass)
    }

    fn fill(&mut self, block: &mut Block) -> Result<bool, Error> {
        loop {
            if let Some((document, lines)) = &mut self.open {
                let file = &self.files[*document];
                if lines.fill(block).map_err(|stop| stop.of(file, self.longest))? {
                    block.document = *document;
                    return Ok(true);
                }
                self.open = None;
            }
            let Some((&document, left)) = self.left.split_first() else { return Ok(false) };
            self.left = left;
            let file = &self.files[document];
            match file.arrangement() {
                Arrangement::Lines => {
                    let read: Box<dyn Read + Send> = Box::new(file.open(&self.taken)?);
                    self.open = Some((document, Lines::new(read, document, self.size, self.longest)));
                }
                Arrangement::Json => {
                    let mut bytes = file.bytes(&self.taken)?;
                    let length = bytes.len();
                    bytes.resize(length + PADDING, 0);
                    *block = Block { document, bytes, length, ..Block::default() };
                    return Ok(true);
                }
            }
        }
    }
}

/// A file of lines, in blocks of whole ones.
pub(crate) struct Lines<R> {
    file: R,
    document: usize,
    start: usize,
    /// What was read beyond the last whole line.
    rest: Vec<u8>,
    size: usize,
    longest: usize,
    is_begun: bool,
    /// Whether nothing but white space was read.
    is_blank: bool,
    is_done: bool,
}

/// Why the lines of a file come to an early end.
pub(crate) enum Stop {
    Failed(io::Error),
    /// The line that begins at this byte is too long.
    TooLong(usize),
}

impl Stop {
    pub(crate) fn of(self, file: &RecordFile, longest: usize) -> Error {
        match self {
            Self::Failed(cause) => file.failed(cause),
            Self::TooLong(offset) => file.too_long(offset, longest),
        }
    }
}

impl<R: Read> Lines<R> {
    /// The lines of `file` in blocks of about `size` bytes. None is longer than `longest` bytes, its end not counted.
    pub(crate) fn new(file: R, document: usize, size: usize, longest: usize) -> Self {
        Self {
            file,
            document,
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

    /// Fills `block` with as many whole lines as there is room for, at least one. Whether there was anything to tell.
    pub(crate) fn fill(&mut self, block: &mut Block) -> Result<bool, Stop> {
        block.start = self.start;
        block.is_lines = true;
        block.is_unread = false;
        block.findings.clear();
        block.length = 0;
        if self.is_done {
            return Ok(false);
        }
        let end = self.read_lines(block)?;
        let bytes = &mut block.bytes;
        if end > self.longest
            && let Some(offset) = too_long(&bytes[..end], self.longest)
        {
            return Err(Stop::TooLong(self.start + offset));
        }
        self.is_blank = self.is_blank && encoding::is_blank(&bytes[..end]);
        if self.is_done && self.is_blank && !block.is_unread {
            block.is_unread = true;
            block.findings.push(encoding::empty(self.document));
        }
        self.start += end;
        if bytes.len() < end + PADDING {
            bytes.resize(end + PADDING, 0);
        }
        bytes[end..end + PADDING].fill(0);
        block.length = end;
        Ok(end > 0 || !block.findings.is_empty())
    }

    /// Reads until there are whole lines or the file ends. Where they end in the bytes of the block; what was read beyond
    /// is the rest.
    fn read_lines(&mut self, block: &mut Block) -> Result<usize, Stop> {
        let bytes = &mut block.bytes;
        let mut length = self.rest.len();
        let mut searched = 0;
        if bytes.len() < length {
            bytes.resize(length, 0);
        }
        bytes[..length].copy_from_slice(&self.rest);
        self.rest.clear();
        loop {
            let target = if length < self.size { self.size } else { length + self.size };
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
                if encoding::is_utf16(&bytes[..length]) {
                    block.findings.push(encoding::utf16(self.document));
                    (self.is_done, block.is_unread) = (true, true);
                    return Ok(0);
                }
                if bytes[..length].starts_with(encoding::MARK) {
                    block.findings.push(encoding::mark(self.document));
                    bytes.copy_within(encoding::MARK.len()..length, 0);
                    length -= encoding::MARK.len();
                }
            }
            if self.is_done {
                return Ok(length);
            }
            if let Some(feed) = memchr::memrchr(b'\n', &bytes[searched..length]) {
                let end = searched + feed + 1;
                self.rest.extend_from_slice(&bytes[end..length]);
                return Ok(end);
            }
            if length > self.longest {
                return Err(Stop::TooLong(self.start));
            }
            searched = length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Validation;

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
                let mut lines = Lines::new(text, 0, size, 100);
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
        let folder = tempfile::tempdir().unwrap();
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
        #[expect(clippy::disallowed_methods, reason = "a test makes its own input")]
        for name in ["a.ndjson", "b.ndjson"] {
            std::fs::write(folder.path().join(name), &text).unwrap();
        }
        let told = |validation: Validation<'_>| {
            let report = validation.run([folder.path()]).unwrap();
            let mut text = Vec::new();
            let json = standpoint_report::Renderer::by_name("json").unwrap();
            json.write(&report, standpoint_report::Style::default(), &mut text).unwrap();
            String::from_utf8(text).unwrap()
        };
        let kept = told(Validation::new());
        assert!(kept.contains("duplicate-id") && kept.contains("invalid-json"));
        for block in (1..400).step_by(3).chain([1000, 3000]) {
            let mut validation = Validation::new().in_memory_limit(0).threads(1 + block % 3);
            validation.block = block;
            assert!(told(validation) == kept, "{block}");
        }
    }
}
