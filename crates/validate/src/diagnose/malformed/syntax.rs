//! What is wrong where a text stops being JSON, and what to write instead.

use std::ops::Range;

use super::{fault::Fault, other_text, scan::Cause};
use crate::codes;

/// What word processors make of quotation marks, and what other languages have for them.
const STRANGE_QUOTES: [char; 6] = ['\u{201C}', '\u{201D}', '\u{201E}', '\u{2018}', '\u{2019}', '\''];

const LOOK: &str =
    "look just before this place for a comma, a bracket or a quotation mark that is missing or one too many";

/// The fault of `text`, which stops being JSON at a byte for some cause.
pub(super) fn fault(text: &str, at: usize, cause: Cause) -> Fault {
    if let Some(fault) = other_text::fault(text, at) {
        return fault;
    }
    let stop = Stop::new(text, at);
    match cause {
        Cause::Depth => Fault {
            code: &codes::NESTED_TOO_DEEP,
            message: "lists and objects are nested more than 127 levels deep here".into(),
            ..Fault::new(
                stop.found_range(),
                "",
                "no record is nested more than a few levels deep; look for brackets that were never closed",
            )
        },
        Cause::NumberRange => Fault {
            code: &codes::NUMBER_OUT_OF_RANGE,
            message: "the number is too large for any reader of JSON".into(),
            ..Fault::new(stop.token(), "", "write the number with fewer digits")
        },
        Cause::End => stop.too_early(),
        Cause::ControlCharacter => stop.control_character(),
        Cause::Surrogate => Fault::new(
            at..at + "\\uD800".len(),
            "this is half of a character",
            "`\\uD800` to `\\uDFFF` come only in pairs; write the character itself instead",
        ),
        Cause::Escape => {
            let start = text[..at].rfind('\\').unwrap_or(at);
            Fault::new(start..stop.found_range().end, "invalid escape", "write `\\\\` for a backslash inside a text")
        }
        Cause::Number => Fault::new(
            stop.token(),
            "invalid number",
            "write the number in digits alone, the first of them not 0, with a point before a fraction: `7`, `0.5`",
        ),
        Cause::Behind => stop.something_behind(),
        Cause::NoValue | Cause::Word | Cause::NoName | Cause::NoColon | Cause::NoComma(_) => {
            stop.found_strange().unwrap_or_else(|| stop.expected(cause))
        }
    }
}

/// Where a text stops being JSON.
struct Stop<'t> {
    text: &'t str,
    at: usize,
    /// What stands there.
    found: Option<char>,
    /// What stands before it, without white space at the end.
    before: &'t str,
}

