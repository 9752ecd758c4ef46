//! Comma-separated values, whatever separates them.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::{
    cell::{Cell, Content, is_blank, of_text},
    table::{Row, Writer},
};

/// What may separate cells, the likelier ones first.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// The rows of a text, and their cells with the bytes where they stand.
pub(crate) fn rows(text: &str, writer: Writer) -> Vec<Row> {
    let (separator, start) = separator(text);
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    let (mut at, mut column) = (start, 0);
    let mut field = Vec::new();
    loop {
        let before = at;
        let Some(ends_row) = next(&mut reader, text.as_bytes(), &mut at, &mut field) else { break };
        let bytes = stretch(text, before, at, separator);
        let content = String::from_utf8_lossy(&field).into_owned();
        let written = &text[bytes.clone()];
        let is_own = writer == Writer::OwnText;
        if !is_blank(&content) {
            let content = match written {
                written if written.starts_with('"') && is_open(written) => unclosed(),
                written if written.starts_with('"') && !is_closed(written) => after_quotation(),
                _ if is_own => Content::Text(content),
                // Programs break lines within a cell in two ways, and nobody sees which.
                _ => of_text(content.replace("\r\n", "\n")),
            };
            cells.push(Cell { column, content, bytes });
        }
        column += 1;
        if ends_row {
            if !cells.is_empty() {
                rows.push(Row { cells: std::mem::take(&mut cells) });
            }
            column = 0;
        }
    }
    rows
}

fn unclosed() -> Content {
    Content::Unreadable("the quotation mark at the start of this cell is never closed".into())
}

fn after_quotation() -> Content {
    Content::Unreadable("this cell goes on after its closing quotation mark".into())
}

/// Whether a cell that begins with a quotation mark ends with the one that closes it.
fn is_closed(written: &str) -> bool {
    let inner = written.trim_end().strip_prefix('"').unwrap_or_default();
    inner.strip_suffix('"').is_some_and(|inner| !inner.replace("\"\"", "").contains('"'))
}

/// Whether a quotation mark at the start of a cell is never closed.
fn is_open(written: &str) -> bool {
    written.matches('"').count() % 2 == 1
}

/// Reads the next cell into `field`, and says whether it ends its row. Nothing, at the end of the text.
fn next(reader: &mut Reader, text: &[u8], at: &mut usize, field: &mut Vec<u8>) -> Option<bool> {
    field.clear();
    let mut buffer = [0; 1024];
    loop {
        let (result, read, written) = reader.read_field(&text[*at..], &mut buffer);
        *at += read;
        field.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::Field { record_end } => return Some(record_end),
            ReadFieldResult::End => return None,
            // The text is there whole: an empty rest tells the reader so.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
        }
    }
}

/// The bytes of a cell among those that were read for it.
fn stretch(text: &str, before: usize, at: usize, separator: u8) -> std::ops::Range<usize> {
    let read = &text[before..at];
    let start = before + read.len() - read.trim_start_matches(['\r', '\n']).len();
    let cell = text[start..at].trim_end_matches(['\r', '\n']);
    let cell = cell.strip_suffix(char::from(separator)).unwrap_or(cell);
    start..start + cell.len()
}

/// What separates the cells, and where the first row begins. Excel says it on a line of its own, `sep=;`.
fn separator(text: &str) -> (u8, usize) {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if let Some([separator]) = first.trim_end_matches(['\r', '\n']).strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, first.len());
    }
    // The first row that says something, with its quoted line breaks.
    let (mut is_quoted, mut is_blank) = (false, true);
    let mut outside = String::new();
    let is_separator = |c: char| SEPARATORS.iter().any(|separator| c == char::from(*separator));
    for c in text.chars() {
        is_quoted ^= c == '"';
        is_blank &= c.is_whitespace() || is_separator(c);
        match c {
            '\r' | '\n' if !is_quoted => {
                if !is_blank {
                    break;
                }
                outside.clear();
            }
            c if !is_quoted => outside.push(c),
            _ => {}
        }
    }
    let count = |separator: &u8| outside.matches(char::from(*separator)).count();
    // Of equals, the first.
    let most = SEPARATORS.into_iter().rev().max_by_key(count);
    (most.unwrap_or(b','), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<(usize, String, &str)>> {
        let cell = |cell: &Cell| (cell.column, cell.content.text(), &text[cell.bytes.clone()]);
        rows(text, Writer::Other).iter().map(|row| row.cells.iter().map(cell).collect()).collect()
    }

    #[test]
    fn cells_are_found_where_they_stand_whatever_separates_them() {
        for text in [
            "id,name\n\na,\"x, \"\"y\"\"\"\r\n,\nb,\n",
            "id;name\na;\"x, \"\"y\"\"\"\nb",
            ";;\nid;name\na;\"x, \"\"y\"\"\"\nb",
            "\r\nid|name\na|\"x, \"\"y\"\"\"\nb|",
            "sep=\t\r\nid\tname\r\na\t\"x, \"\"y\"\"\"\r\nb\t\r\n",
            "sep=;\r\nid;name\r\na;\"x, \"\"y\"\"\"\r\nb;\r\n",
            "id\tname\na\t\"x, \"\"y\"\"\"\nb\t",
        ] {
            let found = cells(text);
            assert_eq!(found.len(), 3, "{text}: {found:?}");
            assert_eq!(found[0], [(0, "id".into(), "id"), (1, "name".into(), "name")]);
            assert_eq!(found[1], [(0, "a".into(), "a"), (1, "x, \"y\"".into(), "\"x, \"\"y\"\"\"")]);
            assert_eq!(found[2], [(0, "b".into(), "b")]);
        }
        assert_eq!(separator("\"id, short\";\"name\"\na,b;c\n"), (b';', 0));
        let long = "é".repeat(3000);
        assert_eq!(cells(&format!("a\n{long}"))[1], [(0, long.clone(), &*long)]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_no_row_in_silence() {
        let rows = rows("id,name\na,\"x\nb,y\n", Writer::Other);
        assert!(matches!(&rows[1].cells[1].content, Content::Unreadable(why) if why.contains("never closed")));
    }
}
