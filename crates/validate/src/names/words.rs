//! All words of all names, and how rare each is.

use hashbrown::HashMap;

use super::{
    glossary::{DIRECTIONS, FACTION},
    word::Word,
};

/// Before names are counted, each word is taken to be in one of so many.
const NAMES_ELSEWHERE: f64 = 1500.0;

/// A word of the glossary is taken to be in so large a part of them.
const COMMON: f64 = 0.05;

/// What a common word counts at least.
const LEAST: f64 = 0.15;

/// What a direction counts, however common it is.
const DIRECTION: f64 = 0.6;

/// Words, each once, with the number of records in which it or a word like it is.
#[derive(Default)]
pub(super) struct Words {
    places: HashMap<String, usize>,
    all: Vec<Word>,
    /// The place in `counts` of each word.
    keys: Vec<usize>,
    places_of_keys: HashMap<String, usize>,
    /// Which keys are those of countries.
    countries: Vec<bool>,
    counts: Vec<usize>,
    records: usize,
    weights: Vec<f64>,
}

impl Words {
    pub(super) fn place(&mut self, text: &str, make: impl FnOnce(&str) -> Word) -> usize {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let word = make(text);
        let fresh = self.places_of_keys.len();
        let key = *self.places_of_keys.entry(word.key()).or_insert(fresh);
        if key == fresh {
            self.countries.push(word.country.is_some());
        }
        self.keys.push(key);
        self.all.push(word);
        self.places.insert(text.to_owned(), self.all.len() - 1);
        self.all.len() - 1
    }

    pub(super) fn get(&self, place: usize) -> &Word {
        &self.all[place]
    }

    /// What the word has in common with others that mean or sound the same.
    pub(super) fn key(&self, place: usize) -> usize {
        self.keys[place]
    }

    /// Whether it is the key of the name of a country.
    pub(super) fn is_country(&self, key: usize) -> bool {
        self.countries[key]
    }

    /// Counts a record by the keys of its words, each once.
    pub(super) fn count(&mut self, keys: impl IntoIterator<Item = usize>) {
        self.records += 1;
        self.counts.resize(self.places_of_keys.len(), 0);
        for key in keys {
            self.counts[key] += 1;
        }
    }

    /// Weighs all words, when all records are counted.
    pub(super) fn weigh(&mut self) {
        self.weights = (0..self.all.len()).map(|place| self.rarity(place)).collect();
    }

    /// How much it tells that two names have the word in common: near 1 if it is rare, little if it is common.
    pub(super) fn weight(&self, place: usize) -> f64 {
        self.weights[place]
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of records are small")]
    fn rarity(&self, place: usize) -> f64 {
        let word = &self.all[place];
        match word.meaning {
            Some(FACTION) => return 0.02,
            Some(meaning) if DIRECTIONS.contains(&meaning) => return DIRECTION,
            _ => {}
        }
        let known = if word.meaning.is_some() { NAMES_ELSEWHERE * COMMON } else { 1.0 };
        let names = self.records as f64 + NAMES_ELSEWHERE;
        let share = names / (self.counts[self.keys[place]] as f64 + known);
        (share.ln() / (names / 2.0).ln()).clamp(LEAST, 1.0)
    }
}
