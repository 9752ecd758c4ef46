//! The records of texts that are not JSON, as far as they can be told apart.

use std::ops::Range;

use serde::de::IgnoredAny;
use standpoint_report::{Finding, Place};

use crate::{codes, read::stretch::Stretch};

/// The white space of JSON.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The items of a list in which something is not JSON, so that one bad record does not hide the others. Where nothing
/// stands between two commas, the item is the comma. Nothing, where the brackets do not match.
///
/// If each item is JSON, the list is.
pub(crate) fn items(text: &str) -> Option<Vec<Range<usize>>> {
    let list = text.trim_matches(SPACE);
    let start = text.len() - text.trim_start_matches(SPACE).len();
    let mut items = Vec::new();
    let (mut depth, mut item, mut in_text, mut escaped) = (0_usize, 1, false, false);
    let mut take = |from: usize, to: usize| {
        let inside = &list[from..to];
        let begin = from + inside.len() - inside.trim_start_matches(SPACE).len();
        let end = begin + inside.trim_matches(SPACE).len();
        items.push(if begin < end { begin + start..end + start } else { from - 1 + start..from + start });
    };
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            // No text goes on behind its line, so that one that is not closed spoils no other.
            b'\n' => (in_text, escaped) = (false, false),
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    take(item, at);
                    return (byte == b']' && at + 1 == list.len() && list.starts_with('[')).then_some(items);
                }
            }
            b',' if depth == 1 => {
                take(item, at);
                item = at + 1;
            }
            _ => {}
        }
    }
    None
}

/// Makes one finding of all those that a record over several lines raises in a text that has a record a line.
///
/// `findings` are those of the text, in the order of its lines.
pub(crate) fn join_lines(whole: Stretch<'_>, findings: &mut Vec<Finding>) {
    let inside = |place: &Place| place.start().1.saturating_sub(whole.start);
    let mut joined = Vec::with_capacity(findings.len());
    let mut rest = std::mem::take(findings).into_iter().peekable();
    while let Some(finding) = rest.next() {
        let start = finding.place.as_ref().map_or(0, inside);
        let line = whole.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let behind = whole.part(line..whole.text.len());
        let Some(end) = end_of_values(&finding, behind.text.as_bytes()) else {
            joined.push(finding);
            continue;
        };
        joined.push(over_lines(behind.part(0..behind.text.find('\n').unwrap_or(behind.text.len()))));
        while rest.next_if(|next| next.place.as_ref().is_some_and(|place| inside(place) < line + end)).is_some() {}
    }
    *findings = joined;
}

/// That the record that begins in a line goes on behind it.
pub(crate) fn over_lines(line: Stretch<'_>) -> Finding {
    let message = "what begins here goes on over several lines";
    Finding::new(&codes::INVALID_JSON, line.place(0..line.text.trim_end().len()), message).help(
        "in a file whose name ends in `.ndjson` each record takes one line; one that ends in `.json` holds a record or a list \
         of them, `[` … `]`, over as many lines as you like",
    )
}

/// Where the values end that begin with the line of a finding and each go over several lines, if it is such values that
/// the finding is about.
pub(crate) fn end_of_values(finding: &Finding, bytes: &[u8]) -> Option<usize> {
    if *finding.code != codes::INVALID_JSON {
        return None;
    }
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<IgnoredAny>();
    let mut end = 0;
    while let Some(Ok(_)) = values.next() {
        let value = bytes[end..values.byte_offset()].trim_ascii();
        if !value.contains(&b'\n') {
            break;
        }
        end = values.byte_offset();
    }
    (end > 0).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn items_are_told_apart_whatever_is_wrong_with_them() {
        let found =
            |text: &'static str| items(text).map(|items| items.into_iter().map(|at| &text[at]).collect::<Vec<_>>());
        assert_eq!(found(" [ {a}, {\"b\": \"},{\"} ,[1,2] ]\n"), Some(vec!["{a}", "{\"b\": \"},{\"}", "[1,2]"]));
        assert_eq!(found("[{},]"), Some(vec!["{}", ","]));
        assert_eq!(found("[{}\n{}]"), Some(vec!["{}\n{}"]));
        assert_eq!(found("[{\"a\": \"b},\n{}]"), None);
        assert_eq!(found("[{\"a\": \"b\n},\n{}]"), Some(vec!["{\"a\": \"b\n}", "{}"]));
        assert_eq!(found("[{}}"), None);
        assert_eq!(found("[{}], {}"), None);
    }
}
