//! Records as text of JSON, a line each, with the cells that each stretch of it comes from.

use std::ops::Range;

use serde_json::Value;
use standpoint_report::Place;

use crate::node::Node;

/// Lines of records, and where what stands in them comes from.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub(crate) text: String,
    /// In the order of their starts; those of a value lie within those of what it is in.
    stretches: Vec<(Range<usize>, Place)>,
}

impl Lines {
    /// Adds a line that comes from one place as a whole.
    pub(crate) fn add_whole(&mut self, text: &str, place: Place) {
        let start = self.text.len();
        self.text.push_str(text);
        self.stretches.push((start..self.text.len(), place));
        self.text.push('\n');
    }

    /// Adds the line of a record, and gives its bytes. Whatever comes from no cell of its own comes from `place`.
    pub(crate) fn add(&mut self, record: &Node, place: &Place) -> Range<usize> {
        let (start, index) = (self.text.len(), self.stretches.len());
        self.stretches.push((start..start, place.clone()));
        self.write(record);
        let bytes = start..self.text.len();
        self.stretches[index].0 = bytes.clone();
        self.text.push('\n');
        bytes
    }

    /// The place that the narrowest stretch comes from that holds these bytes.
    pub(crate) fn place(&self, bytes: &Range<usize>) -> Option<&Place> {
        let after = self.stretches.partition_point(|(stretch, _)| stretch.start <= bytes.start);
        let before = self.stretches[..after].iter().rev();
        before
            .take_while(|(stretch, _)| self.is_same_line(stretch.start, bytes.start))
            .find(|(stretch, _)| stretch.end >= bytes.end)
            .map(|(_, place)| place)
    }

    fn is_same_line(&self, start: usize, at: usize) -> bool {
        !self.text.get(start..at).unwrap_or_default().contains('\n')
    }

    fn write(&mut self, node: &Node) {
        match node {
            Node::Value(value, _) => self.text.push_str(&value.to_string()),
            Node::Object(fields) => {
                self.text.push('{');
                for (nth, (name, field)) in fields.iter().filter(|(_, field)| !field.is_empty()).enumerate() {
                    self.separate(nth);
                    self.placed(field, |lines| {
                        lines.text.push_str(&Value::from(name.as_str()).to_string());
                        lines.text.push(':');
                        lines.placed(field, |lines| lines.write(field));
                    });
                }
                self.text.push('}');
            }
            Node::List(items) => {
                self.text.push('[');
                for (nth, item) in items.values().filter(|item| !item.is_empty()).enumerate() {
                    self.separate(nth);
                    self.placed(item, |lines| lines.write(item));
                }
                self.text.push(']');
            }
        }
    }

    fn separate(&mut self, nth: usize) {
        if nth > 0 {
            self.text.push(',');
        }
    }

    /// Writes something that comes from the place of a node, if that has one.
    fn placed(&mut self, node: &Node, write: impl FnOnce(&mut Self)) {
        let Some(place) = node.place() else { return write(self) };
        let (start, index) = (self.text.len(), self.stretches.len());
        self.stretches.push((start..start, place.clone()));
        write(self);
        self.stretches[index].0.end = self.text.len();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::node::Step;

    #[test]
    fn every_stretch_comes_from_the_narrowest_cell() {
        let cell = |at: usize| Place::bytes(0, at..at + 1);
        let field = |name: &str| Step::Field(name.into());
        let mut record = Node::empty();
        record.put(&[field("id")], Node::Value(json!("actor/a"), Some(cell(1))));
        record.put(&[field("list"), Step::Item(3), field("b")], Node::Value(json!({ "c": 1 }), Some(cell(2))));
        record.put(&[field("old")], Node::Value(json!(true), None));
        record.put(&[field("blank"), Step::Item(1)], Node::empty());
        let mut lines = Lines::default();
        lines.add_whole("{}", cell(8));
        let bytes = lines.add(&record, &cell(9));
        assert_eq!(&lines.text[bytes], r#"{"id":"actor/a","list":[{"b":{"c":1}}],"old":true}"#);
        let of = |text: &str| {
            let at = lines.text.find(text).unwrap();
            lines.place(&(at..at + text.len())).cloned()
        };
        assert_eq!(of("actor/a"), Some(cell(1)));
        assert_eq!(of("\"list\""), Some(cell(2)));
        assert_eq!(of("\"c\":1"), Some(cell(2)));
        assert_eq!(of("\"old\""), Some(cell(9)));
        assert_eq!(of("{\"id\""), Some(cell(9)));
        assert_eq!(of("{}"), Some(cell(8)));
    }
}
