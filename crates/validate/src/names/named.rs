//! Records by their names.

use standpoint_model::{Actor, ActorType, AliasType, CountryCode};

use super::{
    country,
    glossary::is_small,
    letters::plain,
    split::{Parts, abbreviation, initials},
    word::Word,
    words::Words,
};

/// The most words of the name of a country.
const LONGEST_COUNTRY: usize = 4;

/// An actor with its names.
pub(super) struct Named<'d> {
    pub(super) actor: &'d Actor,
    pub(super) forms: Vec<Form>,
    /// Its abbreviations, sorted.
    pub(super) letters: Vec<String>,
    /// The first letters of its long names, sorted.
    pub(super) initials: Vec<String>,
    /// The countries of which it is or its names tell, sorted.
    pub(super) countries: Vec<CountryCode>,
}

/// One of the names of an actor.
pub(super) struct Form {
    /// The places of its words.
    pub(super) words: Vec<usize>,
    /// Their keys, sorted.
    pub(super) keys: Vec<usize>,
    /// Whether it is the name under which the actor is listed.
    pub(super) is_listed: bool,
    /// Whether the actor bears it no more.
    pub(super) is_former: bool,
    /// Whether it names a part of what its first letters stand for.
    pub(super) is_part: bool,
}

impl<'d> Named<'d> {
    pub(super) fn of(actor: &'d Actor, words: &mut Words) -> Self {
        let mut named =
            Self { actor, forms: Vec::new(), letters: Vec::new(), initials: Vec::new(), countries: Vec::new() };
        named.add(actor.name.as_str(), true, false, words);
        for alias in &actor.aliases {
            named.add(alias.text.as_str(), false, alias.r#type == AliasType::Former, words);
            if alias.r#type == AliasType::Abbreviation {
                named.letters.extend(abbreviation(alias.text.as_str()));
            }
        }
        let told = named.forms.iter().flat_map(|form| &form.words).filter_map(|word| words.get(*word).country);
        named.countries = told.chain(actor.country).collect();
        // An abbreviation of a long name is not that of a short one.
        for list in [&mut named.letters, &mut named.initials] {
            list.sort_unstable();
            list.dedup();
        }
        named.countries.sort_unstable();
        named.countries.dedup();
        let keys: hashbrown::HashSet<usize> = named.forms.iter().flat_map(|form| form.keys.iter().copied()).collect();
        words.count(keys);
        named
    }

    pub(super) fn is_person(&self) -> bool {
        self.actor.r#type == ActorType::Individual
    }

    fn add(&mut self, name: &str, is_listed: bool, is_former: bool, words: &mut Words) {
        if self.is_person() {
            // Names of persons have no abbreviations, and small words such as `al` and `bin` are part of them.
            let text = plain(name);
            self.form(text.split_whitespace(), is_listed, is_former, false, words);
            return;
        }
        let parts = Parts::of(name);
        self.letters.extend(parts.letters);
        self.initials.extend(initials(&parts.words));
        self.form(parts.words.iter().map(String::as_str), is_listed, is_former, parts.is_part, words);
        if let Some(second) = &parts.second {
            self.form(second.iter().map(String::as_str), false, is_former, false, words);
        }
    }

    fn form<'w>(
        &mut self,
        texts: impl Iterator<Item = &'w str>,
        is_listed: bool,
        is_former: bool,
        is_part: bool,
        words: &mut Words,
    ) {
        let texts: Vec<&str> = texts.collect();
        let places = if self.is_person() {
            texts
                .iter()
                .filter(|text| texts.len() < 3 || !is_small(text))
                .map(|text| words.place(text, Word::of))
                .collect()
        } else {
            with_countries(&texts, words)
        };
        let mut keys: Vec<usize> = places.iter().map(|word| words.key(*word)).collect();
        keys.sort_unstable();
        // The first of several spellings that come to the same is the most prominent one.
        let is_new = self.forms.iter().all(|form| form.keys != keys || form.words.len() != places.len());
        if !places.is_empty() && is_new {
            self.forms.push(Form { words: places, keys, is_listed, is_former, is_part });
        }
    }
}

/// The places of the words, of which those that make the name of a country are one.
fn with_countries(texts: &[&str], words: &mut Words) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < texts.len() {
        let longest = LONGEST_COUNTRY.min(texts.len() - at);
        let found = (2..=longest).rev().find_map(|length| {
            let together = &texts[at..at + length];
            country::named(together).map(|country| (length, together.concat(), country))
        });
        let (length, place) = match found {
            Some((length, text, country)) => (length, words.place(&text, |text| Word::of_country(text, country))),
            None => (1, words.place(texts[at], Word::of)),
        };
        places.push(place);
        at += length;
    }
    places
}
