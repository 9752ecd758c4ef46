//! Parquet: one file a kind, lists and objects nested in its rows.

mod columns;
mod read;
mod rows;

use std::{borrow::Cow, fs::File, io, path::Path};

use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};
use rayon::prelude::*;
use standpoint_model::{Kind, Record};

use crate::{Format, Records, Write, shape::Shape};
use rows::Rows;

pub(crate) const FORMAT: Format = Format {
    name: "parquet",
    summary: "a folder of columns, one file a kind, with lists nested: DuckDB, Polars, pandas, Spark",
    extension: "",
    media_type: "application/vnd.apache.parquet",
    docs: include_str!("../../docs/parquet.md"),
    losses: &[],
    streams: true,
    write: Write::Folder(write),
    read: Some(read::read),
};

/// How many rows are gathered before they are encoded: what the cache of a processor holds.
const BATCH: usize = 1024;

/// What is held of a file before it is written: rows, and their bytes once encoded. Nine files may be open.
const ROWS: usize = 1 << 17;
const BYTES: usize = 32 << 20;

/// The bytes of distinct values after which a dictionary is given up: much more, and there are about two hundred columns.
const DICTIONARY: usize = 128 << 10;

fn write(mut records: Records<'_>, folder: &Path) -> io::Result<()> {
    let files = Shape::all().iter().map(|shape| KindFile::create(shape, folder));
    let mut files: Vec<KindFile> = files.collect::<io::Result<_>>()?;
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            return files.into_par_iter().try_for_each(KindFile::finish);
        }
        files.par_iter_mut().try_for_each(|file| file.append(&batch))?;
    }
}

/// The file of the records of one kind.
struct KindFile {
    kind: Kind,
    rows: Rows,
    writer: ArrowWriter<File>,
}

impl KindFile {
    fn create(shape: &'static Shape, folder: &Path) -> io::Result<Self> {
        let mut rows = Rows::of(shape)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(ROWS))
            .set_max_row_group_bytes(Some(BYTES))
            .set_dictionary_page_size_limit(DICTIONARY)
            .build();
        let file = File::create_new(folder.join(file_name(shape.kind)))?;
        let writer = ArrowWriter::try_new(file, rows.take()?.schema(), Some(properties))?;
        Ok(Self { kind: shape.kind, rows, writer })
    }

    /// Appends those of `records` that are of its kind.
    fn append(&mut self, records: &[Cow<'_, Record>]) -> io::Result<()> {
        for record in records.iter().filter(|record| record.kind() == self.kind) {
            self.rows.push(record)?;
            if self.rows.len() == BATCH {
                self.writer.write(&self.rows.take()?)?;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.writer.write(&self.rows.take()?)?;
        self.writer.close()?;
        Ok(())
    }
}

fn file_name(kind: Kind) -> String {
    format!("{kind}.parquet")
}
