//! Words by which a text keeps its distance from what it says.

use standpoint_model::{Basis, LanguageTag, Modality, Stance};

/// The words and phrases, in lower case.
const HEDGES: &[&str] = &[
    "alleged",
    "allegedly",
    "apparently",
    "claimed it",
    "claimed that",
    "claimed they",
    "claimed to",
    "claims that",
    "claims to",
    "purported",
    "purportedly",
    "reported",
    "reportedly",
    "rumored",
    "rumoured",
    "said to be",
    "said to have",
    "supposedly",
    "unconfirmed",
];

/// The first word in `text`, a stretch of a source in a language, by which the source keeps its distance, although the
/// record that rests on it is stated. Other languages than English are passed over, and records with a claim of
/// responsibility: what is claimed there may well be certain.
pub(crate) fn hedge_of_stated<'t>(basis: &Basis, language: Option<&LanguageTag>, text: &'t str) -> Option<&'t str> {
    let english = language.is_none_or(|tag| tag.as_str().to_lowercase().split('-').next() == Some("en"));
    let claimed = basis.standpoints.iter().any(|position| position.stance == Stance::ClaimsResponsibility);
    (basis.modality == Modality::Stated && english && !claimed).then(|| hedge(text)).flatten()
}

fn hedge(text: &str) -> Option<&str> {
    let is_letter = |c: char| c.is_alphanumeric();
    HEDGES
        .iter()
        .filter_map(|hedge| {
            // Lower-casing ASCII keeps every byte in its place.
            let at = text.to_ascii_lowercase().find(hedge)?;
            let end = at + hedge.len();
            let whole = !text[..at].ends_with(is_letter) && !text[end..].starts_with(is_letter);
            whole.then(|| (at, &text[at..end]))
        })
        .min_by_key(|(at, _)| *at)
        .map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::hedge;

    #[test]
    fn whole_words_keep_their_distance() {
        assert_eq!(hedge("The Front has Allegedly crossed, it is reported."), Some("Allegedly"));
        assert_eq!(hedge("He is said to have left."), Some("said to have"));
        assert_eq!(hedge("The reporter proclaimed it."), None);
        assert_eq!(hedge("They claimed responsibility; the authorities countered their claims."), None);
    }
}
