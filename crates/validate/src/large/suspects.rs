//! The records that may offend against a rule together with others, kept on the disk.
//!
//! There may be as many of them as there are records, so memory holds no more than some of them at a time. The text of each
//! is written down once, and for each group that it is in a row: by relation, the group and where its text is. In the end
//! the rows of a relation are sorted, a part of them at a time, and the groups are looked at some at a time.

use std::{
    io::{self, Read as _},
    sync::Mutex,
};

use hashbrown::{HashMap, HashSet};
use standpoint_model::Record;

use super::ledger::RELATIONS;
use crate::{
    dataset::entry::Entry,
    diagnose::{exact, refusals::Refusals},
    read::{extent::Extent, stretch::Stretch, temporary::TemporaryFile},
    share::locked,
};

/// How many bytes a thread gathers before it writes them down.
const GATHERED: usize = 1 << 18;

/// How many bytes are read at a time: of what is read from its beginning to its end, and of texts that stand here and there.
const READ: usize = 1 << 16;
const READ_OF_SCATTERED: usize = 1 << 12;

/// How many rows are sorted at a time.
const SORTED: u64 = 1 << 20;

/// A row: the key of a group and where the text of a record in it is, if any has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    pub(super) group: u64,
    pub(super) at: u64,
}

impl Row {
    const SIZE: usize = 16;
    /// Where no text is.
    pub(super) const NOWHERE: u64 = u64::MAX;

    fn write(self, to: &mut Vec<u8>) {
        to.extend_from_slice(&self.group.to_le_bytes());
        to.extend_from_slice(&self.at.to_le_bytes());
    }

    fn read(bytes: [u8; Self::SIZE]) -> Self {
        let [group, at] = [0, 8].map(|from| u64::from_le_bytes(std::array::from_fn(|byte| bytes[from + byte])));
        Self { group, at }
    }
}

/// The text of a record, and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Suspect {
    pub(super) document: usize,
    /// The block that it is in, and how much text stands before it there.
    pub(super) block: usize,
    pub(super) before: Extent,
    /// Where the text begins in the document.
    pub(super) start: usize,
    /// Whether no record before it has its id.
    pub(super) is_first: bool,
    pub(super) text: String,
}

impl Suspect {
    const HEAD: usize = 33;

    fn write(&self, to: &mut Vec<u8>) {
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        to.extend_from_slice(&short(self.document));
        to.extend_from_slice(&short(self.block));
        to.extend_from_slice(&short(self.before.lines));
        to.extend_from_slice(&short(self.before.columns));
        to.extend_from_slice(&(self.start as u64).to_le_bytes());
        to.push(u8::from(self.is_first));
        to.extend_from_slice(&(self.text.len() as u64).to_le_bytes());
        to.extend_from_slice(self.text.as_bytes());
    }

    fn read(from: &mut impl io::Read) -> io::Result<Self> {
        let mut head = [0; Self::HEAD];
        from.read_exact(&mut head)?;
        let short = |at: usize| u32::from_le_bytes(std::array::from_fn(|byte| head[at + byte]));
        let long = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| head[at + byte]));
        let size = |number: u64| usize::try_from(number).map_err(io::Error::other);
        let mut text = vec![0; size(long(25))?];
        from.read_exact(&mut text)?;
        Ok(Self {
            document: size(short(0).into())?,
            block: size(short(4).into())?,
            before: Extent { lines: size(short(8).into())?, columns: size(short(12).into())? },
            start: size(long(16))?,
            is_first: head[24] == 1,
            text: String::from_utf8(text).map_err(io::Error::other)?,
        })
    }

    /// The record, if it is one after all.
    pub(super) fn entry(&self) -> Option<Entry> {
        let record = Stretch { text: &self.text, document: self.document, start: self.start }.trimmed();
        let read = serde_json::from_str::<Record>(record.text).ok();
        let read = read.or_else(|| exact::examined(record, &mut Refusals::default()))?;
        Some(Entry { record: read, document: self.document, bytes: record.bytes(), is_first: self.is_first })
    }
}

/// All suspects.
#[derive(Default)]
pub(super) struct Suspects {
    texts: Mutex<TemporaryFile>,
    rows: [Mutex<TemporaryFile>; RELATIONS],
    /// Where the texts of the sources are, by the hashes of their ids.
    sources: Mutex<HashMap<u64, u64>>,
}

/// What a thread adds to them.
#[derive(Default)]
pub(super) struct Batch {
    texts: Vec<u8>,
    rows: [Vec<Row>; RELATIONS],
    sources: Vec<(u64, u64)>,
}

