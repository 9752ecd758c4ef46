//! Text that is put together from paragraphs, as a reader sees them.

use super::headings::Heading;

/// A text as it grows.
#[derive(Default)]
pub(super) struct Paragraphs {
    text: String,
    headings: Vec<Heading>,
    /// How many line ends are to stand before whatever comes next.
    breaks: usize,
    /// Whether a space is to stand there.
    space: bool,
    /// Where the heading began that is being written, and how deep it stands.
    heading: Option<(usize, usize)>,
}

impl Paragraphs {
    /// Whatever comes next stands on a line of its own; with two, after an empty line.
    pub(super) fn break_line(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
        self.space = false;
    }

    /// Adds text in which white space is nothing but a space.
    pub(super) fn add(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}' {
                self.space = true;
            } else {
                self.push(c);
            }
        }
    }

    /// Adds text whose lines are lines.
    pub(super) fn add_as_it_is(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.flush_break();
                self.text.push('\n');
            }
            line.chars().filter(|c| *c != '\r').for_each(|c| self.push(c));
        }
    }

    /// What comes next, up to [`Self::end_heading`], is a heading.
    pub(super) fn begin_heading(&mut self, level: usize) {
        self.break_line(2);
        self.flush_break();
        self.heading = Some((self.text.len(), level));
    }

    pub(super) fn end_heading(&mut self) {
        if let Some((start, level)) = self.heading.take() {
            let start = start + self.text[start..].len() - self.text[start..].trim_start().len();
            self.headings.extend(Heading::new(&self.text[start..], level, start));
        }
        self.break_line(2);
    }

    /// The text, which ends with a line end unless it is empty, and its headings.
    pub(super) fn finish(mut self) -> (String, Vec<Heading>) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.text, self.headings)
    }

    fn push(&mut self, c: char) {
        self.flush_break();
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        self.text.push(c);
    }

    fn flush_break(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if self.text.is_empty() {
            return;
        }
        let there = self.text.len() - self.text.trim_end_matches('\n').len();
        (there..breaks).for_each(|_| self.text.push('\n'));
    }
}
