//! Text in Markdown.

/// A text that says the same in Markdown: its signs escaped, so that none of them does anything.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '@') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
