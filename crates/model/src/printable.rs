//! Text that is safe to print.

/// Text on one line and without commands to a terminal: control characters, and those that reverse the direction of
/// writing, become escapes. What contributors write and what they call their files goes through this.
///
/// ```
/// use standpoint_model::printable;
///
/// assert_eq!(printable("red \u{1B}[31m\n"), r"red \u{1b}[31m\u{a}");
/// assert_eq!(printable("Mazār-i-Šarīf"), "Mazār-i-Šarīf");
/// ```
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_direction_mark(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether `sign` is one of those that turn the direction of a text and are not seen.
///
/// ```
/// use standpoint_model::is_direction_mark;
///
/// assert!(is_direction_mark('\u{202E}'));
/// assert!(!is_direction_mark('م'));
/// ```
pub const fn is_direction_mark(sign: char) -> bool {
    matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
