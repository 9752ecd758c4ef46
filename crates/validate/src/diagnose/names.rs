//! Names as readers compare them.

use std::borrow::Cow;

use standpoint_model::Text;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The name in lower case, with single spaces and composed letters, by which two spellings of it are one.
pub(crate) fn folded(name: &Text) -> String {
    let words: Vec<&str> = name.as_str().split_whitespace().collect();
    composed(&words.join(" ")).to_lowercase()
}

/// A text in Unicode's normal form C, in which each letter and its accents are as few characters as can be.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect::<String>().into(),
    }
}
