//! From cells to values.

use serde_json::{Value, json};
use standpoint_model::{
    Kind,
    shape::{Field, Form},
};
use standpoint_validate::field_value;

use crate::{
    cell::{Cell, Content},
    column::{Reading, Target},
    names::Names,
    table::Writer,
};

/// Why nothing can be read in a cell, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Unreadable {
    fn new(message: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// What spreadsheets need to be told before an id or a word is typed.
const AS_TEXT: &str = "format the column as text and type it again";

/// What to do where a date is a number of days.
const COUNTED: &str =
    "format the column as dates, and look whether they are right; or write them as text, such as `2021-08-26`";

fn is_count_of_days(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of a cell in a column. What is no value of the field is given as the text that it is, so that a validation tells of it.
pub(crate) fn read(cell: &Cell, target: &Target, writer: Writer, names: &Names) -> Result<Value, Unreadable> {
    let field = target.field;
    let text = plain_text(&cell.content, field, writer)?;
    let is_text = matches!(field.r#type.form, Form::Text | Form::String);
    if writer != Writer::Other && target.reading == Reading::Value && is_text {
        return Ok(text.into());
    }
    let text = text.trim();
    match target.reading {
        Reading::Page => Ok(page(text).into()),
        Reading::Span => span(text),
        Reading::Value if field.is_list && !target.is_item => list(field, text, names),
        Reading::Value => item(field, text, names),
    }
}

/// The text of a cell, unless it says that a spreadsheet made something else of what was typed.
fn plain_text(content: &Content, field: &Field, writer: Writer) -> Result<String, Unreadable> {
    let form = &field.r#type.form;
    let text = content.text();
    match content {
        Content::Unreadable(why) => {
            let help = why.contains("formula").then(|| {
                "type the value in its place, or open the file in a spreadsheet program and save it".to_owned()
            });
            Err(Unreadable::new(why.as_str(), help))
        }
        // Some spreadsheets count days from 1900, others from 1904.
        Content::Text(text) if *form == Form::Date && is_count_of_days(text.trim()) => Err(Unreadable::new(
            format!("`{}` is no date; spreadsheets count days so", text.trim()),
            COUNTED.to_owned(),
        )),
        // Programs for tables write days as moments where a column is of moments.
        Content::Text(text) if *form == Form::Date => {
            let text = without_mark(text, writer);
            Ok(text.trim().strip_suffix(" 00:00:00").unwrap_or(text).to_owned())
        }
        Content::Text(text) => Ok(without_mark(text, writer).to_owned()),
        Content::Date(_) if *form != Form::Date => Err(Unreadable::new(
            format!("a spreadsheet made a date of this cell, {text}"),
            format!("{AS_TEXT}, if it was no date"),
        )),
        Content::Boolean(_) if *form != Form::Boolean => {
            Err(Unreadable::new(format!("a spreadsheet made a truth value of this cell, {text}"), AS_TEXT.to_owned()))
        }
        Content::Number(_) if matches!(form, Form::Id(_)) => Err(Unreadable::new(
            format!("a spreadsheet made a number of this id, {text}"),
            format!("{AS_TEXT}, with the kind before it, as in `actor/{text}`"),
        )),
        Content::Number(number) if *form == Form::Date && !is_year(*number) => {
            Err(Unreadable::new(format!("{text} is no date; spreadsheets count days so"), COUNTED.to_owned()))
        }
        Content::Date(_) | Content::Boolean(_) | Content::Number(_) => Ok(text),
    }
}

fn is_year(number: f64) -> bool {
    number.fract() == 0.0 && (1.0..=9999.0).contains(&number)
}

/// What a spreadsheet takes for the start of a formula.
const STARTS_OF_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn without_mark(text: &str, writer: Writer) -> &str {
    let is_marked =
        |rest: &&str| writer != Writer::OwnWorkbook && rest.trim_start_matches('\'').starts_with(STARTS_OF_FORMULAS);
    text.strip_prefix('\'').filter(is_marked).unwrap_or(text)
}

/// `page 12`, of a page that is a number or two. Programs for tables write whole numbers as `12.0` where a column has blanks.
fn page(text: &str) -> String {
    let number = |text: &str| {
        let text = text.trim();
        let whole = text.strip_suffix(".0").unwrap_or(text);
        (!whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit())).then(|| whole.to_owned())
    };
    if let Some(page) = number(text) {
        return format!("page {page}");
    }
    match text.split_once(['-', '\u{2013}']).map(|(from, to)| (number(from), number(to))) {
        Some((Some(from), Some(to))) => format!("pages {from}-{to}"),
        _ => text.to_owned(),
    }
}

/// A span: its start, its end and its digest, or the JSON that `standpoint cite` prints.
fn span(text: &str) -> Result<Value, Unreadable> {
    if let Ok(value @ Value::Object(_)) = serde_json::from_str(text) {
        return Ok(value);
    }
    let (ends, digest) = text.split_once(' ').unwrap_or((text, ""));
    let ends = ends
        .split_once(['-', '\u{2013}'])
        .and_then(|(start, end)| Some((start.parse::<u64>().ok()?, end.parse::<u64>().ok()?)));
    match ends {
        Some((start, end)) if !digest.is_empty() => Ok(json!({ "start": start, "end": end, "sha256": digest.trim() })),
        _ => Err(Unreadable::new(
            format!("`{text}` is no span"),
            "write its start, its end and its digest, as in `464-493 788ba279…`, which `standpoint cite` prints; or the words in a column `words`".to_owned(),
        )),
    }
}

/// The items of a list, with semicolons or line ends between them, or as JSON.
fn list(field: &'static Field, text: &str, names: &Names) -> Result<Value, Unreadable> {
    if text.starts_with('[')
        && let Ok(value @ Value::Array(_)) = serde_json::from_str(text)
    {
        return Ok(value);
    }
    let items = text.split([';', '\n']).map(str::trim).filter(|item| !item.is_empty());
    items.map(|text| item(field, text, names)).collect::<Result<Vec<_>, _>>().map(Value::Array)
}

/// A value of a field, or one item of its list.
fn item(field: &'static Field, text: &str, names: &Names) -> Result<Value, Unreadable> {
    let resolve = |kinds: &[Kind], name: &str| Ok(names.id(kinds, name));
    let read = field_value(field, &[text], &resolve).map(|value| match value {
        Value::Array(mut items) if field.is_list => items.pop().unwrap_or_default(),
        value => value,
    });
    match (read, &field.r#type.form) {
        (Ok(value), _) => Ok(value),
        (Err(help), Form::Object(_)) => Err(Unreadable::new(format!("`{text}` is no value of `{}`", field.name), help)),
        (Err(_), _) => Ok(text.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbers_as_people_and_programs_write_them() {
        for (cell, locator) in
            [("12", "page 12"), ("12.0", "page 12"), ("12-13", "pages 12-13"), ("12 \u{2013} 13", "pages 12-13")]
        {
            assert_eq!(page(cell), locator);
        }
        for other in ["iv", "12.5", "12-", ".0", "table 2"] {
            assert_eq!(page(other), other);
        }
    }
}
