//! Standard input, which comes only once, kept so that it can be read again.

use std::{
    io::{self, Read},
    sync::{Arc, Mutex, PoisonError},
};

use crate::read::temporary::TemporaryFile;

/// How many bytes are kept in memory.
const IN_MEMORY: usize = 8 << 20;

/// Input that comes only once, and what came of it.
pub(crate) struct Spool(Arc<Mutex<Spooled>>);

struct Spooled {
    input: Box<dyn Read + Send>,
    kept: TemporaryFile,
}

/// That what came could not be kept, and why.
#[derive(Debug, thiserror::Error)]
#[error("it cannot be kept in a temporary file: {0}")]
pub(crate) struct NotKept(pub(crate) io::Error);

/// Reads it from the start, first what was kept and then, keeping it, what is still to come.
pub(crate) struct SpoolReader {
    spooled: Arc<Mutex<Spooled>>,
    at: u64,
}

impl Spool {
    pub(crate) fn new(input: impl Read + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Spooled { input: Box::new(input), kept: TemporaryFile::new(IN_MEMORY) })))
    }

    pub(crate) fn reader(&self) -> SpoolReader {
        SpoolReader { spooled: Arc::clone(&self.0), at: 0 }
    }
}

impl Read for SpoolReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut spooled = self.spooled.lock().unwrap_or_else(PoisonError::into_inner);
        let not_kept = |cause| io::Error::other(NotKept(cause));
        let kept = spooled.kept.length() - self.at;
        let read = if kept > 0 {
            let read = usize::try_from(kept).unwrap_or(usize::MAX).min(buffer.len());
            spooled.kept.read(self.at, &mut buffer[..read]).map_err(not_kept)?;
            read
        } else {
            let read = spooled.input.read(buffer)?;
            spooled.kept.append(&buffer[..read]).map_err(not_kept)?;
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
