//! How the text of a record is laid out, so that what comes into it looks as if its author had written it.

use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, ast, common::Ranged};
use serde_json::Value;

/// Gives `to` the layout of a record, and the record as it is written.
pub(crate) fn with_layout<T>(text: &str, to: impl FnOnce(Layout, &ast::Value<'_>) -> T) -> Option<T> {
    let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    let tree = jsonc_parser::parse_to_ast(text, &collect, &ParseOptions::default()).ok()?.value?;
    Some(to(Layout::of(text, &tree), &tree))
}

/// A value laid out as the record `like` is, on a line that begins with `indent`.
pub(crate) fn laid_out(like: &str, value: &Value, indent: &str) -> String {
    let written = with_layout(like, |layout, _| layout.written(value, Some(indent.to_owned())));
    // Whatever serde_json reads the other parser reads too; if it did not, the record would still be there.
    written.unwrap_or_else(|| value.to_string())
}

/// How a record is laid out.
pub(crate) struct Layout {
    /// How much deeper each level of brackets stands. Nothing, if the record stands in one line.
    unit: Option<String>,
    /// Whether an object or a list that holds something stands in one line, though the record does not.
    has_short: bool,
    /// Whether a blank follows colons and commas.
    is_spaced: bool,
    /// Whether blanks stand inside curly brackets.
    is_padded: bool,
    /// How lines end.
    line_end: &'static str,
}

impl Layout {
    pub(crate) fn of(text: &str, tree: &ast::Value<'_>) -> Self {
        let range = |value: &ast::Value<'_>| &text[value.range().start..value.range().end];
        let mut short = Vec::new();
        visit(tree, &mut |value| {
            let text = range(value);
            if !text.contains('\n') && text.len() > 2 {
                short.push(text);
            }
        });
        let unit = tree.as_object().and_then(|object| {
            let first = &text[object.range.start + 1..object.properties.first()?.range.start];
            let last = &text[object.properties.last()?.range.end..object.range.end - 1];
            let (first, last) = (first.rsplit_once('\n')?.1, last.rsplit_once('\n').map_or("", |(_, indent)| indent));
            Some(first.strip_prefix(last).unwrap_or(first).to_owned())
        });
        let colon = tree.as_object().and_then(|object| {
            let first = object.properties.first()?;
            Some(&text[first.name.range().end..first.value.range().start])
        });
        Self {
            unit,
            has_short: !short.is_empty(),
            is_spaced: colon.is_some_and(|colon| colon.ends_with(' ')),
            is_padded: short.iter().any(|text| text.starts_with("{ ")),
            line_end: if text.contains("\r\n") { "\r\n" } else { "\n" },
        }
    }

    /// What stands behind a comma in a line.
    pub(crate) fn gap(&self) -> &'static str {
        if self.is_spaced { " " } else { "" }
    }

    /// A field, on a line that begins with `indent` if it has one of its own.
    pub(crate) fn field(&self, name: &str, value: &Value, indent: Option<&str>) -> String {
        format!("{}:{}{}", Value::from(name), self.gap(), self.written(value, indent.map(str::to_owned)))
    }

    /// A value, on a line that begins with `indent` if it may go over several lines.
    pub(crate) fn written(&self, value: &Value, indent: Option<String>) -> String {
        let indent = indent.filter(|_| !(self.has_short && is_leaf(value)));
        let mut text = String::new();
        self.write(value, indent.as_deref(), &mut text);
        text
    }

    fn write(&self, value: &Value, indent: Option<&str>, text: &mut String) {
        let lines = indent.zip(self.unit.as_deref()).map(|(indent, unit)| (indent, format!("{indent}{unit}")));
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let pad = if self.is_padded { " " } else { "" };
                let parts = fields.iter().map(|(name, value)| (Some(name.as_str()), value));
                self.write_parts(["{", "}"], pad, parts, lines.as_ref(), text);
            }
            Value::Array(items) if !items.is_empty() => {
                self.write_parts(["[", "]"], "", items.iter().map(|item| (None, item)), lines.as_ref(), text);
            }
            _ => text.push_str(&value.to_string()),
        }
    }

    fn write_parts<'v>(
        &self,
        [open, close]: [&str; 2],
        pad: &str,
        parts: impl Iterator<Item = (Option<&'v str>, &'v Value)>,
        lines: Option<&(&str, String)>,
        text: &mut String,
    ) {
        text.push_str(open);
        for (position, (name, value)) in parts.enumerate() {
            if position > 0 {
                text.push(',');
            }
            let inner = lines.map(|(_, inner)| inner.as_str());
            match inner {
                Some(inner) => text.extend([self.line_end, inner]),
                None if position == 0 => text.push_str(pad),
                None => text.push_str(self.gap()),
            }
            if let Some(name) = name {
                text.push_str(&Value::from(name).to_string());
                text.extend([":", self.gap()]);
            }
            let inner = inner.filter(|_| !(self.has_short && is_leaf(value)));
            self.write(value, inner, text);
        }
        match lines {
            Some((indent, _)) => text.extend([self.line_end, indent]),
            None => text.push_str(pad),
        }
        text.push_str(close);
    }
}

/// Whether an object or a list holds no other.
fn is_leaf(value: &Value) -> bool {
    let holds = |value: &Value| value.is_object() || value.is_array();
    match value {
        Value::Object(fields) => !fields.values().any(holds),
        Value::Array(items) => !items.iter().any(holds),
        _ => true,
    }
}

/// Gives `see` every object and list.
fn visit<'v>(value: &'v ast::Value<'v>, see: &mut impl FnMut(&'v ast::Value<'v>)) {
    match value {
        ast::Value::Object(object) => {
            see(value);
            object.properties.iter().for_each(|property| visit(&property.value, see));
        }
        ast::Value::Array(array) => {
            see(value);
            array.elements.iter().for_each(|item| visit(item, see));
        }
        _ => {}
    }
}
