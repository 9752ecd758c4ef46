//! What sort of document a file is: by its first bytes, and if these do not tell by its name.

use std::path::Path;

use super::extracted::Fault;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Pdf,
    Docx,
    Html,
    Markdown,
    Plain,
}

/// How files begin that are no documents here, what they are, and what to do with them.
const OTHERS: &[(&[u8], &str, &str)] = &[
    (b"\x1F\x8B", "a gzip file", "unpack it first"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard file", "unpack it first"),
    (b"7z\xBC\xAF", "a 7-Zip archive", "unpack it first"),
    (b"\xD0\xCF\x11\xE0", "an old Word file (.doc), or one with a password", "save it as .docx without a password"),
    (b"{\\rtf", "an RTF file", "save it as .docx or as plain text"),
    (b"\x89PNG", "a picture", "recognise its text (OCR), or make a record without `text` by hand"),
    (b"\xFF\xD8\xFF", "a picture", "recognise its text (OCR), or make a record without `text` by hand"),
    (b"GIF8", "a picture", "recognise its text (OCR), or make a record without `text` by hand"),
    (b"II*\0", "a picture", "recognise its text (OCR), or make a record without `text` by hand"),
    (b"MM\0*", "a picture", "recognise its text (OCR), or make a record without `text` by hand"),
];

/// How far into a PDF file its mark may stand.
const PDF_MARK_WITHIN: usize = 1024;

impl Sort {
    pub(super) fn of(path: &Path, bytes: &[u8]) -> Result<Self, Fault> {
        let head = &bytes[..bytes.len().min(PDF_MARK_WITHIN)];
        if head.windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if let Some((_, sort, help)) = OTHERS.iter().find(|(mark, ..)| head.starts_with(mark)) {
            return Err(Fault::new(*sort, help));
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if head.starts_with(b"PK\x03\x04") {
            let is_word = matches!(&*ending, "docx" | "docm" | "dotx") || holds(bytes, b"word/document.xml");
            return if is_word { Ok(Self::Docx) } else { Err(zip(bytes)) };
        }
        let start: String = String::from_utf8_lossy(head).trim_start_matches('\u{FEFF}').trim_start().to_lowercase();
        Ok(match &*ending {
            "html" | "htm" | "xhtml" => Self::Html,
            _ if start.starts_with("<!doctype html") || start.starts_with("<html") => Self::Html,
            "md" | "markdown" => Self::Markdown,
            _ => Self::Plain,
        })
    }
}

/// What a zip archive is that is no Word file.
fn zip(bytes: &[u8]) -> Fault {
    let marks: [(&[u8], &str); 4] = [
        (b"xl/workbook.xml", "an Excel file"),
        (b"ppt/presentation.xml", "a PowerPoint file"),
        (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
        (b"application/epub+zip", "an EPUB book"),
    ];
    match marks.into_iter().find(|(mark, _)| holds(bytes, mark)) {
        Some((_, sort)) => Fault::new(sort, "save it as .docx, PDF or plain text"),
        None => Fault::new("a zip archive", "unpack it first"),
    }
}

/// Whether these bytes stand anywhere in a file.
fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    memchr::memmem::find(bytes, sought).is_some()
}
