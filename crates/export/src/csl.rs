//! The sources as CSL-JSON.

use std::io;

use serde::{Serialize, Serializer, ser::SerializeSeq as _};
use standpoint_model::{Code, Edtf, LanguageTag, Record, Source, SourceType, Text, WebAddress};

use crate::{Format, Records, Write, bibliography};

pub(crate) const FORMAT: Format = Format {
    name: "csl",
    summary: "the sources as CSL-JSON, for Zotero and pandoc",
    extension: "json",
    media_type: "application/vnd.citationstyles.csl+json",
    docs: include_str!("../docs/csl.md"),
    losses: &bibliography::NOT_HELD,
    streams: true,
    public: true,
    write: Write::Stream(write),
    read: None,
};

/// A source as the input of a citation processor.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<String>,
    title: &'a Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Date>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a WebAddress>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<&'a Text>,
    #[serde(rename = "ISBN", skip_serializing_if = "Option::is_none")]
    isbn: Option<&'a Text>,
    #[serde(rename = "ISSN", skip_serializing_if = "Option::is_none")]
    issn: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a LanguageTag>,
    custom: Custom<'a>,
}

/// An author as the document names them: nobody guesses which part is the family name.
#[derive(Serialize)]
struct Name<'a> {
    literal: &'a Text,
}

#[derive(Serialize)]
struct Custom<'a> {
    record: &'a Record,
}

/// A date that styles can put in their own way, or words.
#[derive(Debug, PartialEq)]
enum Date {
    Parts { parts: Vec<Vec<i32>>, season: Option<i32>, circa: bool },
    Words(String),
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "kebab-case")]
        struct Written<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            date_parts: Option<&'a [Vec<i32>]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            season: Option<i32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            circa: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            literal: Option<&'a str>,
        }
        match self {
            Self::Parts { parts, season, circa } => {
                Written { date_parts: Some(parts), season: *season, circa: circa.then_some(true), literal: None }
            }
            Self::Words(words) => Written { date_parts: None, season: None, circa: None, literal: Some(words) },
        }
        .serialize(serializer)
    }
}

impl From<&Edtf> for Date {
    /// A date, a season or a span of dates, certain or not; anything else is told in words.
    fn from(date: &Edtf) -> Self {
        let circa = date.is_approximate() || date.is_uncertain();
        // A mark may stand anywhere: which part is doubtful has no place here.
        let text = date.as_str().replace(['?', '~', '%'], "");
        let ends: Option<Vec<_>> = text.split('/').map(parts).collect();
        match ends.as_deref() {
            Some([Ok(parts)]) => Self::Parts { parts: vec![parts.clone()], season: None, circa },
            Some([Err((year, season))]) => Self::Parts { parts: vec![vec![*year]], season: Some(*season), circa },
            Some([Ok(first), Ok(last)]) => {
                Self::Parts { parts: vec![first.clone(), last.clone()], season: None, circa }
            }
            _ => Self::Words(date.english()),
        }
    }
}

/// Year, month and day as far as they are known, or the year and its season. None of what is no plain date.
fn parts(text: &str) -> Option<Result<Vec<i32>, (i32, i32)>> {
    let (year, rest) = text.split_at_checked(4)?;
    let numbers = std::iter::once(year).chain(rest.split('-').skip(1));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = rest.is_empty() || rest.starts_with('-');
    let numbers = numbers.map(|part| part.parse().ok().filter(|_| is_number(part))).collect::<Option<Vec<i32>>>();
    match numbers.filter(|_| is_plain)?.as_slice() {
        [year, season @ 21..=24] => Some(Err((*year, season - 20))),
        [_, month, ..] if *month > 12 => None,
        plain => Some(Ok(plain.to_vec())),
    }
}

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let formatter = serde_json::ser::PrettyFormatter::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, formatter);
    let mut array = serializer.serialize_seq(None)?;
    for record in records {
        let record = record?;
        if let Record::Source(source) = &*record {
            array.serialize_element(&item(source, &record))?;
        }
    }
    array.end()?;
    out.write_all(b"\n")
}

fn item<'a>(source: &'a Source, record: &'a Record) -> Item<'a> {
    let (r#type, is_more) = type_of(source.r#type);
    let code = |scheme| bibliography::code(source, scheme).map(|code: &Code| &code.value);
    Item {
        id: record.id(),
        r#type,
        genre: is_more.then(|| source.r#type.as_str().replace('-', " ")),
        title: &source.title,
        author: source.authors.iter().map(|literal| Name { literal }).collect(),
        publisher: source.publisher.as_ref(),
        issued: source.published.as_ref().map(Date::from),
        accessed: source.accessed.as_ref().map(Date::from),
        url: source.url.as_ref().or(source.archived.as_ref().map(|archived| &archived.url)),
        doi: code("doi"),
        isbn: code("isbn"),
        issn: code("issn"),
        language: source.languages.first(),
        custom: Custom { record },
    }
}

/// The type of an item, and whether ours says more.
const fn type_of(r#type: SourceType) -> (&'static str, bool) {
    match r#type {
        SourceType::WebPage => ("webpage", false),
        SourceType::Report => ("report", false),
        SourceType::Book => ("book", false),
        SourceType::JournalArticle => ("article-journal", false),
        SourceType::NewsArticle => ("article-newspaper", false),
        SourceType::SocialMedia => ("post", false),
        SourceType::Video => ("motion_picture", false),
        SourceType::Interview => ("interview", false),
        SourceType::Dataset => ("dataset", false),
        SourceType::Gazetteer => ("dataset", true),
        SourceType::Draft => ("manuscript", true),
        SourceType::Statement
        | SourceType::PressRelease
        | SourceType::Agreement
        | SourceType::Minutes
        | SourceType::Resolution => ("document", true),
        SourceType::Other => ("document", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_parts_where_those_say_it_and_words_where_they_do_not() {
        let of = |text: &str| serde_json::to_string(&Date::from(&Edtf::new(text).unwrap())).unwrap();
        for (date, written) in [
            ("2032", r#"{"date-parts":[[2032]]}"#),
            ("2032-01-05", r#"{"date-parts":[[2032,1,5]]}"#),
            ("2032?", r#"{"date-parts":[[2032]],"circa":true}"#),
            ("2032-01/2032-03~", r#"{"date-parts":[[2032,1],[2032,3]],"circa":true}"#),
            ("2032-22", r#"{"date-parts":[[2032]],"season":2}"#),
            ("2032-37", r#"{"literal":"early 2032"}"#),
        ] {
            assert_eq!(of(date), written, "{date}");
        }
        for date in ["203X", "2032/..", "[2032,2034]", "-0043", "Y170000002", "2032-21/2033-21"] {
            assert!(of(date).starts_with(r#"{"literal""#), "{date}: {}", of(date));
        }
    }
}
