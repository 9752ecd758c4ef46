//! The headings of statements: any short name in format 0.1, one of ten words in 0.2.

/// The headings of format 0.1 that mean one of the words, each beside the word. Whatever is not here is `other`.
const TOPICS: &[(&str, &[&str])] = &[
    ("identity", &["name", "names", "nature", "origin", "origins"]),
    ("belief", &["beliefs", "creed", "doctrine", "ideology"]),
    ("motive", &["motives", "motivation"]),
    ("capacity", &["capabilities", "capability", "strength", "weakness"]),
    ("conduct", &["behaviour", "methods", "tactics"]),
    ("perception", &["image", "perceptions", "reputation"]),
    ("comparison", &["comparisons"]),
    ("change", &["changes", "evolution"]),
    ("document", &["page", "source"]),
    ("other", &[]),
];

/// The word for a heading of format 0.1.
pub(super) fn new(old: &str) -> &'static str {
    let row = TOPICS.iter().find(|(word, synonyms)| *word == old || synonyms.contains(&old));
    row.map_or("other", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use standpoint_model::Topic;

    use super::*;

    #[test]
    fn every_heading_is_a_word_and_every_word_keeps_its_own() {
        assert!(TOPICS.iter().map(|(word, _)| *word).eq(Topic::ALL.iter().map(|topic| topic.as_str())));
        assert!(Topic::ALL.iter().all(|topic| new(topic.as_str()) == topic.as_str()));
        assert_eq!((new("ideology"), new("cross-border-attacks")), ("belief", "other"));
    }
}
