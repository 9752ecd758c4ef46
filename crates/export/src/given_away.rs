//! Names of what is left out, in the words of what is left.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{Dataset, Record, Text};

use crate::tree::Tree;

/// A public record in whose words the name of a record stands that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GivenAway {
    /// The id of the record that is left.
    pub record: String,
    /// The name, title or alias of the one that is left out.
    pub name: String,
}

/// How many letters a name has at least. Shorter ones stand in too many texts by chance.
const SHORTEST: usize = 3;

/// What the words of the records in `public` give away of the others in `all`. A name that a public record bears too gives nothing
/// away.
pub(crate) fn given_away(all: &Dataset, public: &Dataset) -> Vec<GivenAway> {
    let is_left = |record: &&Record| public.resolve(record.id()).is_some();
    let left_out = all.all_records().iter().filter(|record| !is_left(record));
    let known: BTreeSet<Vec<String>> = public.all_records().iter().flat_map(names).map(words).collect();
    let mut sought: BTreeMap<String, Vec<(Vec<String>, &str)>> = BTreeMap::new();
    for name in left_out.flat_map(names) {
        let words = words(name);
        let length: usize = words.iter().map(|word| word.chars().count()).sum();
        if let Some(first) = words.first().filter(|_| length >= SHORTEST && !known.contains(&words)) {
            sought.entry(first.clone()).or_default().push((words, name));
        }
    }
    if sought.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for record in public.all_records() {
        let names: BTreeSet<&str> = named_in(record, &sought);
        found.extend(names.into_iter().map(|name| GivenAway { record: record.id().into(), name: name.into() }));
    }
    found
}

fn names(record: &Record) -> impl Iterator<Item = &str> {
    record.name().into_iter().chain(record.aliases().iter().map(|alias| &alias.text)).map(Text::as_str)
}

/// The words of a text, whatever stands between them and whatever their case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The names that stand in the texts of a record.
fn named_in<'n>(record: &Record, sought: &BTreeMap<String, Vec<(Vec<String>, &'n str)>>) -> BTreeSet<&'n str> {
    // A record always makes a tree: its serialization is derived.
    let Ok(tree) = Tree::of(record) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    for text in tree.texts().filter(|text| is_prose(text)) {
        let words = words(text);
        for (at, word) in words.iter().enumerate() {
            let starting = sought.get(word).into_iter().flatten();
            found.extend(starting.filter(|(name, _)| words[at..].starts_with(name)).map(|(_, name)| *name));
        }
    }
    found
}

/// Words of vocabularies, ids and digests have neither a space nor a capital letter, nor letters beyond ASCII.
fn is_prose(text: &str) -> bool {
    text.contains(|c: char| c.is_whitespace() || c.is_uppercase() || !c.is_ascii())
}
