//! A workbook of Excel.

use std::{borrow::Cow, io, path::Path};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, Worksheet, XlsxError};

use crate::{
    Format, Loss, Records, Write,
    failure::cause,
    tables::{Cell, Table, write_rows},
};

pub(crate) const FORMAT: Format = Format {
    name: "xlsx",
    summary: "a workbook with a sheet a table: Excel, LibreOffice",
    extension: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    docs: include_str!("../docs/xlsx.md"),
    losses: &[Loss::texts("*", is_too_long, "a cell holds 32,767 UTF-16 units; a longer text is cut")],
    streams: false,
    public: false,
    write: Write::File(write),
    read: None,
};

/// The most UTF-16 units that a cell holds.
const LONGEST_TEXT: usize = 32_767;

/// The most characters that the name of a sheet has.
const LONGEST_NAME: usize = 31;

fn is_too_long(text: &str) -> bool {
    fitting(text).len() < text.len()
}

fn write(records: Records<'_>, path: &Path) -> io::Result<()> {
    let styles = Styles::new();
    let mut sheets: Vec<Option<Sheet>> = Table::all().iter().map(|_| None).collect();
    for record in records {
        write_rows(&*record?, |table, cells| {
            let sheet = match &mut sheets[table] {
                Some(sheet) => sheet,
                none => none.insert(Sheet::new(&Table::all()[table], &styles).map_err(cause)?),
            };
            sheet.append(cells, &styles)
        })?;
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties().map_err(cause)?);
    for sheet in sheets.into_iter().flatten() {
        workbook.push_worksheet(sheet.worksheet);
    }
    workbook.save(path).map_err(cause)
}

/// The time of writing is none of the data, and two exports of one dataset are the same bytes: this is the first moment
/// that the parts of a workbook, which is a ZIP archive, may have.
fn properties() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?))
}

struct Styles {
    header: Style,
    /// What makes a spreadsheet keep a cell as the text that it is, when it is edited too.
    text: Style,
}

impl Styles {
    fn new() -> Self {
        Self { header: Style::new().set_bold(), text: Style::new().set_num_format("@") }
    }
}

struct Sheet {
    table: &'static Table,
    worksheet: Worksheet,
    rows: u32,
}

impl Sheet {
    fn new(table: &'static Table, styles: &Styles) -> Result<Self, XlsxError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(sheet_name(table))?.set_freeze_panes(1, 0)?;
        for (place, column) in (0..).zip(&table.columns) {
            worksheet.write_string_with_format(0, place, &column.name, &styles.header)?;
            worksheet.set_column_width(place, 24)?;
        }
        Ok(Self { table, worksheet, rows: 1 })
    }

