//! A record in the making: values with the cells that they come from.

use std::collections::BTreeMap;

use serde_json::Value;
use standpoint_report::Place;

/// A value of a record in the making, or what is made of several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// A value as a whole, and the cell that it comes from. One that was in the dataset already comes from none.
    Value(Value, Option<Place>),
    /// An object of values of their own.
    Object(BTreeMap<String, Node>),
    /// A list, by the positions of its items, which need not follow one another.
    List(BTreeMap<usize, Node>),
}

/// A step from a value to one within it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// To a field of an object.
    Field(String),
    /// To an item of a list, by its position from 1.
    Item(usize),
}

impl Node {
    /// An object without fields.
    pub(crate) fn empty() -> Self {
        Self::Object(BTreeMap::new())
    }

    /// A value taken apart, all of which comes from one cell, or from none.
    pub(crate) fn of(value: Value, place: Option<&Place>) -> Self {
        match value {
            Value::Object(fields) => {
                Self::Object(fields.into_iter().map(|(name, value)| (name, Self::of(value, place))).collect())
            }
            Value::Array(items) => Self::List((1..).zip(items.into_iter().map(|item| Self::of(item, place))).collect()),
            other => Self::Value(other, place.cloned()),
        }
    }

    /// Puts a node where steps lead to, with what is missing on the way. What is in the way gives way.
    pub(crate) fn put(&mut self, steps: &[Step], node: Node) {
        let Some((first, rest)) = steps.split_first() else {
            *self = node;
            return;
        };
        let next = match first {
            Step::Field(name) => {
                if !matches!(self, Self::Object(_)) {
                    *self = Self::empty();
                }
                let Self::Object(fields) = self else { return };
                fields.entry(name.clone()).or_insert_with(Self::empty)
            }
            Step::Item(position) => {
                if !matches!(self, Self::List(_)) {
                    *self = Self::List(BTreeMap::new());
                }
                let Self::List(items) = self else { return };
                items.entry(*position).or_insert_with(Self::empty)
            }
        };
        next.put(rest, node);
    }

    /// Takes away what steps lead to, if it is there.
    pub(crate) fn remove(&mut self, steps: &[Step]) {
        match (self, steps) {
            (Self::Object(fields), [Step::Field(name)]) => drop(fields.remove(name)),
            (Self::List(items), [Step::Item(position)]) => drop(items.remove(position)),
            (node, [step, rest @ ..]) => {
                if let Some(next) = node.step(step) {
                    next.remove(rest);
                }
            }
            (_, []) => {}
        }
    }

    fn step(&mut self, step: &Step) -> Option<&mut Self> {
        match (self, step) {
            (Self::Object(fields), Step::Field(name)) => fields.get_mut(name),
            (Self::List(items), Step::Item(position)) => items.get_mut(position),
            _ => None,
        }
    }

    /// What steps lead to, if it is there.
    pub(crate) fn at(&mut self, steps: &[Step]) -> Option<&mut Self> {
        steps.iter().try_fold(self, |node, step| node.step(step))
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Value(..) => false,
            Self::Object(fields) => fields.values().all(Self::is_empty),
            Self::List(items) => items.values().all(Self::is_empty),
        }
    }

    /// The cell that it comes from, or the first of those that what is in it comes from.
    pub(crate) fn place(&self) -> Option<&Place> {
        match self {
            Self::Value(_, place) => place.as_ref(),
            Self::Object(fields) => fields.values().find_map(Self::place),
            Self::List(items) => items.values().find_map(Self::place),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_put_in_is_there_and_what_is_taken_away_is_not() {
        let field = |name: &str| Step::Field(name.into());
        let mut node = Node::of(json!({ "a": [1, { "b": 2 }], "c": 3 }), None);
        assert!(node.at(&[field("a"), Step::Item(2), field("b")]).is_some());
        node.put(&[field("c"), Step::Item(4), field("d")], Node::Value(json!(5), None));
        assert_eq!(node.at(&[field("c"), Step::Item(4), field("d")]), Some(&mut Node::Value(json!(5), None)));
        node.remove(&[field("a"), Step::Item(2), field("b")]);
        node.remove(&[field("a"), Step::Item(9), field("b")]);
        assert!(node.at(&[field("a"), Step::Item(2)]).unwrap().is_empty());
        assert!(!node.is_empty());
    }
}
