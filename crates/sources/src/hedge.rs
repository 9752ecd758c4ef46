//! Words by which a text keeps its distance from what it says, by lists that anybody can add to.

use std::sync::LazyLock;

use standpoint_model::{Basis, LanguageTag, Modality, Stance};

use crate::fold::fold;

/// The list of each language: a phrase a line, however it is written there.
const LISTS: &[(&str, &str)] = &[
    ("ar", include_str!("../hedges/ar.txt")),
    ("en", include_str!("../hedges/en.txt")),
    ("es", include_str!("../hedges/es.txt")),
    ("fa", include_str!("../hedges/fa.txt")),
    ("fr", include_str!("../hedges/fr.txt")),
];

/// The phrases of each language as they are looked for.
static PHRASES: LazyLock<Vec<(&str, Vec<String>)>> = LazyLock::new(|| {
    let phrases = |list: &str| {
        let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        lines.map(|line| fold(line).as_str().to_owned()).collect()
    };
    LISTS.iter().map(|(language, list)| (*language, phrases(list))).collect()
});

/// The first words in `text`, a stretch of a source in some languages, by which the source keeps its distance, although the
/// record that rests on it is stated. If the languages of the source are not known, all are looked for; those without a list
/// are passed over, and so are records with a claim of responsibility: what is claimed there may well be certain.
pub(crate) fn hedge_of_stated<'t>(basis: &Basis, languages: &[LanguageTag], text: &'t str) -> Option<&'t str> {
    let claimed = basis.standpoints.iter().any(|position| position.stance == Stance::ClaimsResponsibility);
    (basis.modality == Modality::Stated && !claimed).then(|| hedge(languages, text)).flatten()
}

fn hedge<'t>(languages: &[LanguageTag], text: &'t str) -> Option<&'t str> {
    let is_spoken = |language: &str| {
        let tags = languages.iter().map(|tag| tag.as_str().to_lowercase());
        languages.is_empty() || tags.into_iter().any(|tag| tag.split('-').next() == Some(language))
    };
    let view = fold(text);
    let phrases = PHRASES.iter().filter(|(language, _)| is_spoken(language)).flat_map(|(_, phrases)| phrases);
    let places = phrases.filter_map(|phrase| {
        let matches = view.as_str().match_indices(phrase.as_str());
        matches.map(|(at, _)| at..at + phrase.len()).find(|place| is_whole(view.as_str(), place.start, place.end))
    });
    // The longest of those that begin first.
    let first = places.min_by_key(|place| (place.start, std::cmp::Reverse(place.end)))?;
    text.get(view.original(first)?)
}

/// Whether words begin and end here. In Arabic, "and" and "so" are written with the word that follows.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].strip_suffix(['و', 'ف']).unwrap_or(&text[..start]);
    let is_apart = |before: &str| !before.ends_with(char::is_alphanumeric);
    (is_apart(&text[..start]) || is_apart(before)) && !text[end..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hedge_in<'t>(language: &str, text: &'t str) -> Option<&'t str> {
        hedge(&[LanguageTag::new(language).unwrap()], text)
    }

    #[test]
    fn whole_words_keep_their_distance() {
        assert_eq!(hedge_in("en", "The Front has Allegedly crossed, it is reported."), Some("Allegedly"));
        assert_eq!(hedge_in("en-GB", "He is said\nto have left."), Some("said\nto have"));
        assert_eq!(hedge_in("en", "The reporter proclaimed it."), None);
        assert_eq!(hedge_in("en", "They claimed responsibility; the authorities countered their claims."), None);
    }

    #[test]
    fn every_language_with_a_list_has_its_own_words() {
        for (language, text, found) in [
            ("en", "According to the ministry it left.", Some("According to")),
            ("en", "It is believed to have left.", Some("believed to")),
            ("en", "So-called volunteers left.", Some("So-called")),
            ("fr", "Le groupe aurait tué dix personnes à Velm.", Some("aurait")),
            ("fr", "D’après le ministère, il a fui.", Some("D’après")),
            ("ar", "زعمت الحكومة أن الجماعة قتلت عشرة.", Some("زعمت")),
            ("ar", "غادرت الجماعة، وبحسب الوزارة عادت.", Some("بحسب")),
            ("fa", "گفته می‌شود این گروه شهر را ترک کرده است.", Some("گفته می‌شود")),
            ("fa", "به گفتهٔ وزارت، ده نفر کشته شدند.", Some("به گفتهٔ")),
            ("es", "El grupo presuntamente mató a diez personas en Velm.", Some("presuntamente")),
            ("de", "Angeblich reported.", None),
        ] {
            assert_eq!(hedge_in(language, text), found, "{text}");
        }
        assert_eq!(hedge(&[], "Le groupe aurait fui."), Some("aurait"));
    }

    #[test]
    fn the_lists_are_sorted_by_language_and_hold_no_phrase_twice() {
        for (language, phrases) in PHRASES.iter() {
            let mut distinct = phrases.clone();
            distinct.sort();
            distinct.dedup();
            let few = if *language == "ar" { 25 } else { 15 };
            assert!(distinct.len() >= few, "{language}");
        }
    }
}
