//! Documents that evidence points into.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Actor, Alias, Code, Coding, Count, Edtf, Handling, Id, LanguageTag, MediaType, RelationshipType, Sha256, Span,
    Status, Text, Waiver, WebAddress,
    constructor::constructor,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

/// A document that evidence points into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// The id of the record.
    #[schemars(example = &"source/annual-report")]
    pub id: Id<Source>,
    /// The title.
    #[schemars(example = &"Annual report")]
    pub title: Text,
    /// Other titles: translated, shortened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// Who wrote it, as the document names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["A. Example", "B. Sample"]]))]
    pub authors: Vec<Text>,
    /// Who published it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The Example Institute")]
    pub publisher: Option<Text>,
    /// What sort of document it is.
    #[serde(rename = "type")]
    #[schemars(example = &"report")]
    pub r#type: SourceType,
    /// How it can be had. Published, when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = &"leaked")]
    pub access: Access,
    /// Where it can be read.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"https://example.org/reports/annual")]
    pub url: Option<WebAddress>,
    /// A copy that an archive keeps.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub archived: Option<Archived>,
    /// When it was published. A year of copyright is no more than an uncertain date: `2031?`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2032-01")]
    pub published: Option<Edtf>,
    /// When it was read for this dataset.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2032-05-01")]
    pub accessed: Option<Edtf>,
    /// The languages it is written in, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["en", "fr"]]))]
    pub languages: Vec<LanguageTag>,
    /// Who holds the rights, and what they allow.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Copyright of the publisher; cited by offset and digest, not quoted.")]
    pub rights: Option<Text>,
    /// Whether the rights allow citations to carry the words themselves in `quote`. No, when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = true)]
    pub quotable: bool,
    /// The exact text that spans count in, by its digest and length. Left out for a source without text.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub text: Option<SourceText>,
    /// The file from which the text was taken, by its digest.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub file: Option<SourceFile>,
    /// The parts of the text, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The sources from which it has what it says, as far as it names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["source/agency-dispatch"]]))]
    pub reports: Vec<Id<Source>>,
    /// How reliable the source is in general, on the Admiralty scale.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"B")]
    pub reliability: Option<Reliability>,
    /// Identifiers that others gave to the document, such as a DOI: at most one of a scheme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// How others' codebooks classify the document, in their own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codings: Vec<Coding>,
    /// Who may see the record. Anybody, when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = &"restricted")]
    pub handling: Handling,
    /// `retracted` for a source that is withdrawn but kept; the `note` then says why. Left out otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
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

constructor! {
    Source(id: Id<Self>, title: Text, r#type: SourceType)
    aliases, authors, publisher, access, url, archived, published, accessed, languages, rights, quotable, text, file, sections, reports, reliability, codes, codings, handling, status, note, allow
}

/// A copy of a document that an archive keeps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Archived {
    /// Where the copy is.
    #[schemars(example = &"https://archive.example.org/2032/annual")]
    pub url: WebAddress,
    /// When it was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2032-05-01")]
    pub when: Option<Edtf>,
}

constructor! {
    Archived(url: WebAddress)
    when
}

/// The exact text of a source: enough to recognise it, none of its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SourceText {
    /// The SHA-256 digest of the whole text, in UTF-8.
    #[schemars(example = &"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    pub sha256: Sha256,
    /// The length of the text in Unicode code points.
    #[schemars(example = 4321)]
    pub length: Count,
}

constructor! {
    SourceText(sha256: Sha256, length: Count)
}

/// The file of a source: enough to recognise it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SourceFile {
    /// The SHA-256 digest of the file's bytes.
    #[schemars(example = &"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    pub sha256: Sha256,
    /// What sort of file it is.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"application/pdf")]
    pub media_type: Option<MediaType>,
    /// How many pages it has.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = 48)]
    pub pages: Option<Count>,
}

constructor! {
    SourceFile(sha256: Sha256)
    media_type, pages
}

/// A part of a source's text under a heading. Sections may hold one another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Section {
    /// Its heading, or a name for it.
    #[schemars(example = &"Allies")]
    pub title: Text,
    /// The stretch of text that it is, with its heading.
    pub span: Span,
    /// If it is a list of ties of one type, which type.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"ally")]
    pub lists: Option<RelationshipType>,
    /// Whose ties it lists.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"actor/highland-league")]
    pub of: Option<Id<Actor>>,
    /// Whether the list is there and has no entry. Only this says that the source lists none; that there are no such records says nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = true)]
    pub empty: bool,
    /// Whether it holds nothing to encode, such as credits, navigation or an advertisement. Its sentences then need no citation.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = true)]
    pub nothing_to_encode: bool,
}

constructor! {
    Section(title: Text, span: Span)
    lists, of, empty, nothing_to_encode
}

vocabulary! {
    /// What sort of document a source is.
    pub enum SourceType {
        /// A page on the web that is nothing more particular.
        WebPage = "web-page",
        /// A report.
        Report = "report",
        /// A book or a chapter of one.
        Book = "book",
        /// An article in a scholarly journal.
        JournalArticle = "journal-article",
        /// An article in a newspaper or a news service.
        NewsArticle = "news-article",
        /// A communiqué or a statement by a party, other than one given to the press.
        Statement = "statement",
        /// A statement given to the press.
        PressRelease = "press-release",
        /// A post on social media.
        SocialMedia = "social-media",
        /// A video or a film.
        Video = "video",
        /// The text of an agreement that was made.
        Agreement = "agreement",
        /// A draft, a proposal or a non-paper that was never agreed.
        Draft = "draft",
        /// Minutes, a record or a log of a meeting.
        Minutes = "minutes",
        /// A resolution or a decision of a body.
        Resolution = "resolution",
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
    /// How a document can be had. Who may see its *record* is `handling`.
    pub enum Access {
        /// Its publisher lets anybody have it, free or for money. This is what leaving the field out means.
        Published = "published",
        /// It became known against the will of those whose document it is.
        Leaked = "leaked",
        /// Only some may have it.
        Restricted = "restricted",
    }
    default Published
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
