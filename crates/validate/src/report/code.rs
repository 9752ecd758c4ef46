//! The codes of findings: their names, which never change, their levels and their pages.

use crate::{Level, rules, waivers};

/// A sort of mistake.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name, in kebab case. It never changes.
    pub name: &'static str,
    /// How bad a mistake of this sort is.
    pub level: Level,
    /// The page about it, in Markdown: what it means, an example, what to do.
    pub page: &'static str,
}

/// Declares codes that no rule raises, but the reading of files, the schemas and the verification.
macro_rules! codes {
    ($(#[doc = $doc:literal] $name:ident = $word:literal $(, $level:ident)?;)+) => {
        $(#[doc = $doc] pub(crate) static $name: Code = Code {
            name: $word,
            level: codes!(@level $($level)?),
            page: include_str!(concat!("../../docs/", $word, ".md")),
        };)+

        static WITHOUT_RULE: &[&Code] = &[$(&$name),+];
    };
    (@level) => { Level::Error };
    (@level $level:ident) => { Level::$level };
}

codes! {
    /// The file begins with a byte order mark.
    BYTE_ORDER_MARK = "byte-order-mark";
    /// The file, or a part of it, is not UTF-8.
    NOT_UTF8 = "not-utf8";
    /// The file holds nothing.
    EMPTY_FILE = "empty-file";
    /// The text is not JSON.
    INVALID_JSON = "invalid-json";
    /// Lists and objects are nested beyond any record.
    NESTED_TOO_DEEP = "nested-too-deep";
    /// An object has a key twice.
    DUPLICATE_KEY = "duplicate-key";
    /// The value is no record.
    NOT_A_RECORD = "not-a-record";
    /// The record has no `kind`.
    MISSING_KIND = "missing-kind";
    /// The record's `kind` is none of the nine.
    UNKNOWN_KIND = "unknown-kind";
    /// The record's `kind` is not that of its id and its fields.
    WRONG_KIND = "wrong-kind";
    /// A field that is needed is not there.
    MISSING_FIELD = "missing-field";
    /// A field that the kind does not have.
    UNKNOWN_FIELD = "unknown-field";
    /// A value of another type than the field's.
    WRONG_TYPE = "wrong-type";
    /// A word that is not in the field's vocabulary.
    UNKNOWN_VALUE = "unknown-value";
    /// A list with too few items.
    EMPTY_LIST = "empty-list";
    /// A string that does not have the form of its field.
    INVALID_FORMAT = "invalid-format";
    /// A text that is blank or holds control characters.
    INVALID_TEXT = "invalid-text";
    /// An id that is not one, or that is of the wrong kind.
    INVALID_ID = "invalid-id";
    /// A date that is not EDTF.
    INVALID_DATE = "invalid-date";
    /// Not a country code.
    UNKNOWN_COUNTRY = "unknown-country";
    /// Not a language tag.
    UNKNOWN_LANGUAGE = "unknown-language";
    /// Not a licence expression.
    UNKNOWN_LICENSE = "unknown-license";
    /// A number beyond its bounds.
    NUMBER_OUT_OF_RANGE = "number-out-of-range";
    /// An estimate without a number, or whose low exceeds its high.
    ESTIMATE_ORDER = "estimate-order";
    /// No file has the text of a source.
    MISSING_TEXT = "missing-text";
    /// The text of a source has another length than its record says.
    TEXT_LENGTH = "text-length";
    /// A span's digest is not that of what stands in the text.
    SPAN_DIGEST = "span-digest";
    /// The words at the span of a record that is stated keep their distance.
    STATED_BUT_HEDGED = "stated-but-hedged", Note;
    /// A span that ends before it starts.
    REVERSED_SPAN = "reversed-span";
}

impl Code {
    /// Every code, by name.
    pub fn all() -> Vec<&'static Self> {
        let mut codes: Vec<&Self> = Self::each().collect();
        codes.sort_by_key(|code| code.name);
        codes
    }

    fn each() -> impl Iterator<Item = &'static Self> {
        WITHOUT_RULE.iter().copied().chain([&waivers::UNUSED]).chain(rules::RULES.iter().map(|rule| &rule.code))
    }

    /// The code of a given name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        Self::each().find(|code| code.name == name)
    }

    /// Whether a caller may leave out what has this code: what only deserves a look, and the codes of rules, which look at
    /// records that were read.
    pub fn can_be_allowed(&self) -> bool {
        self.level != Level::Error || self.is_of(rules::RULES)
    }

    /// Whether a record may waive what has this code: what only deserves a look, and the codes of rules that judge what a
    /// record says, rather than which records there are.
    pub fn can_be_waived(&self) -> bool {
        self.can_be_allowed() && !self.is_of(rules::NOT_WAIVABLE) && *self != waivers::UNUSED
    }

    /// Whether it is the code of one of these rules.
    pub(crate) fn is_of(&self, rules: &[&rules::Rule]) -> bool {
        rules.iter().any(|rule| rule.code.name == self.name)
    }

    /// The first sentence of the page after its heading: what the mistake is.
    pub fn summary(&self) -> &'static str {
        self.body().lines().next().unwrap_or_default()
    }

    /// The page after its heading.
    pub(crate) fn body(&self) -> &'static str {
        self.page.split_once('\n').map_or(self.page, |(_, body)| body).trim()
    }

    /// What the page says before its example.
    pub(crate) fn explanation(&self) -> &'static str {
        self.body().split("\n## ").next().unwrap_or_default().trim_end()
    }

    /// The page's last section: what to do.
    pub(crate) fn advice(&self) -> &'static str {
        self.page.rsplit("\n## What to do\n").next().unwrap_or_default().trim()
    }
}
