//! "Did you mean": the nearest of several words.

/// The candidate that is most like `word`, if one is like it at all. Of equals, the first.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ALIKE: f64 = 0.75;
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase());
        if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The help that names the nearest candidate.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_likest_word_wins_and_unlike_ones_do_not() {
        assert_eq!(nearest("actor/talban", ["actor/iskp", "actor/taliban"]), Some("actor/taliban"));
        assert_eq!(nearest("Stated", ["stated", "reported"]), Some("stated"));
        assert_eq!(nearest("xyz", ["stated", "reported"]), None);
    }
}
