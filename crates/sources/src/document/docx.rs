//! Word files (Office Open XML): the text of the document, its notes, and its headings by the styles of Word.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use standpoint_validate::sha256;

use super::{
    extracted::{Document, Fault},
    paragraphs::Paragraphs,
};

/// The longest part of a file that is read, once it is decompressed.
const LARGEST_PART: u64 = 256 << 20;

/// The style of a title, and those of headings by how deep they stand.
type Levels = BTreeMap<String, usize>;

/// The level of the title of the whole document.
const TITLE: usize = 0;

pub(super) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let levels = part(&mut archive, "word/styles.xml")?.map(|xml| levels(&xml)).unwrap_or_default();
    let body = part(&mut archive, "word/document.xml")?.ok_or_else(broken)?;
    let mut writing = Writing { out: Paragraphs::default(), levels, title: None };
    writing.add(&body).ok_or_else(broken)?;
    // Notes are of the text that a reader sees, and what is left out could not be cited.
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = part(&mut archive, notes)? {
            writing.add(&xml).ok_or_else(broken)?;
        }
    }
    let Writing { out, title, .. } = writing;
    let (text, headings) = out.finish();
    let mut remarks = Vec::new();
    if archive.file_names().any(|name| name.is_ok_and(|name| name.contains("vbaProject"))) {
        remarks.push("the file has macros, which were not run".into());
    }
    Ok(Document {
        title: title.or_else(|| headings.first().map(|heading| heading.title.clone())),
        text,
        sha256: sha256(bytes),
        is_file: false,
        headings,
        pages: None,
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        remarks,
    })
}

fn broken() -> Fault {
    Fault::new("a broken Word file", "open it in a word processor and save it anew")
}

/// A part of the file as text, if it is there.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Fault> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    let read = file.take(LARGEST_PART + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > LARGEST_PART {
        return Err(Fault::new("a Word file that unpacks to more than 256 MiB", "save its text alone"));
    }
    match read.map(|_| super::decode::decode(&bytes, None).text) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(broken()),
    }
}

/// How deep each style of headings stands. The names of Word's own styles are English in every language.
fn levels(xml: &str) -> Levels {
    let mut reader = Reader::from_str(xml);
    let mut levels = Levels::new();
    let mut style = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "style" => style = attribute(&tag, "styleId"),
                "name" => {
                    let name = attribute(&tag, "val").unwrap_or_default().to_lowercase();
                    let level = match name.strip_prefix("heading ").and_then(|level| level.parse().ok()) {
                        Some(level @ 1..=9) => Some(level),
                        _ => (name == "title").then_some(TITLE),
                    };
                    if let (Some(style), Some(level)) = (&style, level) {
                        levels.insert(style.clone(), level);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    levels
}

/// The value of an attribute, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

struct Writing {
    out: Paragraphs,
    levels: Levels,
    title: Option<String>,
}

/// Where in a part the reading is.
#[derive(Default)]
struct Place {
    /// How many elements deep it is in what nobody reads.
    unseen: usize,
    in_text: bool,
    /// The level of the paragraph, if its style is that of a heading.
    level: Option<usize>,
    /// What the paragraph says so far, if it is the title of the document.
    title: String,
}

/// Elements whose text is not shown: what was deleted, codes of fields, and the older form of what stands beside it.
const UNSEEN: &[&str] = &["del", "moveFrom", "instrText", "delText", "Fallback"];

impl Writing {
    /// Adds the paragraphs of a part. `None` if it is not XML.
    fn add(&mut self, xml: &str) -> Option<()> {
        let mut reader = Reader::from_str(xml);
        let mut place = Place::default();
        loop {
            match reader.read_event().ok()? {
                Event::Eof => return Some(()),
                Event::Start(tag) if place.unseen > 0 || UNSEEN.contains(&tag.local_name().as_ref()) => {
                    place.unseen += 1;
                }
                Event::End(_) if place.unseen > 0 => place.unseen -= 1,
                _ if place.unseen > 0 => {}
                Event::Start(tag) => self.open(&tag, &mut place),
                Event::Empty(tag) => {
                    self.open(&tag, &mut place);
                    self.close(tag.local_name().as_ref(), &mut place);
                }
                Event::End(tag) => self.close(tag.local_name().as_ref(), &mut place),
                Event::Text(text) if place.in_text => self.write(&text, &mut place),
                Event::CData(text) if place.in_text => self.write(&text, &mut place),
                Event::GeneralRef(reference) if place.in_text => {
                    let meant = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let named = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    self.write(&meant.or(named).unwrap_or_default(), &mut place);
                }
                _ => {}
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, place: &mut Place) {
        match tag.local_name().as_ref() {
            "p" => self.out.break_line(2),
            "pStyle" => {
                let style = attribute(tag, "val").unwrap_or_default();
                place.level = self.levels.get(&style).copied();
                if let Some(level @ 1..) = place.level {
                    self.out.begin_heading(level);
                }
            }
            "t" => place.in_text = true,
            "tab" | "tc" => self.out.add(" "),
            "noBreakHyphen" => self.out.add("-"),
            "br" | "cr" | "tr" => self.out.break_line(1),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, place: &mut Place) {
        match name {
            "t" => place.in_text = false,
            "p" => {
                match place.level.take() {
                    Some(TITLE) if self.title.is_none() => self.title = Some(std::mem::take(&mut place.title)),
                    Some(1..) => self.out.end_heading(),
                    _ => {}
                }
                place.title.clear();
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str, place: &mut Place) {
        if place.level == Some(TITLE) {
            place.title.push_str(text);
        }
        self.out.add(text);
    }
}
