//! Two names, word by word.

use super::{named::Form, word::Sameness, words::Words};

/// What a word that names a country counts, if the other name tells of none.
const COUNTRY_LEFT_OUT: f64 = 0.4;

/// The least consonants by which names of two scripts are one, if their words are cut otherwise.
pub(super) const CONSONANTS: usize = 4;

/// What two names have in common.
pub(super) struct Match<'n> {
    /// How like they are, from 0 to 1: the part of their words that is in both, by weight.
    pub(super) degree: f64,
    pub(super) forms: [&'n Form; 2],
    /// The weight of the words that they have in common, countries left out.
    pub(super) common: f64,
    /// The words that one of them alone has.
    pub(super) rest: [Vec<usize>; 2],
    /// In what those words are the same that are least alike.
    pub(super) sameness: Sameness,
}

impl<'n> Match<'n> {
    pub(super) fn of(forms: [&'n Form; 2], words: &Words) -> Self {
        if let Some(sameness) = together(forms, words) {
            let told = forms[0].words.iter().filter(|word| words.get(**word).country.is_none());
            let common = told.map(|word| words.weight(*word)).sum();
            return Self { degree: 1.0, forms, common, rest: [Vec::new(), Vec::new()], sameness };
        }
        let mut taken = forms.map(|form| vec![false; form.words.len()]);
        let (mut alike, mut common, mut sameness) = (0.0, 0.0, Sameness::Letters);
        for Pair { weight, likeness, sameness: by, places: [at, place] } in pairs(forms, words) {
            if taken[0][at] || taken[1][place] {
                continue;
            }
            (taken[0][at], taken[1][place]) = (true, true);
            let [word, another] = [forms[0].words[at], forms[1].words[place]];
            alike += likeness * (words.weight(word) + words.weight(another));
            common += if words.get(word).country.is_some() { 0.0 } else { weight };
            sameness = sameness.max(by);
        }
        let rest = [0, 1].map(|side| {
            let left = forms[side].words.iter().zip(&taken[side]).filter(|(_, taken)| !**taken);
            left.map(|(word, _)| *word).collect::<Vec<_>>()
        });
        let is_country = |word: &usize| words.get(*word).country.is_some();
        let weigh = |side: usize| -> f64 {
            let is_left_out = !rest[1 - side].iter().any(is_country);
            let left = rest[side].iter().map(|word| {
                let part = if is_country(word) && is_left_out { COUNTRY_LEFT_OUT } else { 1.0 };
                part * words.weight(*word)
            });
            let both = forms[side].words.iter().zip(&taken[side]).filter(|(_, taken)| **taken);
            left.sum::<f64>() + both.map(|(word, _)| words.weight(*word)).sum::<f64>()
        };
        let all = weigh(0) + weigh(1);
        Self { degree: if all > 0.0 { alike / all } else { 0.0 }, forms, common, rest, sameness }
    }
}

/// Two words that may be one.
struct Pair {
    weight: f64,
    likeness: f64,
    sameness: Sameness,
    places: [usize; 2],
}

/// The pairs of words that are alike, those that tell most first.
fn pairs(forms: [&Form; 2], words: &Words) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, word) in forms[0].words.iter().enumerate() {
        for (place, another) in forms[1].words.iter().enumerate() {
            if let Some((likeness, sameness)) = words.get(*word).likeness(words.get(*another)) {
                let weight = likeness * words.weight(*word).min(words.weight(*another));
                pairs.push(Pair { weight, likeness, sameness, places: [at, place] });
            }
        }
    }
    pairs.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.sameness.cmp(&other.sameness)));
    pairs
}

/// Whether names are one whose words are cut otherwise: `Boko Haram` and `Bokoharam`, `Jalaluddin` in two scripts.
fn together(forms: [&Form; 2], words: &Words) -> Option<Sameness> {
    let joined = |form: &Form, part: fn(&super::word::Word) -> &str| {
        form.words.iter().map(|word| part(words.get(*word))).collect::<String>()
    };
    let [one, other] = forms.map(|form| joined(form, |word| &word.sound));
    if forms[0].words.len() != forms[1].words.len() && one == other {
        return Some(Sameness::Spelling);
    }
    let [one, other] = forms.map(|form| {
        let mut consonants: Vec<char> = joined(form, |word| &word.consonants).chars().collect();
        consonants.dedup();
        consonants
    });
    let [arabic, also] = forms.map(|form| form.words.iter().any(|word| words.get(*word).is_arabic));
    (arabic != also && one == other && one.len() >= CONSONANTS).then_some(Sameness::Script)
}
