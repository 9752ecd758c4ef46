//! From bytes to text: what is not UTF-8, what stands before the text, and files that hold nothing.

use std::{iter, ops::Range};

use standpoint_report::{Change, Finding, Piece, Place};

use crate::codes;

/// The byte order mark, as UTF-8 has it.
pub(crate) const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The text of a file, as far as it is one.
pub(crate) struct Text {
    pub(crate) pieces: Vec<Piece>,
    /// The bytes that are UTF-8: all of them, whole lines, or none. Of the others findings tell.
    pub(crate) readable: Vec<Range<usize>>,
    /// How many lines are not among them.
    pub(crate) lost: usize,
    pub(crate) findings: Vec<Finding>,
}

/// The text of a file that is read as a whole or not at all.
pub(crate) fn whole(bytes: Vec<u8>, document: usize) -> Text {
    match begun(bytes, document) {
        Ok((bytes, findings)) => match String::from_utf8(bytes) {
            Ok(text) => Text::new(text, findings),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let place = Place::bytes(document, at..at + '\u{FFFD}'.len_utf8());
                let help = "save the file again with the encoding UTF-8; none of its records was read";
                Text::unreadable(error.as_bytes(), not_utf8(place).help(help))
            }
        },
        Err(text) => *text,
    }
}

/// The text of a file of lines, each of which is read or not.
pub(crate) fn lines(bytes: Vec<u8>, document: usize) -> Text {
    let (bytes, findings) = match begun(bytes, document) {
        Ok(begun) => begun,
        Err(text) => return *text,
    };
    match String::from_utf8(bytes) {
        Ok(text) => Text::new(text, findings),
        Err(error) => {
            let mut text = Text { pieces: Vec::new(), readable: Vec::new(), lost: 0, findings };
            let mut at = 0;
            let mut rest = error.as_bytes();
            while let Err(error) = std::str::from_utf8(rest) {
                // What is wrong stands in the line after the last line feed before it.
                let wrong = error.valid_up_to();
                let (before, line) = rest.split_at(start_of_line(rest, wrong));
                text.push(at, before);
                at += before.len();
                let end = memchr::memchr(b'\n', line).map_or(line.len(), |feed| feed + 1);
                text.lose(at, &line[..end], not_utf8_line(at + wrong - before.len(), document));
                at += end;
                rest = &line[end..];
            }
            text.push(at, rest);
            text
        }
    }
}

/// The lines before the first that cannot be read.
pub(crate) fn readable_lines(bytes: &[u8]) -> &[u8] {
    let before = |wrong| &bytes[..start_of_line(bytes, wrong)];
    std::str::from_utf8(bytes).map_or_else(|error| before(error.valid_up_to()), str::as_bytes)
}

fn start_of_line(bytes: &[u8], at: usize) -> usize {
    memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |feed| feed + 1)
}

/// The bytes after a byte order mark, and a finding about it; or a text of which nothing can be read.
fn begun(mut bytes: Vec<u8>, document: usize) -> Result<(Vec<u8>, Vec<Finding>), Box<Text>> {
    if is_utf16(&bytes) {
        return Err(Box::new(Text::unreadable(&bytes, utf16(document))));
    }
    let mut findings = Vec::new();
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
        findings.push(mark(document));
    }
    if is_blank(&bytes) {
        findings.push(empty(document));
        let pieces = vec![Piece::new(0, 1, String::from_utf8_lossy(&bytes).into_owned())];
        return Err(Box::new(Text { pieces, readable: Vec::new(), lost: 0, findings }));
    }
    Ok((bytes, findings))
}

impl Text {
    fn new(text: String, findings: Vec<Finding>) -> Self {
        let readable = iter::once(0..text.len()).collect();
        Self { pieces: vec![Piece::new(0, 1, text)], readable, lost: 0, findings }
    }

    /// A text of which nothing can be read.
    fn unreadable(bytes: &[u8], finding: Finding) -> Self {
        let pieces = vec![Piece::new(0, 1, String::from_utf8_lossy(bytes).into_owned())];
        Self { pieces, readable: Vec::new(), lost: 0, findings: vec![finding] }
    }

    /// Adds lines that can be read.
    fn push(&mut self, at: usize, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.add(at, bytes);
            self.readable.push(at..at + bytes.len());
        }
    }

    /// Adds a line that cannot be read.
    fn lose(&mut self, at: usize, bytes: &[u8], finding: Finding) {
        self.add(at, bytes);
        self.lost += 1;
        self.findings.push(finding);
    }

    fn add(&mut self, at: usize, bytes: &[u8]) {
        let line = self.pieces.last().map_or(1, Piece::line_after);
        self.pieces.push(Piece::new(at, line, String::from_utf8_lossy(bytes).into_owned()));
    }
}

/// Whether bytes look like UTF-16 or UTF-32: they begin with a mark of these, or with the zeros that ASCII has in them.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..])
}

/// Whether there is nothing but the white space of JSON.
pub(crate) fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
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

/// That a line is not UTF-8, from the byte `at` on.
pub(crate) fn not_utf8_line(at: usize, document: usize) -> Finding {
    not_utf8(Place::bytes(document, at..at + '\u{FFFD}'.len_utf8()))
        .help("save the file again with the encoding UTF-8; this record was not read")
}

fn not_utf8(place: Place) -> Finding {
    Finding::new(&codes::NOT_UTF8, place, "these bytes are not UTF-8")
}
