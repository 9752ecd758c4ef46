//! What is written first and read later, without being kept in memory.

use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom, Write as _};

use tempfile::SpooledTempFile;

/// How many bytes memory holds, unless somebody says otherwise. If there are more, all are kept in a temporary file that has
/// no name, so that nothing is left of it however the process ends.
const IN_MEMORY: usize = 4 << 20;

/// A file that nobody else sees, and that goes when this does.
pub(crate) struct TemporaryFile {
    file: SpooledTempFile,
    length: u64,
}

impl Default for TemporaryFile {
    fn default() -> Self {
        Self::new(IN_MEMORY)
    }
}

impl TemporaryFile {
    /// A file of which memory holds so many bytes; of more, none.
    pub(crate) fn new(in_memory: usize) -> Self {
        Self { file: SpooledTempFile::new(in_memory), length: 0 }
    }

    /// How many bytes were written.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Writes these bytes behind all others, and says where they begin.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let at = self.length;
        self.file.seek(SeekFrom::Start(at))?;
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(at)
    }

    /// The bytes that begin here and fill `buffer`.
    pub(crate) fn read(&mut self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(buffer)
    }

    /// Reads on from here, so many bytes at a time.
    pub(crate) fn reader(&mut self, at: u64, size: usize) -> io::Result<BufReader<&mut SpooledTempFile>> {
        self.file.seek(SeekFrom::Start(at))?;
        Ok(BufReader::with_capacity(size, &mut self.file))
    }
}
