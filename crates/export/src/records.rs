//! The records of an export, in their order.

use std::{borrow::Cow, io, slice};

use rayon::prelude::*;
use standpoint_model::{Dataset, Kind, Manifest, Record};

use crate::Losses;

/// How many records are held to be written on all cores, and how many of them one core takes at a time.
const BATCH: usize = 1024;
const CHUNK: usize = 64;

/// How many bytes of memory are kept for what the next of such chunks is written as.
const KEPT: usize = 1 << 20;

/// The records of an export, in their order: those of a dataset, or of a stream that is read while it is written.
///
/// A format that takes them one at a time needs no more memory for ten million records than for ten.
pub struct Records<'a> {
    origin: Origin<'a>,
    losses: Option<&'a mut Losses>,
    /// Whether the export is for the public, if somebody said so.
    public: Option<bool>,
}

enum Origin<'a> {
    Dataset(&'a Dataset, slice::Iter<'a, Record>),
    Stream(Box<Stream<'a>>),
}

struct Stream<'a> {
    /// The first record, read ahead because it may be the manifest.
    first: Option<io::Result<Record>>,
    manifest: Option<Manifest>,
    rest: Box<dyn Iterator<Item = io::Result<Record>> + 'a>,
}

impl<'a> Records<'a> {
    /// All records of `dataset`, those of retracted records too, by kind and id.
    pub fn of(dataset: &'a Dataset) -> Self {
        Self::from(Origin::Dataset(dataset, dataset.all_records().iter()))
    }

    /// The records of a stream, in its own order. Nobody has checked them against one another.
    ///
    /// Formats that need the manifest find it only if it comes first. Formats that write on all cores take as many at a
    /// time as the iterator says that it has at least, so that no more are held than whoever reads them holds.
    pub fn stream(records: impl Iterator<Item = io::Result<Record>> + 'a) -> Self {
        let mut rest: Box<dyn Iterator<Item = _>> = Box::new(records);
        let first = rest.next();
        let manifest = match &first {
            Some(Ok(Record::Dataset(manifest))) => Some(manifest.clone()),
            _ => None,
        };
        Self::from(Origin::Stream(Box::new(Stream { first, manifest, rest })))
    }

    fn from(origin: Origin<'a>) -> Self {
        Self { origin, losses: None, public: None }
    }

