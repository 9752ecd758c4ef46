//! Lists of records whose brackets do not match.

use standpoint_report::{Finding, Place, Spot};

use super::finding::finding;
use crate::read::{blocks::Block, encoding, list::Broken, stretch::Stretch};

/// What is wrong with the list whose brackets do not match in a block, if there is one.
pub(crate) fn broken_list(block: &Block) -> Option<Finding> {
    let Broken { from, is_closed, start, .. } = block.broken?;
    let rest = &block.bytes()[from..];
    let rest = match std::str::from_utf8(rest) {
        Ok(rest) => rest,
        // What was read of it may end in the midst of a character.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&rest[..error.valid_up_to()]).ok()?,
        Err(error) => return Some(encoding::not_utf8(block.start + from + error.valid_up_to(), block.document)),
    };
    // All items before are told of by themselves, so that the list might as well begin here.
    let list = if is_closed { "[]" } else { "[" };
    let text = format!("{list}{rest}");
    let stretch = Stretch { text: &text, document: block.document, start: block.start + from - list.len() };
    let mut finding = *finding(stretch);
    for related in &mut finding.related {
        if related.place.start().1 < block.start + from {
            related.place = Place { spot: Spot::Bytes(start..start + 1), ..related.place };
        }
    }
    Some(finding)
}
