//! Words of other models and of everyday English, for those of this one.

/// What others write, and what this model says for it. Of several, the one is meant that may stand where it is written.
static SYNONYMS: &[(&str, &[&str])] = &[
    // Fields.
    ("actors", &["participants"]),
    ("citations", &["evidence"]),
    ("comment", &["note"]),
    ("contradicts", &["tensions"]),
    ("deadline", &["due"]),
    ("condition", &["conditions", "words"]),
    ("count", &["value", "best"]),
    ("date", &["when", "published"]),
    ("depends-on", &["on", "conditions", "if"]),
    ("event", &["on", "about", "in"]),
    ("events", &["on"]),
    ("from", &["subject", "start"]),
    ("label", &["name", "title"]),
    ("lang", &["language"]),
    ("lat", &["latitude"]),
    ("link", &["url"]),
    ("lng", &["longitude"]),
    ("location", &["places"]),
    ("lon", &["longitude"]),
    ("max", &["high"]),
    ("min", &["low"]),
    ("name", &["title", "text"]),
    ("number", &["value", "best", "rank"]),
    ("page", &["locator"]),
    ("parent", &["within", "part_of"]),
    ("position", &["on"]),
    ("place", &["places"]),
    ("source", &["subject"]),
    ("sources", &["evidence"]),
    ("start-date", &["when"]),
    ("target", &["object"]),
    ("title", &["name"]),
    ("text", &["words"]),
    ("to", &["object", "end"]),
    ("trigger", &["on"]),
    ("value", &["best"]),
    ("year", &["when"]),
    // Types of actor.
    ("army", &["state-forces"]),
    ("coalition", &["alliance"]),
    ("community", &["population"]),
    ("igo", &["intergovernmental-body"]),
    ("military", &["state-forces"]),
    ("militia", &["armed-group"]),
    ("ngo", &["organisation"]),
    ("newspaper", &["media"]),
    ("party", &["political-party"]),
    ("person", &["individual"]),
    ("police", &["state-forces"]),
    ("rebel-group", &["armed-group"]),
    ("terrorist-group", &["armed-group"]),
    // Types of event, and roles in them.
    ("assassination", &["killing"]),
    ("aggressor", &["initiator"]),
    ("attacker", &["initiator"]),
    ("battle", &["clash"]),
    ("bombing", &["bombardment"]),
    ("ambush", &["attack"]),
    ("airstrike", &["bombardment"]),
    ("shelling", &["bombardment"]),
    ("arrest", &["detention"]),
    ("kidnapping", &["abduction"]),
    ("demonstration", &["protest"]),
    ("strike", &["bombardment", "protest"]),
    ("coup", &["change-of-power"]),
    ("conference", &["negotiation"]),
    ("consultation", &["meeting"]),
    ("mediation", &["negotiation"]),
    ("summit", &["meeting"]),
    ("signing", &["agreement"]),
    ("statement", &["communication"]),
    ("walk-out", &["break-off"]),
    ("walkout", &["break-off"]),
    ("founding", &["formation"]),
    ("treaty", &["agreement"]),
    ("perpetrator", &["initiator"]),
    ("facilitator", &["mediator"]),
    ("go-between", &["mediator"]),
    ("negotiator", &["party"]),
    ("participant", &["party", "associate"]),
    ("perpetrators", &["initiator"]),
    ("sponsor", &["supporter"]),
    ("signer", &["signatory"]),
    ("talks", &["negotiation"]),
    ("truce", &["ceasefire"]),
    // Whether it happened, and what came of it.
    ("canceled", &["called-off"]),
    ("cancelled", &["called-off"]),
    ("collapsed", &["broken-off"]),
    ("postponed", &["planned", "adjourned"]),
    ("scheduled", &["planned"]),
    ("suspended", &["adjourned"]),
    // Who may see it.
    ("confidential", &["restricted"]),
    ("private", &["restricted"]),
    ("secret", &["closed"]),
    ("tlp:clear", &["public"]),
    ("tlp:white", &["public"]),
    ("tlp:green", &["restricted"]),
    ("tlp:amber", &["restricted"]),
    ("tlp:red", &["closed"]),
    // Relationships.
    ("enemy", &["adversary"]),
    ("friend", &["ally"]),
    ("leader-of", &["holds-post"]),
    ("led-by", &["holds-post"]),
    ("recognizes", &["recognises"]),
    ("splinter-of", &["split-from"]),
    // On what something depends.
    ("once-done", &["after"]),
    ("only-if", &["if"]),
    ("package", &["mutual"]),
    ("provided-that", &["if"]),
    ("requires", &["if"]),
    ("simultaneous", &["with"]),
    // How it is said, and by whom.
    ("claimed", &["alleged"]),
    ("confirms", &["asserts"]),
    ("rejects", &["denies"]),
    ("counter-offer", &["offer"]),
    ("counter-proposal", &["proposal"]),
    ("maybe", &["unsure"]),
    ("goal", &["demand"]),
    ("rejection", &["refusal"]),
    ("says", &["asserts"]),
    // What is counted.
    ("dead", &["killed"]),
    ("deaths", &["killed"]),
    ("fatalities", &["killed"]),
    ("kidnapped", &["abducted"]),
    ("refugees", &["displaced"]),
    ("rockets", &["munitions"]),
    ("strength", &["fighters"]),
    ("troops", &["fighters"]),
    ("wounded", &["injured"]),
    // Places, sources, interests, outcomes, kinds.
    ("article", &["news-article"]),
    ("deleted", &["retracted"]),
    ("financial", &["economic"]),
    ("governorate", &["province"]),
    ("camp", &["city", "site"]),
    ("group", &["actor", "armed-group"]),
    ("religious", &["ideological"]),
    ("success", &["succeeded"]),
    ("town", &["city"]),
    ("village", &["city"]),
    ("website", &["web-page"]),
    ("withdrawn", &["retracted"]),
];

/// The candidate for which others write `word`, in lower case.
pub(super) fn of<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word = word.replace([' ', '_'], "-");
    let (_, ours) = SYNONYMS.iter().find(|(theirs, _)| *theirs == word)?;
    ours.iter().find_map(|own| candidates.iter().copied().find(|candidate| candidate == own))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use standpoint_model::{Kind, schema::for_kind};

    use super::SYNONYMS;

    /// A word that the model gives up must not be advised.
    #[test]
    fn every_word_is_one_of_the_model() {
        let schemas: String = Kind::ALL.iter().map(|kind| for_kind(*kind).to_string()).collect();
        let words = SYNONYMS.iter().flat_map(|(_, ours)| *ours);
        let strange: Vec<&&str> = words.filter(|word| !schemas.contains(&format!("\"{word}\""))).collect();
        assert_eq!(strange, [] as [&&str; 0]);
        let listed: BTreeSet<&str> = SYNONYMS.iter().map(|(theirs, _)| *theirs).collect();
        assert_eq!(listed.len(), SYNONYMS.len(), "a word is listed twice");
    }
}
