//! Records over several lines in a file that has a record a line.

use serde::de::IgnoredAny;
use standpoint_report::Finding;

use crate::{
    codes,
    read::{
        blocks::{Block, RecordText},
        encoding,
        form::Arrangement,
        stretch::Stretch,
    },
};

/// How often it is looked in vain in one block whether records go on behind their lines. Each time may take as long as the
/// block does.
const IN_VAIN: usize = 100;

/// Tells once of each record over several lines of a block, where each of its lines would be told of.
#[derive(Default)]
pub(crate) struct OverLines {
    /// Where the record ends about whose lines all is said.
    silent_until: usize,
    in_vain: usize,
}

impl OverLines {
    /// What to tell of the text of a record in which this was found, of those of a block one after the other.
    pub(crate) fn join(&mut self, block: &Block, text: &RecordText, found: Vec<Finding>) -> Vec<Finding> {
        let at = text.bytes.start;
        if found.is_empty() || block.arrangement != Arrangement::Lines {
            return found;
        }
        if at < self.silent_until {
            return Vec::new();
        }
        let Ok(line) = block.stretch(text.bytes.clone()) else { return found };
        if *found[0].code != codes::INVALID_JSON || !goes_on(line.text) || self.in_vain == IN_VAIN {
            return found;
        }
        let Some(end) = end_of_values(encoding::readable_lines(&block.bytes()[at..])) else {
            self.in_vain += 1;
            return found;
        };
        self.silent_until = at + end;
        vec![over_lines(line)]
    }
}

/// Whether nothing is wrong with the text but that it breaks off.
fn goes_on(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_err_and(|error| error.is_eof())
}

/// That the record that begins in a line goes on behind it.
fn over_lines(line: Stretch<'_>) -> Finding {
    let message = "what begins here goes on over several lines";
    Finding::new(&codes::INVALID_JSON, line.place(0..line.text.len()), message).help(
        "in a file whose name ends in `.ndjson` each record takes one line; one that ends in `.json` holds a record or a list \
         of them, `[` … `]`, over as many lines as you like",
    )
}

/// Where the values end that each go over several lines.
fn end_of_values(bytes: &[u8]) -> Option<usize> {
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
