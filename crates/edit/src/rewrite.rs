//! Text of JSON that comes to say something else, and stays as it is wherever it says the same.

use std::ops::Range;

use jsonc_parser::{
    ast::{self, ObjectPropName},
    common::Ranged,
};
use serde_json::{Map, Value};

use crate::layout::{Layout, laid_out, with_layout};

/// A new text that is put together from stretches of an old one and from text of its own.
pub(crate) struct Rewrite<'t> {
    old: &'t str,
    new: String,
    copied: Vec<Copied>,
}

/// A stretch that stands in both texts.
struct Copied {
    old: usize,
    new: usize,
    length: usize,
}

/// What a rewrite came to.
pub(crate) struct Rewritten {
    pub(crate) text: String,
    copied: Vec<Copied>,
}

impl<'t> Rewrite<'t> {
    pub(crate) fn of(old: &'t str) -> Self {
        Self { old, new: String::with_capacity(old.len() + old.len() / 8), copied: Vec::new() }
    }

    /// Copies up to the record at `bytes`, and writes it so that it says `new` instead of `value`.
    pub(crate) fn record(&mut self, bytes: Range<usize>, value: &Value, new: &Value) {
        self.copy(self.done()..bytes.start);
        let text = &self.old[bytes.clone()];
        let written = with_layout(text, |layout, tree| {
            Record { rewrite: self, start: bytes.start, layout }.value(tree, value, new);
        });
        // Whatever serde_json reads the other parser reads too; if it did not, the record would still say what it should.
        if written.is_none() {
            self.write(&new.to_string());
        }
        self.copied.push(Copied { old: bytes.end, new: self.new.len(), length: 0 });
    }

    /// Copies up to the end of the record at `bytes`, and adds some behind it that are laid out as it is: on lines of their own,
    /// if each line of the text is a record, or else in a list, which is made if there is none.
    pub(crate) fn add_after(&mut self, bytes: Range<usize>, new: &[Value], is_by_lines: bool) {
        let text = &self.old[bytes.clone()];
        let line = self.old[..bytes.start].rsplit_once('\n').map_or(&self.old[..bytes.start], |(_, line)| line);
        let indent = line.chars().take_while(|c| c.is_whitespace()).collect::<String>();
        let line_end = if self.old.contains("\r\n") { "\r\n" } else { "\n" };
        let is_list = self.old.trim_start().starts_with('[');
        let gap = match (is_by_lines, is_list) {
            (true, _) => line_end.to_owned(),
            (false, true) if line.trim().is_empty() => format!(",{line_end}{indent}"),
            (false, true) => ", ".to_owned(),
            (false, false) => format!(",{line_end}"),
        };
        self.copy(self.done()..bytes.end);
        for new in new {
            let new = laid_out(text, new, &indent);
            self.write(&format!("{gap}{new}"));
        }
        if !is_by_lines && !is_list {
            self.new.insert(0, '[');
            self.copied.iter_mut().for_each(|copied| copied.new += 1);
            self.write("]");
        }
        self.copied.push(Copied { old: bytes.end, new: self.new.len(), length: 0 });
    }

    /// Copies what is left.
    pub(crate) fn finish(mut self) -> Rewritten {
        self.copy(self.done()..self.old.len());
        Rewritten { text: self.new, copied: self.copied }
    }

    /// How far the old text was told again.
    fn done(&self) -> usize {
        self.copied.last().map_or(0, |last| last.old + last.length)
    }

    fn copy(&mut self, bytes: Range<usize>) {
        self.copied.push(Copied { old: bytes.start, new: self.new.len(), length: bytes.len() });
        self.new.push_str(&self.old[bytes]);
    }

    fn write(&mut self, text: &str) {
        self.new.push_str(text);
    }
}

impl Rewritten {
    /// Where bytes of the new text stood in the old one, if they were copied in one piece.
    pub(crate) fn old_bytes(&self, new: &Range<usize>) -> Option<Range<usize>> {
        let copied = self.copied_before(new.start)?;
        let start = (new.start - copied.new) + copied.old;
        (new.end <= copied.new + copied.length).then(|| start..start + new.len())
    }

    /// Where the old text goes on that was copied before a byte of the new one.
    pub(crate) fn old_start(&self, new: usize) -> usize {
        self.copied_before(new).map_or(0, |copied| copied.old + copied.length.min(new - copied.new))
    }

    /// The last stretch that begins before a byte of the new text or at it.
    fn copied_before(&self, new: usize) -> Option<&Copied> {
        let after = self.copied.partition_point(|copied| copied.new <= new);
        self.copied[..after].iter().rev().find(|copied| copied.length > 0)
    }
}

/// A record that is being rewritten.
struct Record<'r, 't> {
    rewrite: &'r mut Rewrite<'t>,
    /// Where its text begins in the old text.
    start: usize,
    layout: Layout,
}

/// A field of an object, or an item of a list, in the text.
struct Part<'a> {
    /// What stands between it and the comma or bracket before.
    lead: Range<usize>,
    name: Option<&'a ObjectPropName<'a>>,
    value: &'a ast::Value<'a>,
}

impl Part<'_> {
    fn start(&self) -> usize {
        self.name.map_or_else(|| self.value.range().start, |name| name.range().start)
    }
}

