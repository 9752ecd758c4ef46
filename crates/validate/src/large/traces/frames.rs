//! A line that says which version wrote it, and frames, compressed.

use std::io::{self, BufRead, BufReader, Read, Write};

use serde::{Serialize, de::DeserializeOwned};
use standpoint_model::printable;

use crate::read::error::TracesError;

/// The beginning of a file of traces, and the version that writes it.
const BEGINNING: &str = "standpoint traces of version ";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How long a frame may be: one of traces, and one of JSON.
const FRAME_OF_TRACES: u32 = 1 << 20;
const FRAME_OF_JSON: u32 = 1 << 30;

/// Writes frames.
pub(super) struct Writer<W: Write>(zstd::Encoder<'static, W>);

impl<W: Write> Writer<W> {
    pub(super) fn new(mut to: W) -> io::Result<Self> {
        writeln!(to, "{BEGINNING}{VERSION}")?;
        let mut to = zstd::Encoder::new(to, 1)?;
        to.include_checksum(true)?;
        Ok(Self(to))
    }

    pub(super) fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.frame(&serde_json::to_vec(value)?)
    }

    pub(super) fn frame(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.0.write_all(&length.to_le_bytes())?;
        self.0.write_all(bytes)
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.frame(&[])?;
        self.0.finish()?.flush()
    }
}

/// Reads what a [`Writer`] wrote.
pub(super) struct Reader<R: Read>(zstd::Decoder<'static, BufReader<R>>);

impl<R: Read> Reader<R> {
    pub(super) fn new(from: R) -> Result<Self, TracesError> {
        let mut from = BufReader::new(from);
        let mut first_line = Vec::new();
        from.by_ref().take(100).read_until(b'\n', &mut first_line)?;
        let line = String::from_utf8_lossy(&first_line);
        let version =
            line.strip_prefix(BEGINNING).and_then(|line| line.strip_suffix('\n')).ok_or(TracesError::NoTraces)?;
        if version != VERSION {
            return Err(TracesError::OtherVersion { version: printable(version) });
        }
        Ok(Self(zstd::Decoder::with_buffer(from)?))
    }

    pub(super) fn value<T: DeserializeOwned>(&mut self) -> Result<T, TracesError> {
        serde_json::from_slice(&self.frame(FRAME_OF_JSON)?).map_err(|_| TracesError::Damaged)
    }

    /// The traces of a relation, its place before them; nothing, where all have come.
    pub(super) fn traces(&mut self) -> Result<Vec<u8>, TracesError> {
        self.frame(FRAME_OF_TRACES)
    }

    fn frame(&mut self, longest: u32) -> Result<Vec<u8>, TracesError> {
        let length = self.bytes(4)?;
        let length = u32::from_le_bytes(std::array::from_fn(|byte| length[byte]));
        if length <= longest { self.bytes(length.into()) } else { Err(TracesError::Damaged) }
    }

    /// As many bytes as there should be. No more memory is asked for than there are.
    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, TracesError> {
        let mut bytes = Vec::new();
        self.0.by_ref().take(length).read_to_end(&mut bytes).map_err(damaged)?;
        if bytes.len() as u64 == length { Ok(bytes) } else { Err(TracesError::Damaged) }
    }

    /// Nothing is left, and the checksum is right.
    pub(super) fn end(mut self) -> Result<(), TracesError> {
        if self.0.read(&mut [0]).map_err(damaged)? == 0 { Ok(()) } else { Err(TracesError::Damaged) }
    }
}

/// Tells what cannot be decompressed from what cannot be read.
fn damaged(error: io::Error) -> TracesError {
    if matches!(error.kind(), io::ErrorKind::Other | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) {
        TracesError::Damaged
    } else {
        TracesError::Io(error)
    }
}
