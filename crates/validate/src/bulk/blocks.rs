//! Files in blocks of whole lines, as large as is good for the memory of the processor.

use std::io::Read;

use crate::{
    Error,
    reader::{Arrangement, RecordFile},
};

/// How many bytes are read at a time.
const BLOCK: usize = 1 << 20;

/// How many bytes more there are behind the end of a block, so that eight bytes can be looked at from anywhere in it.
pub(super) const PADDING: usize = 16;

/// Some whole lines of a file, or a file that is no file of lines.
#[derive(Default)]
pub(super) struct Block {
    /// Which of the files.
    pub(super) document: usize,
    /// Which of the blocks, counted through all files.
    pub(super) sequence: usize,
    /// The byte of the file at which it starts.
    pub(super) start: usize,
    pub(super) is_lines: bool,
    /// Whether a byte order mark stood before it, which is left out.
    pub(super) is_marked: bool,
    /// As many bytes as it has and at least [`PADDING`] more.
    bytes: Vec<u8>,
    length: usize,
}

impl Block {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Its bytes, and [`PADDING`] more that are zero.
    pub(super) fn padded(&self) -> &[u8] {
        &self.bytes[..self.length + PADDING]
    }
}

/// The blocks of files, in order.
pub(super) struct Blocks<'f> {
    files: &'f [RecordFile],
    next: usize,
    open: Option<Open>,
    sequence: usize,
    longest: usize,
    /// How many bytes were read, once decompressed.
    pub(super) read: u64,
}

struct Open {
    file: Box<dyn Read + Send>,
    document: usize,
    start: usize,
    /// What was read beyond the last whole line.
    rest: Vec<u8>,
    is_done: bool,
}

impl<'f> Blocks<'f> {
    /// The blocks of `files`, no line of which is longer than `longest` bytes.
    pub(super) fn new(files: &'f [RecordFile], longest: usize) -> Self {
        Self { files, next: 0, open: None, sequence: 0, longest, read: 0 }
    }

    /// Fills `block` with the next one, if there is one.
    pub(super) fn next(&mut self, block: &mut Block) -> Result<bool, Error> {
        loop {
            if let Some(open) = &mut self.open {
                if !open.is_done {
                    let file = &self.files[open.document];
                    if open.fill(block, file, self.longest)? {
                        block.sequence = self.sequence;
                        self.sequence += 1;
                        self.read += block.length as u64;
                        return Ok(true);
                    }
                }
                self.open = None;
            }
            let Some(file) = self.files.get(self.next) else { return Ok(false) };
            let document = self.next;
            self.next += 1;
            match file.arrangement() {
                Arrangement::Lines => {
                    let open = Open { file: file.open()?, document, start: 0, rest: Vec::new(), is_done: false };
                    self.open = Some(open);
                }
                Arrangement::Json => {
                    let mut bytes = file.bytes()?;
                    let length = bytes.len();
                    bytes.resize(length + PADDING, 0);
                    *block = Block {
                        document,
                        sequence: self.sequence,
                        start: 0,
                        is_lines: false,
                        is_marked: false,
                        bytes,
                        length,
                    };
                    self.sequence += 1;
                    self.read += length as u64;
                    return Ok(true);
                }
            }
        }
    }
}

impl Open {
    /// Reads lines into `block` until there is a block of them, or the file ends. Whether there are any.
    fn fill(&mut self, block: &mut Block, file: &RecordFile, longest: usize) -> Result<bool, Error> {
        let failed = |cause| Error::Read { path: file.path.clone(), cause };
        block.document = self.document;
        block.start = self.start;
        block.is_lines = true;
        block.is_marked = false;
        let bytes = &mut block.bytes;
        let mut length = self.rest.len();
        if bytes.len() < BLOCK + PADDING {
            bytes.resize(BLOCK + PADDING, 0);
        }
        if bytes.len() < length {
            bytes.resize(length, 0);
        }
        bytes[..length].copy_from_slice(&self.rest);
        let mut lines_end = None;
        let mut searched = 0;
        while lines_end.is_none() {
            let target = if length < BLOCK { BLOCK } else { length + BLOCK };
            if bytes.len() < target + PADDING {
                bytes.resize(target + PADDING, 0);
            }
            while length < target && !self.is_done {
                match self.file.read(&mut bytes[length..target]) {
                    Ok(0) => self.is_done = true,
                    Ok(read) => length += read,
                    Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(failed(error)),
                }
            }
            if self.start == 0 && searched == 0 && bytes[..length].starts_with("\u{FEFF}".as_bytes()) {
                bytes.copy_within("\u{FEFF}".len()..length, 0);
                length -= "\u{FEFF}".len();
                block.is_marked = true;
            }
            if self.is_done {
                lines_end = Some(length);
            } else {
                lines_end = bytes[searched..length].iter().rposition(|byte| *byte == b'\n').map(|at| searched + at + 1);
                if lines_end.is_none() && length > longest {
                    return Err(Error::RecordTooLong { path: file.path.clone(), offset: self.start, limit: longest });
                }
                searched = length;
            }
        }
        let end = lines_end.unwrap_or(length);
        self.rest.clear();
        self.rest.extend_from_slice(&bytes[end..length]);
        self.start += end;
        if bytes.len() < end + PADDING {
            bytes.resize(end + PADDING, 0);
        }
        bytes[end..end + PADDING].fill(0);
        block.length = end;
        Ok(end > 0)
    }
}
