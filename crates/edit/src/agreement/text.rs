//! The agreement of two coders in words.

use std::io::{self, Write};

use serde_json::Value;
use standpoint_model::{
    Kind,
    shape::{Field, Shape},
};
use standpoint_validate::printable;

use super::{
    disagreement::Disagreement,
    measured::{AlignedRecords, Measured},
    place::CitedPlace,
    variable::{DateDifference, Variable},
};
use crate::{diff::summary, markdown::escaped};

/// How it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Terminal,
    Markdown,
}

impl Style {
    fn text(self, text: &str) -> String {
        let text = printable(text);
        if self == Self::Markdown { escaped(&text) } else { text }
    }

    fn id(self, id: &str) -> String {
        if self == Self::Markdown { format!("`{id}`") } else { id.to_owned() }
    }

    /// What stands before a line of this depth.
    fn indent(self, depth: usize) -> &'static str {
        match (self, depth) {
            (Self::Terminal, 0) => "",
            (Self::Terminal, 1) => "  ",
            (Self::Terminal, _) => "    ",
            (Self::Markdown, 0) => "- ",
            (Self::Markdown, 1) => "  - ",
            (Self::Markdown, _) => "    - ",
        }
    }
}

pub(super) fn write(
    measured: &[Measured],
    records: &AlignedRecords,
    disagreements: &[Disagreement],
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let open: Vec<&Disagreement> = disagreements.iter().filter(|disagreement| disagreement.is_open()).collect();
    let mut before: Option<&Disagreement> = None;
    for disagreement in &open {
        let is_at_once = before.is_some_and(|before| before.place == disagreement.place);
        if !is_at_once {
            write_place(disagreement, style, out)?;
        }
        if !is_at_once || before.is_none_or(|before| (&before.a, &before.b) != (&disagreement.a, &disagreement.b)) {
            write_ids(disagreement, style, out)?;
        }
        write_values(disagreement, style, out)?;
        before = Some(disagreement);
    }
    if !open.is_empty() {
        writeln!(out)?;
    }
    write_figures(measured, records, disagreements, style, out)?;
    let others = disagreements.len() - open.len();
    let differences = if others == 1 { "difference" } else { "differences" };
    match (open.len(), others) {
        (0, 0) => writeln!(out, "both say the same"),
        (0, _) => writeln!(out, "nothing to decide; {others} {differences} in wording, evidence and notes"),
        (open, 0) => writeln!(out, "{open} to decide"),
        (open, _) => writeln!(out, "{open} to decide; {others} more {differences} in wording, evidence and notes"),
    }
}

fn write_place(disagreement: &Disagreement, style: Style, out: &mut impl Write) -> io::Result<()> {
    let place =
        disagreement.place.as_ref().map_or_else(|| "nowhere in a source".to_owned(), |place| shown(place, style));
    let sentence = disagreement.sentence.as_ref().map(|sentence| format!(": “{}”", style.text(sentence)));
    writeln!(out, "{}{place}{}", style.indent(0), sentence.unwrap_or_default())
}

fn shown(place: &CitedPlace, style: Style) -> String {
    let source = style.id(&place.source);
    match (place.start.zip(place.end), &place.locator) {
        (Some((start, end)), _) => format!("{source} {start}–{end}"),
        (None, Some(locator)) => format!("{source}, {}", style.text(locator)),
        (None, None) => source,
    }
}

fn write_ids(disagreement: &Disagreement, style: Style, out: &mut impl Write) -> io::Result<()> {
    let ids = match (&disagreement.a, &disagreement.b) {
        (Some(a), Some(b)) if a == b => style.id(a),
        (Some(a), Some(b)) => format!("{} in A, {} in B", style.id(a), style.id(b)),
        (Some(a), None) => format!("{}, only in A", style.id(a)),
        (None, Some(b)) => format!("{}, only in B", style.id(b)),
        (None, None) => String::new(),
    };
    writeln!(out, "{}{ids}", style.indent(1))
}

