//! What has to be known of all records before one is changed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Map, Value};

use super::topics;

/// What is known of all records.
#[derive(Default)]
pub(super) struct Survey {
    /// Under which headings of format 0.1 the ranked statements about a record stand that now have one heading.
    headings: BTreeMap<(String, &'static str), BTreeSet<String>>,
    /// The pairs of records of which one says that it contradicts the other.
    contradictions: HashSet<[String; 2]>,
}

impl Survey {
    /// Looks at a record of format 0.1.
    pub(super) fn see(&mut self, record: &Map<String, Value>) {
        let text = |name: &str| record.get(name).and_then(Value::as_str);
        let (Some("statement"), Some(about), Some(topic)) = (text("kind"), text("about"), text("topic")) else {
            return;
        };
        if record.contains_key("rank") {
            self.headings.entry((about.into(), topics::new(topic))).or_default().insert(topic.into());
        }
    }

    /// Whether statements about a record that were numbered apart now stand under one heading.
    pub(super) fn are_mixed(&self, about: &str, topic: &'static str) -> bool {
        self.headings.get(&(about.into(), topic)).is_some_and(|headings| headings.len() > 1)
    }

    /// Whether this is the first time that one of two records names the other as contradicting it.
    pub(super) fn is_first(&mut self, one: &str, other: &str) -> bool {
        let mut pair = [one.to_owned(), other.to_owned()];
        pair.sort();
        self.contradictions.insert(pair)
    }
}
