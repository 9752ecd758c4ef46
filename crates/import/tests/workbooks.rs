//! Workbooks as spreadsheets save them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use standpoint_import::{Imported, Tables, TablesError};
use standpoint_report::{Levels, Renderer, Style};

fn imported(workbook: &mut Workbook) -> Imported {
    let bytes = workbook.save_to_buffer().unwrap();
    Tables::workbook_bytes("book.xlsx", &bytes).unwrap().import(&Levels::default(), &[]).unwrap()
}

fn told(imported: &Imported, format: &str) -> String {
    let mut told = Vec::new();
    Renderer::by_name(format).unwrap().write(imported.report(), Style::default(), &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

fn sheet<'w>(workbook: &'w mut Workbook, name: &str, rows: &[&[&str]]) -> &'w mut Worksheet {
    let sheet = workbook.add_worksheet().set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    sheet
}

/// A source, and events with one of which a cell is to be filled in.
fn book(fill_in: impl FnOnce(&mut Worksheet)) -> Workbook {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "Sources", &[&["ID", "Title", "Type"], &["report", "The Report", "report"]]);
    sheet(&mut workbook, "help", &[&["anything at all"]]);
    workbook.add_worksheet();
    let header = ["id", "type", "title", "when", "modality", "source", "page"];
    let event = ["raid", "attack", "Raid", "", "stated", "the report", "3"];
    fill_in(sheet(&mut workbook, "Events", &[&header, &[], &event]));
    workbook
}

fn when(imported: &Imported) -> String {
    let event = imported.rows().iter().find(|row| row.id == "event/raid").unwrap();
    serde_json::to_value(event.record.as_ref().unwrap()).unwrap()["when"].to_string()
}

#[test]
fn dates_are_as_exact_as_their_cells_show_them_in_both_epochs() {
    let date = |format: &str| {
        let format = Format::new().set_num_format(format);
        let day = ExcelDateTime::from_ymd(2021, 8, 1).unwrap();
        imported(&mut book(|sheet| {
            sheet.write_datetime_with_format(2, 3, &day, &format).unwrap();
        }))
    };
    for (format, expected) in [("yyyy-mm-dd", "\"2021-08-01\""), ("mmm-yy", "\"2021-08\""), ("yyyy", "\"2021\"")] {
        let found = date(format);
        assert!(found.is_valid(), "{}", told(&found, "concise"));
        assert_eq!(when(&found), expected, "{format}");
    }
    let number = |number: f64| {
        imported(&mut book(|sheet| {
            sheet.write_number(2, 3, number).unwrap();
        }))
    };
    assert_eq!(when(&number(2021.0)), "\"2021\"");
    assert!(
        told(&number(44409.0), "concise").contains("book.xlsx:Events!D3: error[unreadable-cell]: 44409 is no date")
    );
}

#[test]
fn what_a_spreadsheet_made_of_a_cell_is_told_there() {
    let day = ExcelDateTime::from_ymd(2026, 1, 2).unwrap();
    let date = Format::new().set_num_format("d-mmm");
    let mut workbook = book(|sheet| {
        sheet.write_datetime_with_format(3, 0, &day, &date).unwrap();
        sheet.write_string(3, 1, "attack").unwrap();
        sheet.write_number(4, 0, 100_000).unwrap();
        sheet.write_boolean(5, 0, true).unwrap();
        sheet.write_string(6, 0, "b").unwrap();
        sheet.write_formula(6, 2, Formula::new("=A1").set_result("B")).unwrap();
        sheet.write_string(6, 1, "atack").unwrap();
        sheet.write_boolean(6, 5, true).unwrap();
        sheet.merge_range(7, 4, 8, 4, "stated", &Format::new()).unwrap();
        sheet.write_string(7, 0, "c").unwrap();
        sheet.write_string(9, 12, "far away").unwrap();
    });
    sheet(&mut workbook, "Tabelle1", &[&["Namen"], &["x"]]);
    insta::assert_snapshot!(told(&imported(&mut workbook), "full"));
}

#[test]
fn machines_are_told_the_cell() {
    let found = imported(&mut book(|sheet| {
        sheet.write_string(2, 3, "7/11/2015").unwrap();
    }));
    assert!(told(&found, "json").contains("\"cell\": \"Events!D3\""));
    assert!(told(&found, "sarif").contains("\"name\": \"Events!D3\""));
    assert!(told(&found, "github").contains("file=book.xlsx,line=3,endLine=3,col=4,"));
}

#[test]
fn many_sheets_are_read_and_what_is_no_workbook_is_refused() {
    let mut workbook = Workbook::new();
    for number in 0..300 {
        sheet(
            &mut workbook,
            &format!("Sheet {number}"),
            &[&["kind", "id", "title", "type"], &["source", &format!("s{number}"), "A", "report"]],
        );
    }
    let found = imported(&mut workbook);
    assert_eq!((found.rows().len(), found.rows()[299].place().as_str()), (300, "book.xlsx:Sheet 299!2"));
    for (bytes, message) in [
        (&b"id,name\n"[..], "it is no workbook"),
        (b"PK\x03\x04broken", "it is no workbook"),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "Excel 97"),
    ] {
        let error = Tables::workbook_bytes("book.xlsx", bytes).unwrap_err();
        assert!(matches!(error, TablesError::Malformed { .. }) && error.to_string().contains(message), "{error}");
    }
    let empty = Tables::workbook_bytes("book.xlsx", &Workbook::new().save_to_buffer().unwrap());
    assert!(matches!(empty, Err(TablesError::Empty { .. } | TablesError::Malformed { .. })));
}
