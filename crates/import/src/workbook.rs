//! Workbooks of spreadsheet programs. Nothing in them is run.

use std::{io::Cursor, path::Path, thread};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::{
    TablesError,
    cell::{Content, of_text},
    sheet::{Sheet, dated},
};

/// The thread that reads workbooks: the library panics on some that are damaged.
pub const WORKBOOK_THREAD: &str = "standpoint-workbook";

/// The most that a workbook may unpack to, and that the text of a sheet may have, in bytes.
const LARGEST: u64 = 1 << 30;

/// How the files of programs begin that are older than XML, and those that have a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The sheets of a workbook, in their order.
pub(crate) fn sheets(path: &Path, bytes: &[u8]) -> Result<Vec<Sheet>, TablesError> {
    let malformed = |message: String| TablesError::Malformed { path: path.into(), message };
    let read = thread::scope(|scope| {
        let thread = thread::Builder::new().name(WORKBOOK_THREAD.into());
        thread.spawn_scoped(scope, || read(bytes)).ok()?.join().ok()
    });
    match read.unwrap_or_else(|| Err(Fault::Malformed("it is damaged".into()))) {
        Ok(sheets) => Ok(sheets),
        Err(Fault::Password) => Err(TablesError::Password { path: path.into() }),
        Err(Fault::TooLarge) => Err(TablesError::TooLarge { path: path.into(), limit: LARGEST }),
        Err(Fault::Malformed(message)) => Err(malformed(message)),
    }
}

/// Why a workbook cannot be read.
enum Fault {
    Password,
    TooLarge,
    Malformed(String),
}

impl Fault {
    fn of(error: impl std::fmt::Display) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Self {
        if matches!(error, XlsxError::Password) { Self::Password } else { Self::of(error) }
    }
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    if bytes.starts_with(COMPOUND) {
        return match Xlsx::new(Cursor::new(bytes)) {
            Err(XlsxError::Password) => Err(Fault::Password),
            _ => Err(Fault::Malformed("it is a workbook of Excel 97 or a file of another program".into())),
        };
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Malformed("it is no workbook".into()))?;
    let mut unpacked: u64 = 0;
    for index in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(index).map_err(Fault::of)?.size());
    }
    if unpacked > LARGEST {
        return Err(Fault::TooLarge);
    }
    let is_excel = archive.file_names().flatten().any(|name| name.starts_with("xl/"));
    if is_excel { of_excel(bytes) } else { of_open_document(bytes) }
}

fn of_excel(bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        // A chart has a sheet of its own without cells.
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut sheet = Sheet::new(&name);
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let code = format.map_or("", |format| format.format_code.as_str());
            let content = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(number) => of_number(*number),
                DataRef::Float(number) => Content::Number(*number),
                DataRef::String(text) => of_text(text.clone()),
                DataRef::SharedString(text) => of_text((*text).to_owned()),
                DataRef::Bool(truth) => Content::Boolean(*truth),
                DataRef::DateTime(date) => of_date(*date, code),
                DataRef::DateTimeIso(date) => Content::Date(date.clone()),
                DataRef::DurationIso(text) => length_of_time(text),
                DataRef::Error(error) => of_text(error.to_string()),
            };
            sheet.add(cell.get_position(), content);
        }
        drop(reader);
        let mut reader = workbook.worksheet_cells_reader(&name)?;
        while let Some(formula) = reader.next_formula()? {
            // Cells without a formula are told too, with a blank one.
            if !formula.get_value().is_empty() {
                sheet.add_formula(formula.get_position());
            }
        }
        drop(reader);
        for region in workbook.merge_cells_by_sheet_name(&name)? {
            sheet.add_merged(region.start, region.end);
        }
        sheets.push(sheet.checked(LARGEST).ok_or(Fault::TooLarge)?);
    }
    Ok(sheets)
}

fn of_open_document(bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => Fault::Password,
        error => Fault::of(error),
    })?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(Fault::of)?;
        let (row, column) = range.start().unwrap_or_default();
        let mut sheet = Sheet::new(&name);
        for (below, beside, value) in range.used_cells() {
            let content = match value {
                Data::Empty => continue,
                Data::Int(number) => of_number(*number),
                Data::Float(number) => Content::Number(*number),
                Data::String(text) => of_text(text.clone()),
                Data::Bool(truth) => Content::Boolean(*truth),
                Data::DateTime(date) => of_date(*date, ""),
                Data::DateTimeIso(date) => Content::Date(date.trim_end_matches("T00:00:00").to_owned()),
                Data::DurationIso(text) => length_of_time(text),
                Data::Error(error) => of_text(error.to_string()),
            };
            let position =
                |start: u32, step: usize| u32::try_from(step).map_or(u32::MAX, |step| start.saturating_add(step));
            sheet.add((position(row, below), position(column, beside)), content);
        }
        sheets.push(sheet.checked(LARGEST).ok_or(Fault::TooLarge)?);
    }
    Ok(sheets)
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no other numbers")]
fn of_number(number: i64) -> Content {
    Content::Number(number as f64)
}

fn length_of_time(text: &str) -> Content {
    Content::Unreadable(format!("a spreadsheet made a length of time of this cell, {text}"))
}

/// The last day of a spreadsheet, as it counts days.
const LAST_DAY: f64 = 2_958_466.0;

/// A date, as exact as the format of its cell shows it.
fn of_date(date: ExcelDateTime, format: &str) -> Content {
    let count = date.as_f64();
    if !date.is_datetime() || !(1.0..LAST_DAY).contains(&count) {
        return Content::Unreadable(format!("a spreadsheet made a time of this cell, {count} days"));
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    dated(format, [year.into(), month.into(), day.into()], [hour, minute, second])
}
