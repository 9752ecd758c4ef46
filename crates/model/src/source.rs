//! Documents that evidence points into.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Count, Edtf, Id, LanguageTag, Sha256, Status, Text, Waiver, WebAddress, lexical::present, vocabulary::vocabulary,
};

/// A document that evidence points into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id of the record.
    #[schemars(example = &"source/annual-report-2021")]
    pub id: Id<Source>,
    /// The title.
    #[schemars(example = &"Annual report 2021")]
    pub title: Text,
    /// Who published it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The Example Institute")]
    pub publisher: Option<Text>,
    /// What sort of document it is.
    #[serde(rename = "type")]
    #[schemars(example = &"report")]
    pub r#type: SourceType,
    /// Where it can be read.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"https://example.org/reports/2021")]
    pub url: Option<WebAddress>,
    /// When it was published.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2022-01")]
    pub published: Option<Edtf>,
    /// When it was read for this dataset.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2023-05-01")]
    pub accessed: Option<Edtf>,
    /// The language it is written in.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"en")]
    pub language: Option<LanguageTag>,
    /// Who holds the rights, and what they allow.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Copyright of the publisher; cited by offset and digest, not quoted.")]
    pub rights: Option<Text>,
    /// Whether the rights allow citations to carry the words themselves in `quote`. No, when left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(example = true)]
    pub quotable: bool,
    /// The exact text that spans count in, by its digest and length. Left out for a source without text.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub text: Option<SourceText>,
    /// How reliable the source is in general, on the Admiralty scale.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"B")]
    pub reliability: Option<Reliability>,
    /// `retracted` for a source that is withdrawn but kept; the `note` then says why. Left out otherwise.
    #[serde(default, skip_serializing_if = "Status::is_current")]
    #[schemars(example = &"retracted")]
    pub status: Status,
    /// What a reader should know about this source.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The columns of the table are lost in the text version.")]
    pub note: Option<Text>,
    /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Waiver>,
}

/// The exact text of a source: enough to recognise it, none of its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceText {
    /// The SHA-256 digest of the whole text, in UTF-8.
    #[schemars(example = &"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    pub sha256: Sha256,
    /// The length of the text in Unicode code points.
    #[schemars(example = 4925)]
    pub length: Count,
}

vocabulary! {
    /// What sort of document a source is.
    pub enum SourceType {
        /// A page on the web.
        WebPage = "web-page",
        /// A report.
        Report = "report",
        /// A book or a chapter of one.
        Book = "book",
        /// An article in a scholarly journal.
        JournalArticle = "journal-article",
        /// An article in a newspaper or a news service.
        NewsArticle = "news-article",
        /// A statement by a party.
        Statement = "statement",
        /// A video or a film.
        Video = "video",
        /// A collection of data.
        Dataset = "dataset",
        /// A list of places or names with their identifiers.
        Gazetteer = "gazetteer",
        /// An interview.
        Interview = "interview",
        /// Any other document.
        Other = "other",
    }
}

vocabulary! {
    /// How reliable a source is in general: the letters of the Admiralty code (NATO AJP-2.1).
    pub enum Reliability {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Its reliability cannot be judged.
        F = "F",
    }
}
