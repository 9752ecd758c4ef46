//! Documents of every sort become the record of a source, and the files that are none are named.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    io::{Cursor, Write},
    path::PathBuf,
};

use standpoint_sources::{Draft, Recorded};
use standpoint_validate::sha256;
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

fn file(name: &str, bytes: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn recorded(name: &str, bytes: impl AsRef<[u8]>) -> Recorded {
    Draft::default().record(&file(name, bytes).1).unwrap()
}

/// What is said of a file that is no document.
fn refused(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let (folder, path) = file(name, bytes);
    let error = Draft::default().record(&path).unwrap_err().to_string();
    error.replace(&format!("{}/", folder.path().display()), "")
}

/// A PDF file whose pages show these lines; with `trailer` in its trailer.
fn pdf(pages: &[&str], trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (index, page) in pages.iter().enumerate() {
        let contents = 5 + 2 * index;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
        let lines: Vec<String> = page.lines().map(|line| format!("({line}) Tj 0 -14 Td")).collect();
        let stream = format!("BT /F1 12 Tf 72 770 Td {} ET", lines.join(" "));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    out.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn plain_text_is_its_own_text_and_has_both_digests() {
    let text = "The Front\n\nIt emerged in the east, and the government denied that it had lost the town.\n";
    let recorded = recorded("annual_report.txt", text);
    let source = &recorded.source;
    assert_eq!((source.id.as_str(), source.title.as_str()), ("source/the-front", "The Front"));
    assert_eq!(source.text.as_ref().unwrap().sha256, sha256(text));
    assert_eq!(source.file.as_ref().unwrap().sha256, sha256(text));
    assert_eq!(source.languages[0].as_str(), "en");
    assert_eq!(source.sections.len(), 1);
    assert_eq!(source.note.as_ref().unwrap().as_str(), "Guessed by the program: title, type, language.");
    assert_eq!(recorded.text, None);
}

#[test]
fn the_text_of_another_encoding_is_written_beside_the_file_once() {
    let (_folder, path) = file("notes.txt", b"Le caf\xE9 \x96 ferm\xE9 \x93hier\x94.");
    let recorded = Draft::default().record(&path).unwrap();
    let text = recorded.text.unwrap();
    assert_eq!(
        (text.text.as_str(), text.path.file_name().unwrap().to_str()),
        ("Le café – fermé “hier”.", Some("notes.txt.txt"))
    );
    assert!(recorded.remarks[0].contains("windows-1252, was guessed"), "{:?}", recorded.remarks);
    text.write().unwrap();
    text.write().unwrap();
    fs::write(&text.path, "Another text.").unwrap();
    let refused = text.write();
    assert!(
        matches!(&refused, Err(standpoint_files::Error::Write { cause, .. }) if cause.kind() == std::io::ErrorKind::AlreadyExists),
        "{refused:?}"
    );
}

#[test]
fn word_files_give_their_text_notes_and_headings() {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let styles = format!(
        r#"<w:styles {w}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>"#
    );
    let body = format!(
        r#"<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>The talks</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Aims &amp; means</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>met</w:t><w:tab/><w:t>here.</w:t></w:r></w:p>
        <w:p><w:hyperlink r:id="rId9"><w:r><w:t>A link</w:t></w:r></w:hyperlink></w:p>
        <w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r></w:p></w:body></w:document>"#
    );
    let notes =
        format!("<w:footnotes {w}><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>");
    let rels = r#"<Relationships><Relationship Id="rId9" Target="https://192.0.2.1/never-fetched" TargetMode="External"/></Relationships>"#;
    let bytes = docx(&[
        ("word/styles.xml", &styles),
        ("word/document.xml", &body),
        ("word/footnotes.xml", &notes),
        ("word/_rels/document.xml.rels", rels),
        ("word/vbaProject.bin", "macros"),
    ]);
    let recorded = recorded("talks.docx", bytes);
    assert_eq!(recorded.text.unwrap().text, "The talks\n\nAims & means\n\nThey met here.\n\nA link\n\nA note.\n");
    assert_eq!(recorded.source.title.as_str(), "The talks");
    assert_eq!(recorded.source.sections[0].title.as_str(), "Aims & means");
    assert_eq!(recorded.remarks[0], "the file has macros, which were not run");
}

#[test]
fn pdf_files_give_the_text_of_each_page() {
    let bytes = pdf(&["The Front took the bridge.\nIt left at dawn.", "The ministry denied it."], "");
    let recorded = recorded("report.pdf", &bytes);
    assert_eq!(recorded.source.file.unwrap().pages.unwrap().get(), 2);
    let text = recorded.text.unwrap().text;
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let pages: Vec<Vec<String>> = text.split('\u{C}').map(words).collect();
    assert_eq!(pages, [words("The Front took the bridge. It left at dawn."), words("The ministry denied it.")]);
    // Another program finds the same words, where there is one.
    let (_folder, path) = file("report.pdf", &bytes);
    if let Ok(output) = std::process::Command::new("pdftotext").arg(&path).arg("-").output() {
        assert_eq!(words(&String::from_utf8(output.stdout).unwrap()), words(&text));
    }
}

#[test]
fn a_scan_is_said_to_be_one_and_has_no_text() {
    let recorded = recorded("scan.pdf", pdf(&["", ""], ""));
    assert_eq!((recorded.source.text, recorded.text), (None, None));
    assert!(recorded.remarks[0].starts_with("a scan: 2 pages without text"), "{:?}", recorded.remarks);
}

#[test]
fn files_that_cannot_be_read_are_named_with_what_to_do() {
    let whole = pdf(&["The Front took the bridge."], "");
    for (name, bytes, says) in [
        ("a.pdf", whole[..whole.len() / 2].to_vec(), "`a.pdf` is a PDF file that cannot be read; print it"),
        ("b.pdf", b"%PDF-1.7\n%%EOF".to_vec(), "`b.pdf` is a PDF file that cannot be read; print it"),
        (
            "c.doc",
            b"\xD0\xCF\x11\xE0old".to_vec(),
            "`c.doc` is an old Word file (.doc), or one with a password; save it",
        ),
        ("d.gz", b"\x1F\x8B\x08".to_vec(), "`d.gz` is a gzip file; unpack it first"),
        ("e.png", b"\x89PNG\r\n".to_vec(), "`e.png` is a picture; recognise its text"),
        ("f.docx", b"PK\x03\x04broken".to_vec(), "`f.docx` is a broken Word file; open it"),
        ("g.xlsx", docx(&[("xl/workbook.xml", "")]), "`g.xlsx` is an Excel file; save it"),
        ("h.zip", docx(&[("a", "b")]), "`h.zip` is a zip archive; unpack it first"),
        ("i.docx", docx(&[("word/document.xml", "<w:p><w:t>x</w:p>")]), "`i.docx` is a broken Word file; open it"),
    ] {
        let told = refused(name, bytes);
        assert!(told.starts_with(says), "{told}");
    }
    let locked = pdf(
        &["x"],
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O (oooooooooooooooooooooooooooooooo) /U (uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu) /P -4 >> /ID [(a) (a)]",
    );
    assert!(refused("j.pdf", locked).starts_with("`j.pdf` is a PDF file with a password; save a copy"));
}

#[test]
fn odd_texts_have_records_too() {
    for (name, text) in [
        ("one-line.txt", "word ".repeat(100_000)),
        ("no-letters.txt", "123 456\n".repeat(100)),
        ("headings.md", "# Heading\n\n".repeat(1_000)),
    ] {
        let recorded = recorded(name, &text);
        assert_eq!(recorded.source.text.unwrap().length.get(), text.chars().count() as u64);
        assert!(recorded.source.sections.is_empty() || name == "one-line.txt");
    }
    let empty = recorded("empty.txt", "");
    assert_eq!((empty.source.text, empty.source.id.as_str()), (None, "source/empty"));
}
