//! The text as it grows, wrapped to the width of the terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use standpoint_model::{Dataset, Record, Status, printable};
use textwrap::{Options, core::display_width};

use super::screen::Screen;
use crate::prose::{self, Piece, Row, SHORT, Sign, brief};

/// How long the name of a record is at most where another record names it.
const NAME: usize = 160;

/// A space at which no line breaks. Text of the data comes without it, since its white space becomes plain spaces.
pub(super) const TIED: char = '\u{A0}';

const BOLD: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();
const LINK: Style = AnsiColor::Cyan.on_default();
const FOR: Style = AnsiColor::Green.on_default();
const AGAINST: Style = AnsiColor::Red.on_default().bold();
const WARN: Style = AnsiColor::Yellow.on_default();

/// A page of text.
pub(super) struct Page<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) screen: Screen,
    text: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(dataset: &'a Dataset, screen: Screen) -> Self {
        let screen = Screen { width: screen.width.max(20), ..screen };
        Self { dataset, screen, text: String::new() }
    }

    /// All of it, without blanks at the ends of lines.
    pub(super) fn finish(self) -> String {
        let lines: Vec<&str> = self.text.trim_end().lines().map(str::trim_end).collect();
        lines.join("\n").replace(TIED, " ") + "\n"
    }

    pub(super) fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The name of the record.
    pub(super) fn title(&mut self, name: &str) {
        let name = self.styled(BOLD, &plain(name));
        self.write("", "", &name);
    }

    /// The heading of a part of the page.
    pub(super) fn heading(&mut self, words: &str) {
        self.blank();
        let (words, rule) = (words.to_uppercase(), "─".repeat(display_width(words).min(self.screen.width)));
        let words = self.styled(BOLD, &words);
        self.write("", "", &words);
        self.write("", "", &rule);
    }

    /// The heading of a part of a part.
    pub(super) fn subheading(&mut self, words: &str) {
        self.blank();
        let words = self.styled(BOLD, words);
        self.write("", "", &words);
    }

    /// A text of the data, which may have paragraphs.
    pub(super) fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            self.blank();
            self.write("", "", &plain(paragraph));
        }
    }

    /// Text below `first`, which stands before it, and with `rest` before each line but the first. Of a text of nothing but
    /// white space there is nothing to see.
    pub(super) fn write(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(self.screen.width).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(text, options).iter().filter(|line| !line.trim().is_empty()) {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// The fields of a record, the terms in a column of their own.
    pub(super) fn rows(&mut self, rows: &[Row<'_>]) {
        let widest = rows.iter().map(|row| display_width(&row.term)).max().unwrap_or_default();
        let column = (widest + 4).min(self.screen.width / 3);
        for row in rows {
            let read_in = if row.readings.is_empty() { String::new() } else { format!(" {}", self.sign(Sign::ReadIn)) };
            let says = self.line(&row.says) + &read_in;
            self.beside(column, &row.term, &says);
        }
    }

    /// A term, and beside it what it says; below it, where the term is too long for its column.
    pub(super) fn beside(&mut self, column: usize, term: &str, says: &str) {
        let rest = " ".repeat(column);
        let width = display_width(term) + 2;
        let shown = self.styled(FAINT, term);
        if width < column {
            let first = format!("  {shown}{}", " ".repeat(column - width));
            self.write(&first, &rest, says);
        } else {
            self.write("  ", "  ", &shown);
            self.write(&rest, &rest, says);
        }
    }

    /// One fact: what it says and how sure it is, who claims and who denies it; where the sources say so, if that is
    /// asked for.
    pub(super) fn fact(&mut self, indent: usize, says: &str, record: &Record) {
        let before = " ".repeat(indent);
        let text = format!("{says}{}", self.signs(record));
        self.write(&format!("{before}• "), &format!("{before}  "), &text);
        self.grounds(indent + 2, record, self.screen.evidence);
    }

    /// Who takes which position on a record, what does not agree with it and, if asked for, where the sources say so.
    pub(super) fn grounds(&mut self, indent: usize, record: &Record, evidence: bool) {
        self.positions(indent, record, evidence);
        let Some(basis) = record.basis().filter(|_| evidence) else { return };
        let before = " ".repeat(indent);
        let line = format!("{}{}", self.styled(FAINT, record.id()), self.cited(&basis.evidence));
        self.write(&before, &format!("{before}  "), &line);
        if let Some(note) = record.note() {
            self.note(indent, note.as_str());
        }
    }

    pub(super) fn note(&mut self, indent: usize, note: &str) {
        let before = " ".repeat(indent);
        let note = self.styled(FAINT, &format!("Note: {}", plain(note)));
        self.write(&before, &format!("{before}  "), &note);
    }

    /// Who takes which position on a record and what does not agree with it.
    pub(super) fn positions(&mut self, indent: usize, record: &Record, evidence: bool) {
        let before = " ".repeat(indent);
        let Some(basis) = record.basis() else { return };
        for standpoint in &basis.standpoints {
            let (style, sign) = if standpoint.stance.is_for() { (FOR, "▲") } else { (AGAINST, "▼") };
            let first = format!("{before}{} ", self.styled(style, sign));
            let mut line = self.line(&prose::standpoint(basis, standpoint));
            if evidence {
                line.push_str(&self.cited(&standpoint.evidence));
            }
            self.write(&first, &format!("{before}  "), &line);
        }
        for tension in prose::tensions(self.dataset, record) {
            let first = format!("{before}{} ", self.styled(WARN, "≠"));
            let line = self.line(&tension);
            self.write(&first, &format!("{before}  "), &line);
        }
        for reading in &basis.readings {
            let first = format!("{before}{} ", self.styled(WARN, "+"));
            let says = if evidence { prose::reading(reading) } else { prose::read_in(std::slice::from_ref(reading)) };
            let line = format!("The dataset reads in: {}", self.line(&says));
            self.write(&first, &format!("{before}  "), &line);
        }
    }

    /// Citations, to stand after what they support.
    fn cited(&self, citations: &[standpoint_model::Citation]) -> String {
        let cited = prose::citations(citations);
        cited.iter().map(|line| self.styled(FAINT, &format!(" [{}]", self.unstyled(line)))).collect()
    }

    /// How sure a fact is, unless it is simply stated, to stand after what it says.
    pub(super) fn signs(&self, record: &Record) -> String {
        let signs = prose::signs(self.dataset, record).into_iter().filter(|&sign| sign != Sign::STATED);
        self.shown(signs)
    }

    /// How sure it is what the record called `id` says.
    pub(super) fn doubts(&self, id: &str) -> String {
        self.shown(prose::doubts(self.dataset, id))
    }

    fn shown(&self, signs: impl Iterator<Item = Sign>) -> String {
        signs.flat_map(|sign| [" ".to_owned(), self.sign(sign)]).collect()
    }

    pub(super) fn sign(&self, sign: Sign) -> String {
        match sign {
            Sign::Contested => self.styled(AGAINST, &format!("[≠{TIED}CONTESTED]")),
            Sign::Contradicted => self.styled(WARN, &format!("[≠{TIED}contradicted]")),
            Sign::Modality(_)
            | Sign::Planned
            | Sign::CalledOff
            | Sign::Conditional
            | Sign::ReadIn
            | Sign::Withdrawn => self.styled(WARN, &format!("[{}]", sign.word().replace(' ', &TIED.to_string()))),
        }
    }

    pub(super) fn line(&self, line: &[Piece<'_>]) -> String {
        line.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Piece<'_>) -> String {
        match piece {
            Piece::Words(words) => words.to_string(),
            Piece::Strong(words) => self.styled(BOLD, &plain(words)),
            Piece::Quantity(text) => plain(text),
            Piece::Text(text) | Piece::Foreign(text, _) => plain(text),
            Piece::Record(id) => self.named(id),
            Piece::Short(id) => {
                self.called(id, &brief(&prose::short_name(self.dataset, id), SHORT)) + &self.signs_of_claim(id)
            }
            Piece::Titled(id) => {
                let [before, after] = prose::quotation_marks(self.dataset, id);
                format!("{before}{}{after}{}", self.name(id), self.signs_of_claim(id))
            }
            Piece::When(when) => when.english(),
            Piece::Address(address) => plain(address),
            Piece::Digest(digest) => (*digest).to_owned(),
        }
    }

    fn unstyled(&self, line: &[Piece<'_>]) -> String {
        let page = Page { dataset: self.dataset, screen: Screen { color: false, ..self.screen }, text: String::new() };
        page.line(line)
    }

    /// The record called `id` in a few words; the id itself where there is no such record.
    pub(super) fn name(&self, id: &str) -> String {
        self.called(id, &brief(&prose::name_of(self.dataset, id), NAME))
    }

    fn called(&self, id: &str, name: &str) -> String {
        let Some(record) = self.dataset.resolve(id) else { return plain(id) };
        let withdrawn = if record.status() == Status::Retracted { " (withdrawn)" } else { "" };
        let name = self.styled(LINK, &plain(name));
        format!("{name}{withdrawn}")
    }

    /// The record called `id` in a few words, with the signs that it bears if it is a claim.
    pub(super) fn named(&self, id: &str) -> String {
        self.name(id) + &self.signs_of_claim(id)
    }

    fn signs_of_claim(&self, id: &str) -> String {
        let is_claim = self.dataset.resolve(id).is_some_and(prose::is_claim);
        if is_claim { self.doubts(id) } else { String::new() }
    }

    pub(super) fn styled(&self, style: Style, text: &str) -> String {
        if !self.screen.color {
            return text.to_owned();
        }
        let mut styled = String::with_capacity(text.len() + 8);
        // Writing to a string cannot fail.
        let _ = write!(styled, "{style}{text}{style:#}");
        styled
    }
}

/// Text of the data on one line, without commands to the terminal.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" "))
}