impl Record<'_, '_> {
    fn value(&mut self, tree: &ast::Value<'_>, old: &Value, new: &Value) {
        match (tree, old, new) {
            _ if old == new => self.copy(tree.range().start..tree.range().end),
            (ast::Value::Object(object), Value::Object(old), Value::Object(new))
                if !object.properties.is_empty() && !new.is_empty() =>
            {
                self.object(object, old, new);
            }
            (ast::Value::Array(array), Value::Array(old), Value::Array(new))
                if !array.elements.is_empty() && !new.is_empty() =>
            {
                self.list(array, old, new);
            }
            _ => {
                let text = self.layout.written(new, self.line_indent(tree.range().start));
                self.rewrite.write(&text);
            }
        }
    }

    fn object(&mut self, object: &ast::Object<'_>, old: &Map<String, Value>, new: &Map<String, Value>) {
        let range = object.range.start..object.range.end;
        let parts: Vec<(Option<&ObjectPropName<'_>>, &ast::Value<'_>)> =
            object.properties.iter().map(|property| (Some(&property.name), &property.value)).collect();
        let (parts, tail) = self.parts(&range, &parts);
        self.copy(range.start..range.start + 1);
        for (position, (name, value)) in new.iter().enumerate() {
            let at = parts.iter().position(|part| part.name.is_some_and(|own| own.as_str() == name));
            self.separate(&parts, position, at);
            if let (Some(part), Some(old)) = (at.and_then(|at| parts.get(at)), old.get(name)) {
                self.copy(part.start()..part.value.range().start);
                self.value(part.value, old, value);
            } else {
                let indent = self.lead_indent(&parts, position);
                let text = self.layout.field(name, value, indent.as_deref());
                self.rewrite.write(&text);
            }
        }
        self.copy(tail);
        self.copy(range.end - 1..range.end);
    }

    fn list(&mut self, array: &ast::Array<'_>, old: &[Value], new: &[Value]) {
        let range = array.range.start..array.range.end;
        let items: Vec<(Option<&ObjectPropName<'_>>, &ast::Value<'_>)> =
            array.elements.iter().map(|item| (None, item)).collect();
        let (parts, tail) = self.parts(&range, &items);
        self.copy(range.start..range.start + 1);
        for (position, value) in new.iter().enumerate() {
            let at = Some(position).filter(|at| *at < parts.len());
            self.separate(&parts, position, at);
            if let (Some(part), Some(old)) = (parts.get(position), old.get(position)) {
                self.value(part.value, old, value);
            } else {
                let indent = self.lead_indent(&parts, position);
                let text = self.layout.written(value, indent);
                self.rewrite.write(&text);
            }
        }
        self.copy(tail);
        self.copy(range.end - 1..range.end);
    }

    /// The parts of what stands in brackets, and what stands between the last of them and the bracket.
    fn parts<'a>(
        &self,
        range: &Range<usize>,
        parts: &[(Option<&'a ObjectPropName<'a>>, &'a ast::Value<'a>)],
    ) -> (Vec<Part<'a>>, Range<usize>) {
        let mut before = range.start + 1;
        let mut found = Vec::with_capacity(parts.len());
        for &(name, value) in parts {
            let mut part = Part { lead: 0..0, name, value };
            let gap = self.text(before..part.start());
            let comma = gap.find(',').map_or(0, |comma| comma + 1);
            part.lead = before + comma..part.start();
            before = value.range().end;
            found.push(part);
        }
        (found, before..range.end - 1)
    }

    /// Writes what stands before a part: the comma, and the white space of the part itself or of one like it.
    fn separate(&mut self, parts: &[Part<'_>], position: usize, at: Option<usize>) {
        if position > 0 {
            self.rewrite.write(",");
        }
        let own = at.filter(|at| (*at == 0) == (position == 0));
        if let Some(lead) = own.and_then(|at| parts.get(at)).or_else(|| model(parts, position)).map(|part| &part.lead) {
            self.copy_again(lead.clone(), own.is_some());
        } else if position > 0 {
            let lead = parts.first().map_or("", |first| self.text(first.lead.clone()));
            let lead = if lead.contains('\n') { lead.to_owned() } else { self.layout.gap().to_owned() };
            self.rewrite.write(&lead);
        }
    }

    /// What a line begins with on which a new part stands, if it has a line of its own.
    fn lead_indent(&self, parts: &[Part<'_>], position: usize) -> Option<String> {
        let part = model(parts, position).or_else(|| parts.first())?;
        self.text(part.lead.clone()).rsplit_once('\n').map(|(_, indent)| indent.to_owned())
    }

    /// What the line begins with in which a byte stands, if nothing but a name stands before it and the record has several
    /// lines.
    fn line_indent(&self, at: usize) -> Option<String> {
        let before = self.text(0..at);
        let (_, line) = before.rsplit_once('\n')?;
        let text = line.trim_start();
        let is_alone =
            text.is_empty() || (text.starts_with('"') && text.trim_end().ends_with(':') && !text.contains('{'));
        is_alone.then(|| line[..line.len() - text.len()].to_owned())
    }

    fn text(&self, bytes: Range<usize>) -> &str {
        &self.rewrite.old[bytes.start + self.start..bytes.end + self.start]
    }

    fn copy(&mut self, bytes: Range<usize>) {
        self.rewrite.copy(bytes.start + self.start..bytes.end + self.start);
    }

    /// Copies white space; what serves as a model for other white space stands for no place of its own.
    fn copy_again(&mut self, bytes: Range<usize>, is_own: bool) {
        if is_own {
            self.copy(bytes);
        } else {
            let text = self.text(bytes).to_owned();
            self.rewrite.write(&text);
        }
    }
}

/// A part whose white space another one at this position may have too.
fn model<'p, 'a>(parts: &'p [Part<'a>], position: usize) -> Option<&'p Part<'a>> {
    if position == 0 { parts.first() } else { parts.get(1) }
}
