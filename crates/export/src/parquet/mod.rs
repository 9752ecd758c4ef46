//! Parquet: one file a kind, lists and objects nested in its rows.

mod columns;
mod file_name;
mod read;
mod rows;

use std::{
    borrow::Cow,
    fs::File,
    io::{self, Write as _},
    mem,
    path::Path,
};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::{EnabledStatistics, WriterProperties},
};
use rayon::prelude::*;
use standpoint_model::{Kind, Record, shape::Shape};

use crate::{Format, Records, Write, failure::cause, format::LIST};
use rows::Rows;

pub(crate) const FORMAT: Format = Format {
    name: "parquet",
    summary: "a folder of columns, one file a kind, with lists nested: DuckDB, Polars, pandas, Spark",
    extension: "",
    media_type: "application/vnd.apache.parquet",
    docs: include_str!("../../docs/parquet.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::Folder(write),
    read: Some(read::read),
};

/// What keeps the memory for an export from growing with it.
#[derive(Clone, Copy)]
struct Limits {
    /// How many bytes of rows of all kinds are held before groups of them are written.
    held: usize,
    /// How many groups a file has at most. What a file says of its groups is kept until it ends.
    groups: usize,
}

const LIMITS: Limits = Limits { held: 64 << 20, groups: 64 };

/// The bytes of distinct values after which a dictionary is given up.
const DICTIONARY: usize = 128 << 10;

fn write(records: Records<'_>, folder: &Path) -> io::Result<()> {
    write_within(LIMITS, records, folder)
}

fn write_within(limits: Limits, mut records: Records<'_>, folder: &Path) -> io::Result<()> {
    let files = Shape::all().map(|shape| KindFile::create(shape, folder));
    let mut files: Vec<KindFile> = files.collect::<io::Result<_>>()?;
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            files.par_iter_mut().try_for_each(|file| file.finish(limits))?;
            return list(&files, folder);
        }
        files.par_iter_mut().try_for_each(|file| file.append(&batch))?;
        if files.iter().map(|file| file.bytes).sum::<usize>() > limits.held {
            let is_large = |file: &&mut KindFile| file.bytes > limits.held / Kind::ALL.len();
            files.par_iter_mut().filter(is_large).try_for_each(|file| file.write_group(limits))?;
        }
    }
}

/// Lists the files, if there are more than one a kind, so that a later export may replace them.
fn list(files: &[KindFile], folder: &Path) -> io::Result<()> {
    if files.iter().all(|file| file.number == 1) {
        return Ok(());
    }
    let mut list = File::create_new(folder.join(LIST))?;
    writeln!(list, "{LIST}")?;
    for file in files {
        for number in 1..=file.number {
            writeln!(list, "{}", file_name::of(file.shape.kind, number))?;
        }
    }
    Ok(())
}

/// The file of the records of one kind, or the last of several.
struct KindFile<'a> {
    shape: &'static Shape,
    folder: &'a Path,
    /// Which file of its kind it is, from 1.
    number: usize,
    rows: Rows,
    /// Rows that have been made columns, and how many bytes they take.
    held: Vec<RecordBatch>,
    bytes: usize,
    writer: ArrowWriter<File>,
}

impl<'a> KindFile<'a> {
    fn create(shape: &'static Shape, folder: &'a Path) -> io::Result<Self> {
        let rows = Rows::of(shape)?;
        let writer = writer(&folder.join(file_name::of(shape.kind, 1)), rows.schema())?;
        Ok(Self { shape, folder, number: 1, rows, held: Vec::new(), bytes: 0, writer })
    }

    /// Takes those of `records` that are of its kind.
    fn append(&mut self, records: &[Cow<'_, Record>]) -> io::Result<()> {
        for record in records.iter().filter(|record| record.kind() == self.shape.kind) {
            self.rows.push(record)?;
            if self.rows.are_enough() {
                self.hold_rows()?;
            }
        }
        Ok(())
    }

    fn hold_rows(&mut self) -> io::Result<()> {
        let rows = self.rows.take()?;
        self.bytes += rows.get_array_memory_size();
        self.held.push(rows);
        Ok(())
    }

    /// Writes the rows that are held as a group of the file, or of the next one.
    fn write_group(&mut self, limits: Limits) -> io::Result<()> {
        if self.writer.flushed_row_groups().len() >= limits.groups {
            self.number += 1;
            let path = self.folder.join(file_name::of(self.shape.kind, self.number));
            mem::replace(&mut self.writer, writer(&path, self.rows.schema())?).close().map_err(cause)?;
        }
        for rows in self.held.drain(..) {
            self.writer.write(&rows).map_err(cause)?;
        }
        self.bytes = 0;
        self.writer.flush().map_err(cause)
    }

    fn finish(&mut self, limits: Limits) -> io::Result<()> {
        self.hold_rows()?;
        self.write_group(limits)?;
        self.writer.finish().map(drop).map_err(cause)
    }
}

fn writer(path: &Path, schema: SchemaRef) -> io::Result<ArrowWriter<File>> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        // A group ends when it is written.
        .set_max_row_group_row_count(None)
        .set_dictionary_page_size_limit(DICTIONARY)
        .build();
    ArrowWriter::try_new(File::create_new(path)?, schema, Some(properties)).map_err(cause)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use standpoint_files::{Existing, write_folder};
    use standpoint_model::{Dataset, Record};

    use super::{LIST, Limits, Records, read::read, write, write_within};
    fn sources() -> Dataset {
        let records = (0..10_000).map(|number| {
            let id = format!("source/s{number:05}");
            let source = serde_json::json!({ "kind": "source", "id": id, "type": "report", "title": "A report" });
            serde_json::from_value::<Record>(source).unwrap()
        });
        Dataset::new(records).unwrap()
    }

    #[test]
    fn many_groups_are_several_files_that_read_back_and_are_replaced_as_one() {
        let (dataset, parent) = (sources(), tempfile::tempdir().unwrap());
        let folder = parent.path().join("columns");
        let names = || {
            let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.filter(|name| name.starts_with("source") || name == LIST).collect::<BTreeSet<String>>()
        };
        let limits = Limits { held: 1, groups: 3 };
        write_folder(&folder, Existing::Own(LIST), |folder| write_within(limits, Records::of(&dataset), folder))
            .unwrap();
        let several = ["source.parquet", "source-2.parquet", "source-3.parquet", "source-4.parquet", LIST];
        assert_eq!(names(), BTreeSet::from(several.map(str::to_owned)));
        let back: Vec<Record> =
            read(&folder).unwrap().into_iter().map(|record| serde_json::from_value(record).unwrap()).collect();
        assert_eq!(back, dataset.all_records());

        fs::remove_file(folder.join("source-2.parquet")).unwrap();
        assert!(read(&folder).unwrap_err().to_string().contains("source-2.parquet"));

        write_folder(&folder, Existing::Own(LIST), |folder| write(Records::of(&dataset), folder)).unwrap();
        assert_eq!(names(), BTreeSet::from(["source.parquet".to_owned()]));
    }
}
