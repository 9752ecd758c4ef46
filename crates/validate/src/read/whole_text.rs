//! The text of a document that is kept whole.

use std::{ops::Range, path::PathBuf};

use standpoint_report::{Document, Piece};

use crate::read::{blocks::Block, extent::Extent};

/// The text of a document, as much as has come of it.
#[derive(Default)]
pub(crate) struct WholeText {
    pieces: Vec<Piece>,
    /// What follows the pieces, all of it as it is in the file, and where it starts.
    text: String,
    start: usize,
    before: Extent,
}

impl WholeText {
    /// Adds the next block. A record that is not UTF-8 is a piece of its own, since it has other bytes here than in the file.
    pub(crate) fn push(&mut self, block: &Block) {
        if let Ok(all) = std::str::from_utf8(block.bytes()) {
            self.text.push_str(all);
            return;
        }
        let mut at = 0;
        for text in block.texts().filter(|text| std::str::from_utf8(&block.bytes()[text.bytes.clone()]).is_err()) {
            self.push_part(block, at..text.bytes.start);
            self.push_part(block, text.bytes.clone());
            at = text.bytes.end;
        }
        self.push_part(block, at..block.bytes().len());
    }

    fn push_part(&mut self, block: &Block, bytes: Range<usize>) {
        let part = &block.bytes()[bytes.clone()];
        if let Ok(text) = std::str::from_utf8(part) {
            self.text.push_str(text);
        } else {
            self.end_piece();
            self.pieces.push(self.before.piece(block.start + bytes.start, String::from_utf8_lossy(part)));
            self.before = self.before.then(Extent::of(part));
            self.start = block.start + bytes.end;
        }
    }

    fn end_piece(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            let (start, before) = (self.start, self.before);
            self.start += text.len();
            self.before = before.then(Extent::of(text.as_bytes()));
            self.pieces.push(before.piece(start, text));
        }
    }

    /// The document, which is complete.
    pub(crate) fn into_document(mut self, path: PathBuf) -> Document {
        self.end_piece();
        Document::of_pieces(path, self.pieces)
    }
}
