//! One word of a name, and how like it is to another.

use standpoint_model::CountryCode;

use super::{
    country,
    glossary::meaning,
    letters::{consonants, is_arabic, romanized, sound},
};

/// The least consonants by which words of two scripts are one.
const CONSONANTS: usize = 3;

/// A word of a name, folded in every way in which names are compared.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) sound: String,
    pub(super) consonants: String,
    pub(super) meaning: Option<&'static str>,
    pub(super) country: Option<CountryCode>,
    pub(super) is_arabic: bool,
}

/// In what two words are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sameness {
    Letters,
    Spelling,
    Language,
    Script,
}

impl Word {
    pub(super) fn of(text: &str) -> Self {
        let latin = romanized(text);
        let meaning = meaning(text);
        Self {
            sound: sound(&latin),
            consonants: consonants(&latin),
            country: if meaning.is_some() { None } else { country::of_word(text) },
            meaning,
            is_arabic: is_arabic(text),
            text: text.to_owned(),
        }
    }

    /// The name of a country that has several words.
    pub(super) fn of_country(text: &str, country: CountryCode) -> Self {
        Self { country: Some(country), meaning: None, ..Self::of(text) }
    }

    /// What words have in common that mean or sound the same, in any language and script.
    pub(super) fn key(&self) -> String {
        match (self.meaning, self.country) {
            (Some(meaning), _) => format!("={meaning}"),
            (None, Some(country)) => format!("@{country}"),
            (None, None) if self.consonants.len() >= CONSONANTS => format!("#{}", self.consonants),
            (None, None) => self.sound.clone(),
        }
    }

    /// How like two words are, from 0 to 1, and in what.
    pub(super) fn likeness(&self, other: &Self) -> Option<(f64, Sameness)> {
        let by_language = self.text != other.text;
        let sameness = if self.is_arabic != other.is_arabic {
            Sameness::Script
        } else if self.sound != other.sound {
            Sameness::Language
        } else if by_language {
            Sameness::Spelling
        } else {
            Sameness::Letters
        };
        if self.sound == other.sound {
            return Some((1.0, sameness));
        }
        match (self.meaning, other.meaning) {
            (Some(one), Some(other)) => return (one == other).then_some((1.0, sameness)),
            (None, None) => {}
            _ => return self.spelling(other).filter(|(likeness, _)| *likeness >= 0.85),
        }
        match (self.country, other.country) {
            (Some(one), Some(other)) => (one == other).then_some((1.0, sameness)),
            (None, None) => self.spelling(other),
            _ => None,
        }
    }

    fn spelling(&self, other: &Self) -> Option<(f64, Sameness)> {
        let (one, two) = (self.sound.chars().count(), other.sound.chars().count());
        let (shorter, longer) = (one.min(two), one.max(two));
        let has_consonants = self.consonants == other.consonants && self.consonants.len() >= CONSONANTS;
        if self.is_arabic != other.is_arabic {
            return has_consonants.then_some((0.9, Sameness::Script));
        }
        if self.is_arabic && has_consonants {
            return Some((0.9, Sameness::Spelling));
        }
        if shorter < 5 && !has_consonants {
            return None;
        }
        let common = self.sound.chars().zip(other.sound.chars()).take_while(|(one, other)| one == other).count();
        let is_longer = common >= 5 && (longer - common <= 3 || (shorter == common && longer - common <= 6));
        let distance = strsim::osa_distance(&self.sound, &other.sound);
        let likeness = match distance {
            _ if has_consonants && distance <= (longer / 3).max(2) => 0.9,
            0 | 1 => 0.85,
            2 if shorter >= 9 => 0.8,
            _ if is_longer => 0.75,
            _ => return None,
        };
        Some((likeness, Sameness::Spelling))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Option<(f64, Sameness)> {
        let (one, other) = (Word::of(one), Word::of(other));
        assert_eq!(one.likeness(&other), other.likeness(&one));
        one.likeness(&other)
    }

    #[test]
    fn words_are_one_by_sound_meaning_or_consonants() {
        assert_eq!(likeness("qaeda", "kaida"), Some((1.0, Sameness::Spelling)));
        assert_eq!(likeness("ejercito", "army"), Some((1.0, Sameness::Language)));
        assert_eq!(likeness("khorasan", "خراسان"), Some((0.9, Sameness::Script)));
        assert_eq!(likeness("pakistan", "pakistani"), Some((1.0, Sameness::Language)));
        assert_eq!(likeness("dawlat", "dawla"), Some((1.0, Sameness::Language)));
        assert_eq!(likeness("jhangvi", "jangvi"), Some((0.85, Sameness::Spelling)));
    }

    #[test]
    fn other_words_are_others() {
        for (one, other) in [("austria", "australia"), ("army", "front"), ("reds", "beds"), ("niger", "nigeria")] {
            assert_eq!(likeness(one, other), None, "{one} {other}");
        }
    }
}
