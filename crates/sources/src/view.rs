//! A text with differences taken out, of which every byte still knows where it comes from.

use std::ops::Range;

/// A changed copy of a text, and where each of its characters stands in the original.
#[derive(Debug, Clone, Default)]
pub(crate) struct View {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of a view that comes from a stretch of the original.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the view.
    start: usize,
    /// Where it begins in the original.
    original: usize,
    /// How many bytes of the original it stands for as a whole; none, if each of its bytes stands for one.
    whole: Option<u32>,
}

impl View {
    /// Adds a character that stands for these bytes of the original.
    pub(crate) fn push(&mut self, c: char, original: Range<usize>) {
        let start = self.text.len();
        let is_plain = c.len_utf8() == original.len();
        let goes_on = match self.runs.last() {
            Some(run) if is_plain => run.whole.is_none() && start - run.start == original.start - run.original,
            // Several characters for one of the original are one run.
            Some(run) => run.original == original.start && run.whole.is_some_and(|all| all as usize == original.len()),
            None => false,
        };
        if !goes_on {
            let whole = (!is_plain).then(|| u32::try_from(original.len()).unwrap_or(u32::MAX));
            self.runs.push(Run { start, original: original.start, whole });
        }
        self.text.push(c);
    }

    /// What the view holds.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original for which these bytes of the view stand; none, if they begin or end within what stands for
    /// one character.
    pub(crate) fn original(&self, view: Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.run(view.start)?, self.run(view.end.checked_sub(1)?)?);
        let start = match self.runs[first] {
            Run { start, original, whole: None } => original + view.start - start,
            Run { start, original, .. } => (view.start == start).then_some(original)?,
        };
        let end = match self.runs[last] {
            Run { start, original, whole: None } => original + view.end - start,
            Run { original, whole: Some(whole), .. } => {
                let end = self.runs.get(last + 1).map_or(self.text.len(), |next| next.start);
                (view.end == end).then_some(original + whole as usize)?
            }
        };
        Some(start..end)
    }

    /// The first byte of the view that stands for something at or after a byte of the original.
    pub(crate) fn at_original(&self, original: usize) -> usize {
        let next = self.runs.partition_point(|run| run.original <= original);
        let after = self.runs.get(next).map_or(self.text.len(), |run| run.start);
        match next.checked_sub(1).map(|index| self.runs[index]) {
            Some(run) if run.original == original => run.start,
            Some(run) if run.whole.is_none() => (run.start + original - run.original).min(after),
            _ => after,
        }
    }

    fn run(&self, byte: usize) -> Option<usize> {
        self.runs.partition_point(|run| run.start <= byte).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_of_a_view_knows_its_original() {
        // "aﬁ  b": two letters for one, and one space for two.
        let mut view = View::default();
        for (c, original) in [('a', 0..1), ('f', 1..4), ('i', 1..4), (' ', 4..6), ('b', 6..7), ('c', 9..10)] {
            view.push(c, original);
        }
        assert_eq!(view.as_str(), "afi bc");
        assert_eq!(view.original(0..3), Some(0..4));
        assert_eq!(view.original(1..2), None);
        assert_eq!(view.original(2..3), None);
        assert_eq!(view.original(3..5), Some(4..7));
        assert_eq!(view.original(4..6), Some(6..10));
        assert_eq!(view.original(0..0), None);
        let starts: Vec<usize> = [0, 1, 4, 6, 7, 9, 10].into_iter().map(|byte| view.at_original(byte)).collect();
        assert_eq!(starts, [0, 1, 3, 4, 5, 5, 6]);
    }
}
