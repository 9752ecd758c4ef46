//! Parquet: one file a kind, lists and objects nested in its rows.

mod columns;
mod read;
mod rows;

use std::{fs::File, io, path::Path};

use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};
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
const ROWS: usize = 1 << 20;
const BYTES: usize = 32 << 20;

fn write(records: Records<'_>, folder: &Path) -> io::Result<()> {
    let files = Shape::all().iter().map(|shape| KindFile::create(shape, folder));
    let mut files: Vec<KindFile> = files.collect::<io::Result<_>>()?;
    for record in records {
        let record = record?;
        // In the order of the kinds.
        files[record.kind() as usize].append(&record)?;
    }
    files.into_iter().try_for_each(KindFile::finish)
}

/// The file of the records of one kind.
struct KindFile {
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
            .build();
        let file = File::create_new(folder.join(file_name(shape.kind)))?;
        let writer = ArrowWriter::try_new(file, rows.take()?.schema(), Some(properties))?;
        Ok(Self { rows, writer })
    }

    fn append(&mut self, record: &Record) -> io::Result<()> {
        self.rows.push(record)?;
        if self.rows.len() == BATCH {
            self.writer.write(&self.rows.take()?)?;
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
