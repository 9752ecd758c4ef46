//! Traces that memory does not hold: runs of them in order, written to the disk.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    io,
    marker::PhantomData,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{read::temporary::TemporaryFile, rules::trace::Trace};

/// How many bytes of a run are read at a time.
const READ: u64 = 1 << 15;

/// Where runs are written.
#[derive(Clone)]
pub(crate) struct Runs {
    file: Arc<Mutex<TemporaryFile>>,
    /// How many bytes of each log memory holds.
    in_memory: usize,
}

/// Traces in order, each of a key and an order of its own, on the disk.
pub(crate) struct Run {
    runs: Runs,
    /// The bytes of the file that it is.
    at: u64,
    length: u64,
}

impl Runs {
    /// Runs of logs of which memory holds so many bytes each.
    pub(crate) fn new(in_memory: usize) -> Self {
        Self { file: Arc::default(), in_memory }
    }

    /// How many traces of a log memory holds.
    pub(crate) fn in_memory<T>(&self) -> usize {
        self.in_memory / size_of::<T>()
    }

    /// Forgets all that was written. No run may be left.
    pub(crate) fn clear(&self) {
        *self.file() = TemporaryFile::default();
    }

    fn file(&self) -> MutexGuard<'_, TemporaryFile> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes traces, which are in order.
    pub(crate) fn write<T: Trace>(&self, traces: &[T]) -> io::Result<Run> {
        let mut bytes = Vec::new();
        append(traces, &mut bytes)?;
        let at = self.file().append(&bytes)?;
        Ok(Run { runs: self.clone(), at, length: bytes.len() as u64 })
    }
}

/// Appends what is written of traces.
pub(crate) fn append<T: Trace>(traces: &[T], bytes: &mut Vec<u8>) -> io::Result<()> {
    for trace in traces {
        *bytes = postcard::to_extend(trace, std::mem::take(bytes)).map_err(io::Error::other)?;
    }
    Ok(())
}

/// Gives `take` all traces that were written as these bytes.
pub(crate) fn read<T: Trace>(mut bytes: &[u8], mut take: impl FnMut(T)) -> io::Result<()> {
    while !bytes.is_empty() {
        let trace;
        (trace, bytes) = postcard::take_from_bytes(bytes).map_err(io::Error::other)?;
        take(trace);
    }
    Ok(())
}

impl Run {
    /// Where this one was written, and others may be.
    pub(crate) fn runs(&self) -> Runs {
        self.runs.clone()
    }

    fn reader<T>(&self) -> Reader<'_, T> {
        Reader { run: self, read: 0, bytes: Vec::new(), at: 0, traces: PhantomData }
    }
}

/// Reads a run.
struct Reader<'r, T> {
    run: &'r Run,
    /// How many bytes of the run have been read, the last of which these are, and how many of them have been used.
    read: u64,
    bytes: Vec<u8>,
    at: usize,
    traces: PhantomData<T>,
}

impl<T: Trace> Reader<'_, T> {
    fn next(&mut self) -> io::Result<Option<T>> {
        loop {
            match postcard::take_from_bytes(&self.bytes[self.at..]) {
                Ok((trace, rest)) => {
                    self.at = self.bytes.len() - rest.len();
                    return Ok(Some(trace));
                }
                Err(_) if self.read < self.run.length => self.read_on()?,
                Err(_) if self.at == self.bytes.len() => return Ok(None),
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    fn read_on(&mut self) -> io::Result<()> {
        self.bytes.drain(..self.at);
        self.at = 0;
        let (kept, more) = (self.bytes.len(), READ.min(self.run.length - self.read));
        self.bytes.resize(kept + usize::try_from(more).map_err(io::Error::other)?, 0);
        self.run.runs.file().read(self.run.at + self.read, &mut self.bytes[kept..])?;
        self.read += more;
        Ok(())
    }
}

/// Gives `visit` the traces of several runs in order.
pub(crate) fn merge<T: Trace>(runs: &[Run], mut visit: impl FnMut(T) -> io::Result<()>) -> io::Result<()> {
    let mut readers: Vec<Reader<'_, T>> = runs.iter().map(Run::reader).collect();
    let mut waiting: Vec<Option<T>> = Vec::with_capacity(readers.len());
    for reader in &mut readers {
        waiting.push(reader.next()?);
    }
    let place = |trace: &T, reader: usize| Reverse((trace.key(), trace.order(), reader));
    let places = waiting.iter().enumerate().filter_map(|(reader, trace)| Some(place(trace.as_ref()?, reader)));
    let mut places: BinaryHeap<_> = places.collect();
    while let Some(mut first) = places.peek_mut() {
        let Reverse((.., reader)) = *first;
        let next = readers[reader].next()?;
        if let Some(next) = &next {
            *first = place(next, reader);
        } else {
            std::collections::binary_heap::PeekMut::pop(first);
        }
        if let Some(trace) = std::mem::replace(&mut waiting[reader], next) {
            visit(trace)?;
        }
    }
    Ok(())
}
