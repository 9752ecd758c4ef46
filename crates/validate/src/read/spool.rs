//! Standard input, which comes only once, kept so that it can be read again.

use std::{
    io::{self, Read, Seek, SeekFrom, Write},
    sync::{Arc, Mutex, PoisonError},
};

use tempfile::SpooledTempFile;

/// How many bytes are kept in memory. Of more, all are kept in a temporary file that has no name, so that nothing is
/// left of it however the process ends.
const IN_MEMORY: usize = 8 << 20;

/// Input that comes only once, and what came of it.
pub(crate) struct Spool(Arc<Mutex<Spooled>>);

struct Spooled {
    input: Box<dyn Read + Send>,
    kept: SpooledTempFile,
    /// How many bytes came.
    length: u64,
}

/// That what came could not be kept, and why.
#[derive(Debug, thiserror::Error)]
#[error("it cannot be kept in a temporary file: {0}")]
pub(crate) struct NotKept(pub(crate) io::Error);

impl Spooled {
    fn keep(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.kept.seek(SeekFrom::End(0))?;
        self.kept.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }
}

/// Reads it from the start, first what was kept and then, keeping it, what is still to come.
pub(crate) struct SpoolReader {
    spooled: Arc<Mutex<Spooled>>,
    at: u64,
}

impl Spool {
    pub(crate) fn new(input: impl Read + Send + 'static) -> Self {
        let kept = SpooledTempFile::new(IN_MEMORY);
        Self(Arc::new(Mutex::new(Spooled { input: Box::new(input), kept, length: 0 })))
    }

    pub(crate) fn reader(&self) -> SpoolReader {
        SpoolReader { spooled: Arc::clone(&self.0), at: 0 }
    }
}

impl Read for SpoolReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut spooled = self.spooled.lock().unwrap_or_else(PoisonError::into_inner);
        let read = if self.at < spooled.length {
            let kept = &mut spooled.kept;
            let read = kept.seek(SeekFrom::Start(self.at)).and_then(|_| kept.read(buffer));
            read.map_err(|cause| io::Error::other(NotKept(cause)))?
        } else {
            let read = spooled.input.read(buffer)?;
            spooled.keep(&buffer[..read]).map_err(|cause| io::Error::other(NotKept(cause)))?;
            read
        };
        self.at += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_once_is_read_again_by_whoever_comes_when() {
        // More than is kept in memory.
        let input: Vec<u8> = (0..=250).flat_map(|byte| [byte; 7]).cycle().take(IN_MEMORY + 100_000).collect();
        let spool = Spool::new(io::Cursor::new(input.clone()));
        let mut half = Vec::new();
        spool.reader().take(1000).read_to_end(&mut half).unwrap();
        assert_eq!(half, input[..1000]);
        let (mut one, mut other) = (spool.reader(), spool.reader());
        let (mut first, mut second) = (vec![0; 5000], vec![0; 700]);
        one.read_exact(&mut first).unwrap();
        other.read_exact(&mut second).unwrap();
        one.read_to_end(&mut first).unwrap();
        other.read_to_end(&mut second).unwrap();
        assert!(first == input && second == input);
    }
}
