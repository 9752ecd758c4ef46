//! How far a reading has come.

/// How far the reading of a dataset has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// How many bytes were read, once decompressed.
    pub bytes: u64,
    /// How many bytes of the files were read, compressed or not.
    pub bytes_read: u64,
    /// How many bytes the files have. `None`, if standard input is among them.
    pub bytes_total: Option<u64>,
    /// Which reading of the files this is, from 0. Every one after the first looks again at what is suspect.
    pub pass: usize,
}

impl Progress {
    /// How far reading number `pass` has come, by its `bytes` once decompressed, and the bytes of the files.
    pub fn new(bytes: u64, bytes_read: u64, bytes_total: Option<u64>, pass: usize) -> Self {
        Self { bytes, bytes_read, bytes_total, pass }
    }
}
