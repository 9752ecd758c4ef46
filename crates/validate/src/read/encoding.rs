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
