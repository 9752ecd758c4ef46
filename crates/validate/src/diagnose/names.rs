//! Names as readers compare them.

use standpoint_model::Text;

/// The name in lower case and with single spaces, by which two spellings of it are one.
pub(crate) fn folded(name: &Text) -> String {
    let words: Vec<&str> = name.as_str().split_whitespace().collect();
    words.join(" ").to_lowercase()
}
