//! Names as readers compare them.

use standpoint_model::Text;

/// The name in lower case and with single spaces, by which two spellings of it are one.
pub(crate) fn folded(name: &Text) -> String {
    folded_words(name.as_str())
}

/// As [`folded`], of words that are not yet known to be a text.
pub(crate) fn folded_words(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