fn write_values(disagreement: &Disagreement, style: Style, out: &mut impl Write) -> io::Result<()> {
    let Disagreement { a, b, field, says_a, says_b, dates, .. } = disagreement;
    if a.is_none() || b.is_none() {
        let name = says_a.as_ref().or(says_b.as_ref()).and_then(Value::as_str).unwrap_or_default();
        return writeln!(out, "{}{}", style.indent(2), style.text(name));
    }
    let kind = a.as_deref().and_then(Kind::of_id);
    let text = |value: &Option<Value>| match (value, kind) {
        (None, _) => "nothing".to_owned(),
        (Some(Value::String(word)), _) => style.text(word),
        (Some(value), Some(kind)) => field_of(kind, field)
            .map_or_else(|| style.text(&value.to_string()), |field| style.text(&summary(value, &field))),
        (Some(value), None) => style.text(&value.to_string()),
    };
    let remark = dates.map(|dates| format!(" ({dates})")).unwrap_or_default();
    writeln!(out, "{}{field}: A {}, B {}{remark}", style.indent(2), text(says_a), text(says_b))
}

/// A field of a record, or of its basis.
fn field_of(kind: Kind, path: &str) -> Option<Field> {
    let named = |fields: &[Field], name: &str| fields.iter().find(|field| field.name == name).cloned();
    let shape = Shape::of(kind);
    match path.strip_prefix("basis.") {
        None => named(shape.fields(), path),
        Some(name) => match named(shape.fields(), "basis")?.r#type.form {
            standpoint_model::shape::Form::Object(basis) => named(&basis.fields, name),
            _ => None,
        },
    }
}

fn write_figures(
    measured: &[Measured],
    records: &AlignedRecords,
    disagreements: &[Disagreement],
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let AlignedRecords { a, b, pairs, share } = records;
    match share {
        None => return writeln!(out, "neither has a record that rests on evidence"),
        Some(_) if *pairs == 0 => {
            return writeln!(
                out,
                "nothing aligns, so nothing is measured: the records of A ({a}) and of B ({b}) rest on no place in common"
            );
        }
        Some(_) => {}
    }
    match style {
        Style::Terminal => writeln!(out, "{:10}alpha   95 % interval     pairs  agree", "")?,
        Style::Markdown => writeln!(out, "| | alpha | 95 % interval | pairs | agree |\n|---|---|---|---|---|")?,
    }
    for Measured { variable, alpha } in measured {
        let value = alpha.value.map_or_else(|| "none".to_owned(), |value| format!("{value:.3}"));
        let interval = alpha.interval.map(|[low, high]| format!("{low:.3} to {high:.3}")).unwrap_or_default();
        let (units, agreeing) = (alpha.units, alpha.agreeing);
        match style {
            Style::Terminal => writeln!(out, "{variable:8}{value:>7}   {interval:<16}{units:>7}{agreeing:>7}")?,
            Style::Markdown => writeln!(out, "| {variable} | {value} | {interval} | {units} | {agreeing} |")?,
        }
    }
    if style == Style::Markdown {
        writeln!(out)?;
    }
    let without = measured.iter().filter(|measured| measured.alpha.value.is_none() && measured.alpha.units > 0);
    let without: Vec<String> = without.map(|measured| measured.variable.to_string()).collect();
    if !without.is_empty() {
        let each = without.join(", ");
        writeln!(out, "no alpha of {each}: all pairs have one value, so that agreement cannot be told from habit")?;
    }
    let dates: Vec<DateDifference> = disagreements
        .iter()
        .filter(|disagreement| disagreement.variable == Some(Variable::Date))
        .filter_map(|disagreement| disagreement.dates)
        .collect();
    let halves = dates.iter().filter(|dates| dates.is_half()).count();
    if halves > 0 {
        let all = dates.len();
        writeln!(out, "{halves} of {all} dates that differ are of the same days or lie one within the other")?;
    }
    let share = share.unwrap_or_default() * 100.0;
    writeln!(out, "{pairs} of {a} records of A and {pairs} of {b} of B align ({share:.1} %)")
}
