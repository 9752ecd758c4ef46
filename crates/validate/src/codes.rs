//! The codes that no rule raises, but the reading of files, the schemas, the waivers and, above this crate, checks against the texts of sources.

use standpoint_report::{Code, Level};

macro_rules! codes {
    ($(#[doc = $doc:literal] $name:ident = $word:literal $(, $silence:ident $level:ident)?;)+) => {
        $(#[doc = $doc] pub static $name: Code = codes!(@code $word $(, $silence $level)?);)+

        /// All of them.
        pub(crate) static WITHOUT_RULE: &[&Code] = &[$(&$name),+];
    };
    (@code $word:literal) => { codes!(@code $word, fixed Error) };
    (@code $word:literal, $silence:ident $level:ident) => {
        Code::$silence($word, Level::$level, include_str!(concat!("../docs/", $word, ".md")))
    };
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
    /// The record's `kind` is none of the twelve.
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
    STATED_BUT_HEDGED = "stated-but-hedged", waivable Note;
    /// A record rests on a section that is said to hold nothing to encode.
    SET_ASIDE_BUT_CITED = "set-aside-but-cited", waivable Warning;
    /// A record of format 0.1 that this one cannot read.
    OUTDATED_RECORD = "outdated-record";
    /// A span that ends before it starts.
    REVERSED_SPAN = "reversed-span";
    /// A record waives what no record may waive.
    FORBIDDEN_WAIVER = "forbidden-waiver", allowable Error;
    /// A record waives a code that there is not.
    UNKNOWN_WAIVER_CODE = "unknown-waiver-code", allowable Error;
    /// A waiver waives nothing.
    UNUSED_WAIVER = "unused-waiver", allowable Warning;
}