impl Batch {
    /// Adds a record that is in these groups: each a relation by its place, and the key of the group. `source` is the hash
    /// of its id, if it is a source that others may look up.
    pub(super) fn add(&mut self, suspect: &Suspect, groups: &[(usize, u64)], source: Option<u64>) {
        let at = self.texts.len() as u64;
        suspect.write(&mut self.texts);
        for &(relation, group) in groups {
            self.rows[relation].push(Row { group, at });
        }
        self.sources.extend(source.map(|source| (source, at)));
    }

    pub(super) fn is_full(&self) -> bool {
        self.texts.len() >= GATHERED
    }
}

impl Suspects {
    /// Takes what a thread gathered, and leaves it with nothing.
    pub(super) fn take(&self, batch: &mut Batch) -> io::Result<()> {
        let base = locked(&self.texts).append(&batch.texts)?;
        batch.texts.clear();
        locked(&self.sources).extend(batch.sources.drain(..).map(|(source, at)| (source, at + base)));
        let mut bytes = Vec::new();
        for (relation, rows) in batch.rows.iter_mut().enumerate().filter(|(_, rows)| !rows.is_empty()) {
            bytes.clear();
            rows.drain(..).for_each(|row| Row { at: row.at + base, ..row }.write(&mut bytes));
            locked(&self.rows[relation]).append(&bytes)?;
        }
        Ok(())
    }

    /// Adds groups of a relation in which there may be no record that could be read.
    pub(super) fn add_groups(&self, relation: usize, groups: impl IntoIterator<Item = u64>) -> io::Result<()> {
        let mut bytes = Vec::new();
        groups.into_iter().for_each(|group| Row { group, at: Row::NOWHERE }.write(&mut bytes));
        locked(&self.rows[relation]).append(&bytes)?;
        Ok(())
    }

    /// Gives `visit` the rows of a relation in order, some at a time: all of a group together.
    pub(super) fn visit_rows(
        &self,
        relation: usize,
        mut visit: impl FnMut(&[Row]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut file = locked(&self.rows[relation]);
        let count = file.length() / Row::SIZE as u64;
        let parts = count.div_ceil(SORTED).max(1);
        for part in 0..parts {
            let mut written = file.reader(0, READ)?;
            let mut rows = Vec::new();
            for _ in 0..count {
                let mut bytes = [0; Row::SIZE];
                written.read_exact(&mut bytes)?;
                let row = Row::read(bytes);
                // Groups are hashes, so that each part has about as many of them; where a relation has few groups, they are numbers.
                if row.group.wrapping_mul(0x9E37_79B9_7F4A_7C15) % parts == part {
                    rows.push(row);
                }
            }
            rows.sort_unstable();
            rows.dedup();
            visit(&rows)?;
        }
        Ok(())
    }

    /// The records whose texts are at these places.
    pub(super) fn load(&self, places: &[u64]) -> io::Result<Vec<Suspect>> {
        let mut at = places.first().copied().unwrap_or_default();
        let mut texts = locked(&self.texts);
        let mut file = texts.reader(at, READ_OF_SCATTERED)?;
        let mut found = Vec::with_capacity(places.len());
        for &place in places {
            file.seek_relative(place.cast_signed() - at.cast_signed())?;
            let suspect = Suspect::read(&mut file)?;
            at = place + (Suspect::HEAD + suspect.text.len()) as u64;
            found.push(suspect);
        }
        Ok(found)
    }

    /// Where the text of a source is, by the hash of its id.
    pub(super) fn source(&self, id: u64) -> Option<u64> {
        locked(&self.sources).get(&id).copied()
    }

    /// Gives `visit` each record that begins where one of those does that are `wanted`.
    pub(super) fn visit_wanted(
        &self,
        wanted: &HashSet<(usize, usize)>,
        mut visit: impl FnMut(Suspect),
    ) -> io::Result<()> {
        let mut texts = locked(&self.texts);
        let length = texts.length();
        let mut file = texts.reader(0, READ)?;
        let mut at = 0;
        while at < length && !wanted.is_empty() {
            let suspect = Suspect::read(&mut file)?;
            at += (Suspect::HEAD + suspect.text.len()) as u64;
            let record = Stretch { text: &suspect.text, document: suspect.document, start: suspect.start }.trimmed();
            if wanted.contains(&(suspect.document, record.start)) {
                visit(suspect);
            }
        }
        Ok(())
    }
}
