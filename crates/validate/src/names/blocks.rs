//! Which names are compared: those that have something rare in common.

use std::{collections::BTreeSet, hash::Hash};

use hashbrown::HashMap;
use standpoint_model::{ActorType, CountryCode};

use super::{matching::CONSONANTS, named::Named, words::Words};

/// The most names that are compared with one another for one thing that they have in common. What more have in common is no
/// sign: there are other things in their names.
const MOST: usize = 20;

/// What two names may have in common.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Common<'n> {
    /// All their words.
    Name(Vec<usize>),
    Word(usize),
    Words(usize, usize),
    /// The consonants of all words together, whatever is cut between them.
    Consonants(String),
    /// An abbreviation, or the first letters of the words.
    Letters(&'n str),
    /// That they are the state of a country.
    State(CountryCode),
}

/// The pairs of names to compare, each once, by their places. Each name is in a number of blocks that its own length
/// limits, and has in each at most so many neighbours; so the number of pairs grows with that of names and no faster.
pub(super) fn pairs(named: &[Named<'_>], words: &Words) -> BTreeSet<(usize, usize)> {
    let mut blocks: HashMap<Common<'_>, Vec<usize>> = HashMap::new();
    for (place, actor) in named.iter().enumerate() {
        let mut add = |common| {
            let block: &mut Vec<usize> = blocks.entry(common).or_default();
            if block.last() != Some(&place) {
                block.push(place);
            }
        };
        for form in &actor.forms {
            let consonants: String = form.words.iter().map(|word| words.get(*word).consonants.as_str()).collect();
            if consonants.len() >= CONSONANTS {
                add(Common::Consonants(consonants));
            }
            add(Common::Name(form.keys.clone()));
            let without_country: Vec<usize> = form.keys.iter().copied().filter(|key| !words.is_country(*key)).collect();
            for (at, key) in form.keys.iter().enumerate() {
                add(Common::Word(*key));
                form.keys[at + 1..].iter().for_each(|other| add(Common::Words(*key, *other)));
            }
            if !without_country.is_empty() {
                add(Common::Name(without_country));
            }
        }
        if let (ActorType::State, Some(country)) = (actor.actor.r#type, actor.actor.country) {
            add(Common::State(country));
        }
        actor.letters.iter().chain(&actor.initials).for_each(|letters| add(Common::Letters(letters)));
    }
    let mut pairs = BTreeSet::new();
    for (common, block) in &blocks {
        // Bearers of one name are compared with those next to them, however many they are.
        if block.len() > MOST && !matches!(common, Common::Name(_) | Common::State(_)) {
            continue;
        }
        for (at, one) in block.iter().enumerate() {
            pairs.extend(block[at + 1..].iter().take(MOST).map(|other| (*one, *other)));
        }
    }
    pairs
}
