//! From bytes to text: what is not UTF-8, what stands before the text, and files that hold nothing.

use standpoint_report::{Change, Finding, Place};

use crate::codes;

/// The byte order mark, as UTF-8 has it.
pub(crate) const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The lines before the first that cannot be read.
pub(crate) fn readable_lines(bytes: &[u8]) -> &[u8] {
    let start_of_line = |at| memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |feed| feed + 1);
    let before = |wrong| &bytes[..start_of_line(wrong)];
    std::str::from_utf8(bytes).map_or_else(|error| before(error.valid_up_to()), str::as_bytes)
}

/// Whether bytes look like UTF-16 or UTF-32: they begin with a mark of these, or with the zeros that ASCII has in them.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..])
}

/// What a file is that is no text, by how it begins, and what to do with it.
const OTHERS: [(&[u8], &str, &str); 7] = [
    (
        &[0x1F, 0x8B],
        "compressed by gzip",
        "give it a name that ends in `.gz`, such as `records.json.gz`: it is read as it is",
    ),
    (
        &[0x28, 0xB5, 0x2F],
        "compressed by zstd",
        "give it a name that ends in `.zst`, such as `records.json.zst`: it is read as it is",
    ),
    (
        b"PK\x03",
        "a zip archive, as workbooks and documents are too",
        "take the file of records out of it; save a workbook as CSV, and let `standpoint import csv` make records of it",
    ),
    (b"BZh", "compressed by bzip2", "decompress it with `bunzip2`"),
    (&[0xFD, b'7', b'z'], "compressed by xz", "decompress it with `unxz`"),
    (b"%PD", "a PDF", "it may be the document of a source: `standpoint source FILE` makes the record of it"),
    (b"SQL", "a database of SQLite", "export its records as JSON first"),
];

/// That a file is no text, if it begins as files of other sorts do.
pub(crate) fn no_text(bytes: &[u8], document: usize) -> Option<Finding> {
    let (_, what, help) = OTHERS.iter().find(|(beginning, ..)| bytes.starts_with(beginning))?;
    let message = format!("the file is no text but {what}");
    Some(Finding::new(&codes::NOT_UTF8, Place::bytes(document, 0..0), message).help(*help))
}

/// Whether a byte is white space of JSON.
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// That a file begins with a byte order mark.
pub(crate) fn mark(document: usize) -> Finding {
    let message = "the file begins with an invisible character, a byte order mark";
    let place = Place::bytes(document, 0..0);
    Finding::new(&codes::BYTE_ORDER_MARK, place.clone(), message)
        .help("save the file again as \"UTF-8\" rather than \"UTF-8 with BOM\"; its records were read all the same")
        .repair(place, Change::DropMark)
}

/// That a file is in another encoding.
pub(crate) fn utf16(document: usize) -> Finding {
    let message = "the file is not UTF-8; it looks like UTF-16 or UTF-32";
    Finding::new(&codes::NOT_UTF8, Place::bytes(document, 0..0), message)
        .help("save the file again with the encoding UTF-8; none of its records was read")
}

/// That a file holds nothing.
pub(crate) fn empty(document: usize) -> Finding {
    Finding::new(&codes::EMPTY_FILE, Place::bytes(document, 0..0), "the file is empty")
        .help("a file holds at least one record, or `[]`; remove the file if nothing belongs in it")
}

/// That a record is not UTF-8, from the byte `at` on.
pub(crate) fn not_utf8(at: usize, document: usize) -> Finding {
    let place = Place::bytes(document, at..at + '\u{FFFD}'.len_utf8());
    Finding::new(&codes::NOT_UTF8, place, "these bytes are not UTF-8")
        .help("save the file again with the encoding UTF-8; this record was not read")
}