    fn append(&mut self, cells: &[Cell<'_>], styles: &Styles) -> io::Result<()> {
        for (place, cell) in (0..).zip(cells) {
            self.write(place, cell, styles).map_err(|error| match error {
                XlsxError::RowColumnLimitError => {
                    let name = &self.table.name;
                    io::Error::other(format!(
                        "the sheet of `{name}` would have more than 1,048,576 rows, the most that there can be; `csv`, \
                         `parquet` and `sqlite` have no such limit"
                    ))
                }
                error => cause(error),
            })?;
        }
        self.rows += 1;
        Ok(())
    }

    fn write(&mut self, place: u16, cell: &Cell<'_>, styles: &Styles) -> Result<(), XlsxError> {
        let (sheet, row) = (&mut self.worksheet, self.rows);
        match cell {
            Cell::Absent => return Ok(()),
            #[expect(clippy::cast_precision_loss, reason = "whole numbers of records have at most 53 bits")]
            Cell::Integer(number) => sheet.write_number(row, place, *number as f64)?,
            Cell::Number(number) => sheet.write_number(row, place, *number)?,
            Cell::Boolean(truth) => sheet.write_boolean(row, place, *truth)?,
            Cell::Text(text) => match fitting(text) {
                text if is_markup(text) => {
                    let text = escaped(text);
                    sheet.write_rich_string_with_format(row, place, &[(&Style::new(), &text)], &styles.text)?
                }
                text => sheet.write_string_with_format(row, place, text, &styles.text)?,
            },
        };
        Ok(())
    }
}

/// As much of a text as a cell holds.
fn fitting(text: &str) -> &str {
    let text = beginning(text);
    // A text that is no markup any more takes no more units than it has.
    if is_markup(text) && markup_units(text) > LONGEST_TEXT { &text[..text.len() - 1] } else { text }
}

/// The whole characters of the units that a cell holds.
fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// Whether the library takes a plain text for markup. It takes a piece of rich text for none, but counts its markup and
/// does not escape what looks like an escape of Excel.
fn is_markup(text: &str) -> bool {
    text.starts_with("<r>") && text.ends_with("</r>")
}

/// How many units a piece of rich text has in the markup that is made of it, at most.
fn markup_units(text: &str) -> usize {
    let units = |character: char| match character {
        '<' | '>' => "&lt;".len(),
        '&' => "&amp;".len(),
        '\u{fffe}' | '\u{ffff}' => "_xFFFE_".len(),
        other => other.len_utf16(),
    };
    r#"<r><t xml:space="preserve"></t></r>"#.len() + escaped(text).chars().map(units).sum::<usize>()
}

/// A text with what Excel would take for a character by its number, such as `_x0041_`, escaped as Excel does.
fn escaped(text: &str) -> String {
    let is_escape = |rest: &[u8]| matches!(rest, [b'_', b'x', digits @ .., b'_'] if digits.len() == 4 && digits.iter().all(u8::is_ascii_hexdigit));
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if text.as_bytes().get(at..at + "_x0041_".len()).is_some_and(is_escape) {
            escaped.push_str("_x005F");
        }
        escaped.push(character);
    }
    escaped
}

/// The name of a table, with `…` for the fields in its middle where it is too long.
fn sheet_name(table: &Table) -> Cow<'_, str> {
    let name = &table.name;
    if name.len() <= LONGEST_NAME {
        return name.into();
    }
    let (path, last) = name.rsplit_once('_').unwrap_or((name, ""));
    let (start, _) = path.rsplit_once('_').unwrap_or((path, ""));
    format!("{start}_…_{last}").into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{LONGEST_NAME, LONGEST_TEXT, escaped, fitting, sheet_name};
    use crate::tables::Table;

    #[test]
    fn every_sheet_has_a_name_of_its_own_that_fits() {
        // Excel does not tell capitals from small letters.
        let names: BTreeSet<String> = Table::all().iter().map(|table| sheet_name(table).to_lowercase()).collect();
        assert_eq!(names.len(), Table::all().len());
        assert!(names.iter().all(|name| name.chars().count() <= LONGEST_NAME), "{names:?}");
        assert!(names.contains("relationship_basis_…_evidence"), "{names:?}");
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        let kept = "x".repeat(LONGEST_TEXT);
        assert_eq!(fitting(&kept), kept);
        assert_eq!(fitting(&format!("{kept}x")), kept);
        let emoji = format!("{}\u{1f54a}", &kept[1..]);
        assert_eq!(fitting(&emoji), &kept[1..], "half a character is none");
        let accents = "é".repeat(LONGEST_TEXT);
        assert_eq!(fitting(&accents), accents);
    }

    #[test]
    fn what_looks_like_an_escape_is_escaped() {
        for (text, written) in [
            ("_x0041_", "_x005F_x0041_"),
            ("a_x0041_x00ef_b", "a_x005F_x0041_x005F_x00ef_b"),
            ("_x00é0_ _x004_ _X0041_ _x0041", "_x00é0_ _x004_ _X0041_ _x0041"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }

    #[test]
    fn what_would_be_too_long_as_markup_ceases_to_be_markup() {
        let short = format!("<r>{}</r>", "&".repeat(6000));
        assert_eq!(fitting(&short), short);
        let long = format!("<r>{}</r>", "&".repeat(7000));
        assert_eq!(fitting(&long), &long[..long.len() - 1]);
    }
}