    /// The records for an export that leaves out what is not public, as [`Dataset::public`] does, or that keeps it. If it is not
    /// said, [`Format::public`](crate::Format::public) decides.
    ///
    /// ```
    /// use standpoint_export::{Format, Records};
    /// use standpoint_model::{Dataset, Record};
    ///
    /// let minutes: Record = serde_json::from_str(
    ///     r#"{ "kind": "source", "id": "source/minutes", "type": "minutes", "title": "Minutes", "handling": "closed" }"#,
    /// )?;
    /// let dataset = Dataset::new([minutes])?;
    /// let ndjson = Format::by_name("ndjson").ok_or("no such format")?;
    /// let mut bytes = Vec::new();
    /// let records = Records::of(&dataset).public(true);
    /// let losses = ndjson.write_to(records, &mut bytes)?;
    /// assert!(bytes.is_empty());
    /// assert_eq!(losses.not_public().values().sum::<usize>(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn public(self, public: impl Into<Option<bool>>) -> Self {
        Self { public: public.into(), ..self }
    }

    /// Gives `write` the records that an export holds, and counts in `losses` what it does not. If nobody said
    /// whether it is for the public, `public_by_default` does.
    pub(crate) fn shown_in(
        self,
        public_by_default: bool,
        losses: &mut Losses,
        write: impl FnOnce(Records<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        if !self.public.unwrap_or(public_by_default) {
            return write(self.counting(losses));
        }
        let dataset = self.into_dataset()?;
        let public = dataset.public();
        losses.leave_out(&dataset, &public);
        write(Records::of(public.dataset()).counting(losses))
    }

    /// Counts in `losses` what is lost of each record that is taken.
    fn counting(self, losses: &'a mut Losses) -> Self {
        Self { losses: Some(losses), ..self }
    }

    /// How many records are left out because they are not public, and how many of these say less for it.
    pub(crate) fn not_public(&self) -> (usize, usize) {
        self.losses.as_ref().map_or((0, 0), |losses| (losses.not_public().values().sum(), losses.shortened()))
    }

    /// The manifest. Of a stream, only if it is the first record.
    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        match &self.origin {
            Origin::Dataset(dataset, _) => dataset.manifest(),
            Origin::Stream(stream) => stream.manifest.as_ref(),
        }
    }

    /// The next of them, as many as are at hand and keep all cores busy. None are left when there are none.
    pub(crate) fn next_batch(&mut self) -> io::Result<Vec<Cow<'a, Record>>> {
        let first = self.next();
        let at_hand = self.at_hand().min(BATCH);
        first.into_iter().chain(self.by_ref().take(at_hand)).collect()
    }

    /// How many can be taken without waiting for more to be read.
    fn at_hand(&self) -> usize {
        match &self.origin {
            Origin::Dataset(_, records) => records.len(),
            Origin::Stream(stream) => stream.rest.size_hint().0,
        }
    }

    /// Writes what `write` makes of each record, in the order of the records, with `separator` between them.
    pub(crate) fn write_each(
        self,
        out: &mut dyn io::Write,
        separator: &str,
        write: impl Fn(&Record, &mut Vec<u8>) -> io::Result<()> + Sync,
    ) -> io::Result<()> {
        self.write_chunks(out, separator, |records, bytes| {
            for (index, record) in records.iter().enumerate() {
                if index > 0 {
                    bytes.extend_from_slice(separator.as_bytes());
                }
                write(record, bytes)?;
            }
            Ok(())
        })
    }

    /// Writes what `write` makes of some records at a time, in the order of the records, with `separator` between.
    ///
    /// All cores make it; meanwhile what was made before is written.
    pub(crate) fn write_chunks(
        mut self,
        out: &mut dyn io::Write,
        separator: &str,
        write: impl Fn(&[Cow<'_, Record>], &mut Vec<u8>) -> io::Result<()> + Sync,
    ) -> io::Result<()> {
        let mut losses = self.losses.take();
        let declared = losses.as_ref().map_or(&[][..], |losses| losses.declared());
        let make = |(records, bytes): (&[Cow<Record>], &mut Vec<u8>)| {
            bytes.clear();
            bytes.shrink_to(KEPT);
            write(records, bytes)?;
            let mut lost = Losses::of(declared);
            for record in records {
                lost.count(record);
            }
            Ok(lost)
        };
        let (mut next, mut ready) = (Vec::new(), Vec::<Vec<u8>>::new());
        let mut before = "";
        loop {
            let batch = self.next_batch()?;
            next.resize_with(batch.len().div_ceil(CHUNK), Vec::new);
            let mut lost: io::Result<Vec<Losses>> = Ok(Vec::new());
            rayon::in_place_scope(|scope| {
                let chunks = batch.par_chunks(CHUNK).zip(&mut next);
                scope.spawn(|_| lost = chunks.map(make).collect());
                ready.iter().try_for_each(|bytes| {
                    out.write_all(before.as_bytes())?;
                    before = separator;
                    out.write_all(bytes)
                })
            })?;
            for lost in lost? {
                if let Some(losses) = &mut losses {
                    losses.add(lost);
                }
            }
            std::mem::swap(&mut next, &mut ready);
            if batch.is_empty() {
                return Ok(());
            }
        }
    }

    /// All of them at once, for formats that look records up. A stream is read to its end and kept.
    ///
    /// # Errors
    ///
    /// What reading the stream answers, or that two records share an id.
    pub(crate) fn into_dataset(mut self) -> io::Result<Cow<'a, Dataset>> {
        self.dataset_of(Kind::ALL)
    }

    /// As [`Records::into_dataset`], for formats that need some kinds alone. Others are counted and not kept, unless
    /// they are kept already.
    pub(crate) fn dataset_of(&mut self, kinds: &[Kind]) -> io::Result<Cow<'a, Dataset>> {
        if let Origin::Dataset(dataset, _) = self.origin {
            self.try_for_each(|record| record.map(drop))?;
            return Ok(Cow::Borrowed(dataset));
        }
        let is_needed =
            |record: &io::Result<_>| record.as_ref().map_or(true, |r: &Cow<Record>| kinds.contains(&r.kind()));
        let records = self.filter(is_needed).map(|record| record.map(Cow::into_owned));
        Dataset::new(records.collect::<io::Result<Vec<_>>>()?).map(Cow::Owned).map_err(io::Error::other)
    }

    /// Tells whoever asked for the export something of it as a whole.
    pub(crate) fn remark(&mut self, remark: String) {
        if let Some(losses) = &mut self.losses {
            losses.remark(remark);
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = io::Result<Cow<'a, Record>>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = match &mut self.origin {
            Origin::Dataset(_, records) => Ok(Cow::Borrowed(records.next()?)),
            Origin::Stream(stream) => stream.first.take().or_else(|| stream.rest.next())?.map(Cow::Owned),
        };
        if let (Some(losses), Ok(record)) = (&mut self.losses, &record) {
            losses.count(record);
        }
        Some(record)
    }
}