impl<'t> Stop<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, found: text[at..].chars().next(), before: text[..at].trim_end() }
    }

    /// The character at which it stops; none of it, at the end of a line.
    fn found_range(&self) -> Range<usize> {
        self.at..self.at + self.found.filter(|c| *c != '\n').map_or(0, char::len_utf8)
    }

    /// The last character before it that is no white space.
    fn last_range(&self) -> Range<usize> {
        let width = self.before.chars().next_back().map_or(0, char::len_utf8);
        self.before.len() - width..self.before.len()
    }

    /// The word or the number in whose midst, or before which, it stops.
    fn token(&self) -> Range<usize> {
        let is_part = |c: char| c.is_alphanumeric() || "+-._".contains(c);
        let start = self.text[..self.at].trim_end_matches(is_part).len();
        let rest = &self.text[self.at..];
        let end = self.text.len() - rest.trim_start_matches(is_part).len();
        if start == end { self.found_range() } else { start..end }
    }

    /// The text ends where it should go on.
    fn too_early(&self) -> Fault {
        let Open { brackets, text } = Open::before(self.text, self.text.len());
        let end = self.text.len()..self.text.len();
        let message = "it ends before it is complete";
        if let Some(start) = text {
            let related = Some((start..start + 1, "the text that begins here is not closed"));
            return Fault {
                related,
                ..Fault::new(end, message, "close the text with `\"`, and what is open around it")
            };
        }
        let closing: String = brackets.iter().rev().map(|at| closing(self.text, *at)).collect();
        let related = brackets.last().map(|at| (*at..at + 1, "this bracket is not closed"));
        Fault { related, ..Fault::new(end, message, format!("close what is open: add `{closing}`")) }
    }

    /// A line ends, or something invisible stands, inside a text.
    fn control_character(&self) -> Fault {
        match self.found {
            Some('\n' | '\r') => {
                let start = Open::before(self.text, self.at).text.unwrap_or(self.at);
                let line = self.text[start..self.at].trim_end();
                let help = match line.trim_end_matches([',', ' ']).chars().next_back() {
                    Some(quote) if STRANGE_QUOTES.contains(&quote) => {
                        format!("write `\"` for the `{quote}` at its end; word processors turn it into a curly one")
                    }
                    _ if self.goes_on_as_text() => {
                        "a text stands on one line: write `\\n` for the line break, or a space".into()
                    }
                    _ => "close it with `\"` before the line ends; for a new line inside a text write `\\n`".into(),
                };
                Fault::new(start..start + line.len(), "the text that begins here is not closed on its line", help)
            }
            Some('\t') => Fault::new(self.found_range(), "a tab inside a text", "write a space, or `\\t` for the tab"),
            _ => Fault::new(
                self.found_range(),
                "an invisible control character inside a text",
                "delete it; it comes with text copied out of other programs",
            ),
        }
    }

    /// Whether the next line is no field, no end of one and no item, so that the text goes on there.
    fn goes_on_as_text(&self) -> bool {
        let next = self.text[self.at..].trim_start();
        next.starts_with(|c: char| c.is_alphanumeric()) && next.lines().next().is_some_and(|line| line.contains('"'))
    }

    /// Something stands behind what is complete.
    fn something_behind(&self) -> Fault {
        let rest = self.text[self.at..].trim_end();
        let at = self.found_range();
        match self.found {
            Some('}' | ']') => {
                Fault::new(at, "this bracket closes nothing", "remove it, or the one too many before it")
            }
            Some(',') if rest == "," => Fault {
                is_surplus: true,
                ..Fault::new(
                    at,
                    "a comma behind the record",
                    "remove it; where each record takes a line, nothing stands between",
                )
            },
            Some('{' | ',') => Fault::new(
                at,
                "another record follows",
                "records in a list, `[` … `]`, have a comma between them; in a file whose name ends in `.ndjson` each \
                 takes a line of its own, without commas",
            ),
            Some(':') => Fault::new(at, "a field in a list", "fields stand in curly brackets, `{` … `}`"),
            Some('[') => Fault::new(
                at,
                "a second list begins here",
                "a file holds one list: write a comma for the `]` before and the `[` here",
            ),
            _ => Fault::new(at, "something follows the record", LOOK),
        }
    }

    /// What the character found says by itself, wherever it stands.
    fn found_strange(&self) -> Option<Fault> {
        let at = self.found_range();
        let last = self.before.chars().next_back();
        let next = self.text[at.end..].chars().next();
        Some(match self.found? {
            // The text stops at the bracket; the comma is what is wrong.
            '}' | ']' if last == Some(',') => Fault {
                is_surplus: true,
                ..Fault::new(self.last_range(), "trailing comma", "remove the comma before the closing bracket")
            },
            // Where an item should be, of a list that is taken apart, stands nothing but the comma.
            ',' if matches!(last, None | Some(',' | '[' | '{')) => {
                let is_surplus = self.text.trim() == ",";
                Fault { is_surplus, ..Fault::new(at, "a comma too many", "remove this comma") }
            }
            '#' => self.comment(),
            '/' if matches!(next, Some('/' | '*')) => self.comment(),
            '\'' => Fault::new(
                at,
                "text stands between straight double quotation marks",
                "write `\"` instead of `'`, at both ends of the text",
            ),
            quote if STRANGE_QUOTES.contains(&quote) => Fault::new(
                at,
                "text stands between straight double quotation marks",
                "write `\"` here; word processors turn it into a curly one",
            ),
            // What joins files leaves the mark of each where it began.
            '\u{FEFF}' if self.before.is_empty() => Fault {
                is_surplus: true,
                ..Fault::new(at, "a byte order mark in the midst of a file", "delete it; it is invisible")
            },
            '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{3000}' => Fault::new(
                at,
                "an invisible character that is no space",
                "delete it, or write a space; it comes with text copied out of web pages",
            ),
            '0'..='9' if self.splits_number() => Fault::new(
                self.last_range().start - 1..self.token().end,
                "a comma inside a number",
                "write the number without commas between its digits, such as `1500`",
            ),
            '<' if self.before.is_empty() => Fault::new(
                at,
                "this looks like a page of the web",
                "records begin with `{`, lists of records with `[`; save the file itself, not the page that shows it",
            ),
            _ if self.before.is_empty() => Fault::new(
                at,
                "it begins with neither `{` nor `[`",
                "a record begins with `{`, a list of records with `[`",
            ),
            _ => return None,
        })
    }

    /// What should stand here instead, and what to do about it.
    fn expected(&self, cause: Cause) -> Fault {
        let at = self.found_range();
        let word = &self.text[self.token()];
        let found = self.found.unwrap_or_default();
        match cause {
            Cause::NoColon if found == '=' => Fault::new(at, "expected `:`", "write `:` instead of `=`"),
            Cause::NoColon => Fault::new(at, "expected `:`", "write `:` between the name of a field and its value"),
            Cause::NoName if found == '{' => Fault::new(
                at,
                "an object stands where a field begins",
                "close the record before it with `}`, or give the object the name of a field",
            ),
            Cause::NoName if found.is_alphabetic() => {
                Fault::new(self.token(), "the name of a field without quotation marks", format!("write `\"{word}\"`"))
            }
            Cause::NoName => Fault::new(at, "expected the name of a field", LOOK),
            Cause::Word => self.strange_word(word),
            Cause::NoValue if found.is_alphabetic() => self.strange_word(word),
            Cause::NoValue if found == '+' => Fault::new(at, "a number with a plus", "write the number without `+`"),
            Cause::NoValue if self.before.ends_with(':') => {
                Fault::new(at, "the value of the field is missing", "write the value, or leave the field out")
            }
            Cause::NoComma(closing) => self.no_comma(&format!("expected `,` or `{closing}`")),
            _ => Fault::new(at, "expected a value", LOOK),
        }
    }

    fn strange_word(&self, word: &str) -> Fault {
        let help = match word.to_lowercase().as_str() {
            word @ ("true" | "false") => format!("write `{word}`"),
            "none" | "null" | "nil" | "nan" | "undefined" => "leave the field out".into(),
            _ => format!("write text between quotation marks: `\"{word}\"`"),
        };
        Fault::new(self.token(), format!("`{word}` is no word of JSON"), help)
    }

    /// Neither a comma nor the closing bracket stands behind a value.
    fn no_comma(&self, said: &str) -> Fault {
        let at = self.found_range();
        let found = self.found.unwrap_or_default();
        let touching = self.text[..self.at].chars().next_back().unwrap_or_default();
        match found {
            ';' => Fault::new(at, said, "write `,` instead of `;`"),
            '}' | ']' => {
                let open = Open::before(self.text, self.at).brackets.last().copied();
                let help = match open {
                    Some(open) => {
                        format!("write `{}` to close what is open, or remove this one", closing(self.text, open))
                    }
                    None => "remove it".to_owned(),
                };
                let related = open.map(|open| (open..open + 1, "this bracket is open"));
                Fault { related, ..Fault::new(at, format!("`{found}` closes nothing here"), help) }
            }
            ':' => Fault::new(at, "a field in a list", "fields stand in curly brackets, `{` … `}`"),
            '"' | '{' | '[' => Fault::new(self.last_range(), "a comma is missing after this", "add `,` after it"),
            _ if found.is_alphanumeric() && touching == '"' => Fault::new(
                self.last_range(),
                "a quotation mark inside a text ends the text",
                "write `\\\"` for each quotation mark inside a text, or a curly one",
            ),
            _ if touching.is_ascii_digit() => {
                Fault::new(self.token(), "invalid number", "write the number in digits alone, such as `1500`")
            }
            _ => Fault::new(at, said, LOOK),
        }
    }

    fn comment(&self) -> Fault {
        let rest = &self.text[self.at..];
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let line = line.find("*/").filter(|_| rest.starts_with("/*")).map_or(line, |end| &line[..end + 2]);
        Fault::new(
            self.at..self.at + line.len(),
            "JSON has no comments",
            "remove it; what a reader should know belongs in the `note` of the record",
        )
    }

    /// Whether a number was broken off by a comma just before.
    fn splits_number(&self) -> bool {
        let touching = self.text[..self.at].strip_suffix(',');
        touching.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    }
}

/// What is open at a place in a text.
struct Open {
    /// Where brackets are opened, the outermost first.
    brackets: Vec<usize>,
    /// Where the text between quotation marks begins, if the place is inside one.
    text: Option<usize>,
}

impl Open {
    fn before(text: &str, end: usize) -> Self {
        let mut open = Self { brackets: Vec::new(), text: None };
        let mut escaped = false;
        for (at, byte) in text.bytes().enumerate().take(end) {
            match (open.text, byte) {
                (Some(_), _) if escaped => escaped = false,
                (Some(_), b'\\') => escaped = true,
                (Some(_), b'"') => open.text = None,
                (None, b'"') => open.text = Some(at),
                (None, b'{' | b'[') => open.brackets.push(at),
                (None, b'}' | b']') => _ = open.brackets.pop(),
                _ => {}
            }
        }
        open
    }
}

/// The bracket that closes the one at a byte.
fn closing(text: &str, at: usize) -> char {
    if text[at..].starts_with('{') { '}' } else { ']' }
}
