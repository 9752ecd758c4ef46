//! On what a position or a planned event depends.

use standpoint_model::{Condition, ConditionType, Match, Stage};

use super::line::{Line, Piece, joined, words};

/// The conditions of a record, one a line.
pub(crate) fn conditions(conditions: &[Condition]) -> Vec<Line<'_>> {
    conditions.iter().map(condition).collect()
}

/// "After all of: the truce; the exchange, once done, order alone, within 14 days at the latest".
fn condition(condition: &Condition) -> Line<'_> {
    let Condition { r#type, on, r#match, once, within, words: text, .. } = condition;
    let mut line = vec![words(how(*r#type))];
    if let Some(which) = which(on.len(), *r#match) {
        line.push(words(which));
    }
    line.extend(joined(on.iter().map(|id| vec![Piece::Short(id.as_str())]), "; "));
    line.extend(once.map(|once| words(stage(once))));
    line.extend((*r#type == ConditionType::After).then(|| words(", order alone")));
    line.extend(within.as_ref().map(|within| words(format!(", within {} at the latest", within.english()))));
    let before = if on.is_empty() { ": " } else { " – " };
    line.extend(text.iter().flat_map(|text| [words(before), Piece::Text(text.as_str())]));
    line
}

/// How many of so many triggers are needed.
fn which(count: usize, r#match: Match) -> Option<&'static str> {
    match (count, r#match) {
        (0, _) => None,
        (1, _) => Some(": "),
        (_, Match::All) => Some(" all of: "),
        (_, Match::Any) => Some(" any of: "),
    }
}

/// In what way a record depends on another.
fn how(r#type: ConditionType) -> &'static str {
    match r#type {
        ConditionType::After => "After",
        ConditionType::If => "Only if there is",
        ConditionType::Unless => "Unless there is",
        ConditionType::Until => "Until there is",
        ConditionType::With => "Along with",
        ConditionType::EnabledBy => "Allowed, and not owed, by",
        ConditionType::Mutual => "Mutually dependent with",
    }
}

/// What must have become of the triggers.
fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Agreed => ", once agreed",
        Stage::Announced => ", once announced",
        Stage::Begun => ", once begun",
        Stage::Done => ", once done",
    }
}
