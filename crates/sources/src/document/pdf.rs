//! PDF files with a text layer.
//!
//! The reader of PDF files that is used panics and loops on some that are broken. It has a thread of its own, which may end as
//! it likes, and so much time. Bombs are found before.

use std::{io::Read, sync::mpsc, thread, time::Duration};

use flate2::read::ZlibDecoder;

use standpoint_validate::sha256;

use super::extracted::{Document, Fault};
use crate::source_text::PAGE_BREAK;

/// The name of the thread in which PDF files are read, by which a program can know panics that are dealt with.
pub const PDF_THREAD: &str = "standpoint-pdf";

/// To how much a file may unpack, all in all.
const LARGEST_UNPACKED: u64 = 512 << 20;

/// How long reading may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// The fewest letters a page of a text layer has, on average.
const LETTERS_ON_A_PAGE: usize = 4;

/// How deep the stack of the thread is: objects lie in one another.
const STACK: usize = 64 << 20;

pub(super) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    if unpacked(bytes) > LARGEST_UNPACKED {
        return Err(Fault::new("a PDF file that unpacks to more than 512 MiB", "save its text alone"));
    }
    let pages = pages(bytes)?;
    let letters = pages.iter().flat_map(|page| page.chars()).filter(|c| c.is_alphabetic()).count();
    let count = pages.len();
    let mut remarks = Vec::new();
    let text = if letters < LETTERS_ON_A_PAGE * count.max(1) {
        remarks.push(format!("a scan: {count} pages without text; recognise it (OCR), or cite it by `locator`"));
        String::new()
    } else {
        let empty: Vec<String> =
            (1..).zip(&pages).filter(|(_, page)| page.is_empty()).map(|(at, _)| at.to_string()).collect();
        if !empty.is_empty() {
            remarks.push(format!("pages without text: {}", empty.join(", ")));
        }
        pages.join(&PAGE_BREAK.to_string())
    };
    Ok(Document {
        text,
        sha256: sha256(bytes),
        is_file: false,
        title: None,
        headings: Vec::new(),
        pages: Some(count),
        media_type: "application/pdf",
        remarks,
    })
}

/// The text of each page, which ends with a line end unless it is empty.
fn pages(bytes: &[u8]) -> Result<Vec<String>, Fault> {
    let is_locked = memchr::memmem::find(bytes, b"/Encrypt").is_some();
    let broken = || {
        if is_locked {
            Fault::new("a PDF file with a password", "save a copy without it")
        } else {
            Fault::new("a PDF file that cannot be read", "print it to a new PDF file, or save its text")
        }
    };
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let extract = move || {
        let _ = sender.send(pdf_extract::extract_text_from_mem_by_pages(&bytes));
    };
    let thread = thread::Builder::new().name(PDF_THREAD.into()).stack_size(STACK).spawn(extract);
    thread.map_err(|_| broken())?;
    let pages = match receiver.recv_timeout(PATIENCE) {
        Ok(Ok(pages)) if !pages.is_empty() => pages,
        Ok(_) | Err(mpsc::RecvTimeoutError::Disconnected) => return Err(broken()),
        Err(mpsc::RecvTimeoutError::Timeout) => {
            return Err(Fault::new("a PDF file that takes too long to read", "save its text"));
        }
    };
    Ok(pages.iter().map(|page| tidy(page)).collect())
}

/// A page without space at the ends of its lines and with one empty line between paragraphs at most.
fn tidy(page: &str) -> String {
    let mut tidy = String::with_capacity(page.len());
    for line in page.lines().map(str::trim_end) {
        if !line.is_empty() || !(tidy.is_empty() || tidy.ends_with("\n\n")) {
            tidy.extend(line.chars().filter(|c| !c.is_control()));
            tidy.push('\n');
        }
    }
    tidy.truncate(tidy.trim_end().len());
    if !tidy.is_empty() {
        tidy.push('\n');
    }
    tidy
}

/// To how much the streams of a file unpack, as far as it matters, with those that were packed twice.
fn unpacked(bytes: &[u8]) -> u64 {
    let mut sum = 0;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let start = bytes[at + 6..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count() + at + 6;
        // The marks of Zlib. Other packings make files smaller by little.
        if bytes.get(start).is_some_and(|byte| byte & 0x0F == 8) {
            let mut once = ZlibDecoder::new(&bytes[start..]);
            let mut first = [0; 1];
            let count = once.read(&mut first).unwrap_or(0);
            let chained = first[..count].chain(once);
            let twice = count > 0 && first[0] & 0x0F == 8;
            sum += if twice { measured(ZlibDecoder::new(chained)) } else { measured(chained) };
            if sum > LARGEST_UNPACKED {
                break;
            }
        }
    }
    sum
}

/// How many bytes there are to read, up to the limit. An error ends them.
fn measured(read: impl Read) -> u64 {
    let mut read = read.take(LARGEST_UNPACKED + 1);
    let mut buffer = vec![0; 1 << 16];
    let mut sum = 0;
    while let Ok(count @ 1..) = read.read(&mut buffer) {
        sum += count as u64;
    }
    sum
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_a_file_unpacks_to_is_measured_before_it_is_read() {
        let once = packed(&vec![0; 1 << 20]);
        let file = |stream: &[u8]| [b"1 0 obj << >> stream\r\n", stream, b"\nendstream"].concat();
        assert_eq!(unpacked(&file(&once)), 1 << 20);
        assert_eq!(unpacked(&file(&packed(&once))), 1 << 20);
        assert_eq!(unpacked(&[file(&once), file(&once)].concat()), 2 << 20);
        assert_eq!(unpacked(&file(b"BT (plain) Tj ET")), 0);
    }

    #[test]
    fn pages_are_tidy() {
        assert_eq!(tidy("\n\n One  \n\n\n\ntwo\u{0}\n\n"), " One\n\ntwo\n");
        assert_eq!(tidy("\n \n"), "");
    }
}
