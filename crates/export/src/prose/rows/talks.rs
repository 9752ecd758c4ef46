//! The fields of issues and positions.

use standpoint_model::{Dataset, Issue, Position, PositionForm, Scale};

use super::row::{Row, date, named, row, text};
use crate::prose::{
    condition::conditions,
    figure::with_unit,
    line::{Line, Piece, alias, joined, records, words as say},
    words::{firmness, title},
};

pub(super) fn issue(issue: &Issue) -> Vec<Option<Row<'_>>> {
    vec![
        row("aliases", "Also known as", joined(issue.aliases.iter().map(alias), ", ")),
        row("scale", "Scale", issue.scale.as_ref().map(scale).unwrap_or_default()),
        named("part_of", "Part of", &issue.part_of),
    ]
}

/// "From 0 (rule from the capital) to 100 (a state of its own)".
fn scale(scale: &Scale) -> Line<'_> {
    let unit = scale.unit.as_ref().map(|unit| format!(", in {}", unit.as_str())).unwrap_or_default();
    vec![
        say(format!("From {} (", scale.from.value)),
        Piece::Text(scale.from.words.as_str()),
        say(format!(") to {} (", scale.to.value)),
        Piece::Text(scale.to.words.as_str()),
        say(format!("){unit}")),
    ]
}

/// Whose a position is, in what form, on what it depends, and whom it binds. Of what is agreed it also says which of that the
/// text leaves open.
pub(crate) fn position_rows<'a>(dataset: &'a Dataset, position: &'a Position) -> Vec<Row<'a>> {
    let is_agreed = position.form == PositionForm::Agreed;
    let owed = |field, term, line: Line<'a>| {
        let not_said = is_agreed && line.is_empty();
        row(field, term, if not_said { vec![say("Not said")] } else { line })
    };
    let holders = records(dataset.holders_of(position).into_iter().map(AsRef::as_ref));
    let unit = position
        .issue
        .as_ref()
        .and_then(|issue| dataset.get(issue))
        .and_then(|issue| issue.scale.as_ref())
        .and_then(|scale| scale.unit.as_ref());
    let mut rows = vec![
        named("issue", "On", &position.issue),
        row("form", "Form", vec![say(title(position.form.as_str()))]),
        row("firmness", "Firmness", position.firmness.map(|how| say(firmness(how))).into_iter().collect()),
        row("holders", if is_agreed { "Agreed by" } else { "Whose" }, holders),
        named("in", if is_agreed { "Provision of" } else { "Taken in" }, &position.r#in),
        text("label", "Label", position.label.as_ref()),
        named("part_of", "Part of", &position.part_of),
        date("when", "When", position.when.as_ref()),
        date("due", "Due", position.due.as_ref()),
        owed("owed_by", "Owed by", records(position.owed_by.iter().map(AsRef::as_ref))),
        owed("owed_to", "Owed to", records(position.owed_to.iter().map(AsRef::as_ref))),
        named("addressed_to", "Put to", &position.addressed_to),
        named("carried_by", "Carried by", &position.carried_by),
        named("answers", "Answers", &position.answers),
    ];
    rows.extend(conditions(&position.conditions).into_iter().map(|line| row("conditions", "Condition", line)));
    rows.extend([
        row("at", "On the scale", position.at.iter().map(|at| Piece::Quantity(with_unit(at, unit))).collect()),
        row(
            "salience",
            "Weight for it",
            position.salience.iter().map(|weight| Piece::Quantity(with_percent(weight))).collect(),
        ),
        named("serves", "Serves", &position.serves),
        row("private", "Taken in confidence", position.private.then(|| say("Yes")).into_iter().collect()),
    ]);
    rows.into_iter().flatten().map(|row| row.read_in(&position.basis.readings)).collect()
}

fn with_percent(weight: &standpoint_model::Estimate) -> String {
    if weight.has_number() { format!("{weight} of 100") } else { weight.to_string() }
}
