//! Tables from files and from bytes in memory.

use std::path::{Path, PathBuf};

use standpoint_report::{Document, Finding, Place};
use standpoint_sources::decode;
use standpoint_validate::{files_below, read_file};

use crate::{
    TablesError,
    codes::GUESSED_ENCODING,
    map,
    table::{Table, Writer},
    text, workbook,
};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 30;

/// The description of a package of tables.
const PACKAGE: &str = "datapackage.json";

/// Tables, as they were read.
///
/// A table is called after a kind of record, or after a list within records: `actor` or `Actors`, `event_participants`. A table of
/// another name has a column `kind`, or whole ids. Its first row names the columns.
#[derive(Debug)]
pub struct Tables {
    /// What they were read from.
    pub(crate) path: PathBuf,
    pub(crate) documents: Vec<Document>,
    pub(crate) all: Vec<Table>,
    pub(crate) findings: Vec<Finding>,
}

impl Tables {
    fn none(path: &Path) -> Self {
        Self { path: path.into(), documents: Vec::new(), all: Vec::new(), findings: Vec::new() }
    }

    /// Reads a file of comma-separated values, or all of them (`.csv`, `.tsv`) in a folder; cells may be separated by commas,
    /// semicolons, tabs or bars. An encoding other than UTF-8 is known by its mark, or guessed, of which a warning tells.
    ///
    /// # Errors
    ///
    /// [`TablesError`] if a file cannot be read, or if there are none.
    pub fn csv(path: &Path) -> Result<Self, TablesError> {
        let mut tables = Self::none(path);
        if !path.is_dir() {
            let writer = writer(path.parent().unwrap_or(Path::new("")));
            tables.add_csv(path, &read_file(path, LARGEST)?, writer);
            return Ok(tables);
        }
        let writer = writer(path);
        let is_table = |file: &PathBuf| {
            let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            file.parent() == Some(path) && matches!(ending.as_deref(), Some("csv" | "tsv"))
        };
        for file in files_below(path)?.into_iter().filter(is_table) {
            tables.add_csv(&file, &read_file(&file, LARGEST)?, writer);
        }
        if tables.all.is_empty() {
            return Err(TablesError::Empty { path: path.into() });
        }
        Ok(tables)
    }

    /// Reads comma-separated values that are held in memory, as [`Self::csv`] does. Places are told by `name`, and the table is called
    /// as a file of this name is.
    ///
    /// # Errors
    ///
    /// None today; a later version may refuse some.
    pub fn csv_bytes(name: impl Into<PathBuf>, bytes: &[u8]) -> Result<Self, TablesError> {
        let name = name.into();
        let mut tables = Self::none(&name);
        tables.add_csv(&name, bytes, Writer::Other);
        Ok(tables)
    }

    /// Reads a workbook: `.xlsx`, `.xlsm`, whose macros are never run, or `.ods`. Of a formula the value is taken that the workbook holds.
    ///
    /// # Errors
    ///
    /// [`TablesError`] if the file cannot be read, is no workbook, has a password or is too large.
    pub fn workbook(path: &Path) -> Result<Self, TablesError> {
        Self::workbook_bytes(path, &read_file(path, LARGEST)?)
    }

    /// Reads a workbook that is held in memory, as [`Self::workbook`] does. Places are told by `name`.
    ///
    /// # Errors
    ///
    /// Those of [`Self::workbook`].
    pub fn workbook_bytes(name: impl Into<PathBuf>, bytes: &[u8]) -> Result<Self, TablesError> {
        let path = name.into();
        let mut tables = Self::none(&path);
        for sheet in workbook::sheets(&path, bytes)? {
            let (table, document, mut findings) = sheet.into_table(&path, tables.documents.len());
            // A sheet without a cell says nothing, and every new workbook has one.
            if !table.header.is_empty() {
                tables.documents.push(document);
                tables.all.push(table);
                tables.findings.append(&mut findings);
            }
        }
        // The list of all records is in workbooks that a program of ours wrote.
        if tables.all.iter().any(|table| table.name == "record") {
            tables.all.iter_mut().for_each(|table| table.writer = Writer::OwnWorkbook);
        }
        if tables.all.is_empty() {
            return Err(TablesError::Empty { path });
        }
        Ok(tables)
    }

    /// Reads where places are from a map in `GeoJSON`, as the export `geojson` is and as a geographic information system saves it. The
    /// records keep all else. A point that is rounded to seven digits has not moved; a place without a point keeps its own.
    ///
    /// # Errors
    ///
    /// [`TablesError`] if the file cannot be read, is no map or holds no places, or if a place is not one point.
    pub fn geojson(path: &Path) -> Result<Self, TablesError> {
        let mut tables = Self::none(path);
        let (table, document, findings) = map::places(path, &read_file(path, LARGEST)?)?.into_table(path, 0);
        if table.rows.is_empty() {
            return Err(TablesError::Empty { path: path.into() });
        }
        tables.all.push(table);
        tables.documents.push(document);
        tables.findings = findings;
        Ok(tables)
    }

    fn add_csv(&mut self, path: &Path, bytes: &[u8], writer: Writer) {
        let decoded = decode(bytes, None);
        let document = self.documents.len();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut table = Table::new(name, document, text::rows(&decoded.text, writer));
        table.writer = writer;
        self.all.push(table);
        self.documents.push(Document::new(path, decoded.text));
        if let Some(remark) = decoded.remark.filter(|_| !bytes.is_empty()) {
            let finding = Finding::new(&GUESSED_ENCODING, Place::bytes(document, 0..0), remark);
            self.findings.push(finding.help("look at names with accents; save the file as UTF-8 to be sure"));
        }
    }
}

/// Who wrote the tables in a folder. Our own export describes them.
fn writer(folder: &Path) -> Writer {
    let package = read_file(&folder.join(PACKAGE), LARGEST).unwrap_or_default();
    let package: serde_json::Value = serde_json::from_slice(&package).unwrap_or_default();
    let resources = package["resources"].as_array();
    let is_own = resources.is_some_and(|all| all.iter().any(|one| one["path"] == "record.csv"));
    if is_own { Writer::OwnText } else { Writer::Other }
}
