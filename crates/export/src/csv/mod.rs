//! Comma-separated values: a Frictionless data package.

mod cell;
mod package;

use std::{
    fs::File,
    io::{self, Write as _},
    path::Path,
};

use csv::{Terminator, Writer, WriterBuilder};

use crate::{
    Format, Records, Write,
    tables::{Cell, Table, write_rows},
};

pub(crate) const FORMAT: Format = Format {
    name: "csv",
    summary: "a Frictionless data package: one table a kind, tables of links, types and keys",
    extension: "",
    media_type: "text/csv",
    docs: include_str!("../../docs/csv.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::Folder(write),
    read: None,
};

fn write(records: Records<'_>, folder: &Path) -> io::Result<()> {
    let package = package::package(records.manifest());
    let mut file = File::create_new(folder.join(package::FILE_NAME))?;
    writeln!(file, "{package:#}")?;
    let mut files = Files::create(folder)?;
    for record in records {
        write_rows(&*record?, |table, cells| files.append(table, cells))?;
    }
    files.finish()
}

/// One file a table, in the order of the tables.
struct Files(Vec<Writer<File>>);

impl Files {
    fn create(folder: &Path) -> io::Result<Self> {
        let files = Table::all().iter().map(|table| {
            let file = File::create_new(folder.join(package::file_name(table)))?;
            let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(file);
            writer.write_record(table.columns.iter().map(|column| &column.name))?;
            Ok(writer)
        });
        files.collect::<io::Result<_>>().map(Self)
    }

    fn append(&mut self, table: usize, cells: &[Cell<'_>]) -> io::Result<()> {
        let writer = &mut self.0[table];
        for cell in cells {
            writer.write_field(cell::written(cell).as_ref())?;
        }
        writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.0.iter_mut().try_for_each(Writer::flush)
    }
}
