//! The table of what changed from format 0.1 to 0.2, beside single words.

use serde_json::{Value, json};
use standpoint_model::Kind;

use super::{draft::Draft, survey::Survey, topics, words::WORDS};

/// A change of the format.
pub(super) struct Change {
    /// What it does, as a report counts it.
    pub(super) about: &'static str,
    /// Makes it in a record, and says how often.
    pub(super) make: fn(&mut Draft, &mut Survey) -> usize,
}

/// Every change, in the order in which they are made: after the words.
pub(super) const CHANGES: &[Change] = &[
    Change { about: "the manifest names its format, `0.2`", make: name_format },
    Change { about: "the `language` of a source becomes a list, `languages`", make: list_language },
    Change { about: "a place of an event gets the role `site`", make: give_places_a_role },
    Change { about: "a target of an event becomes a participant or a place of the role `target`", make: move_targets },
    Change {
        about: "an actor that two old roles now give one role twice in an event is named once",
        make: name_participants_once,
    },
    Change {
        about: "`led-by` is told from the other end: the leader `holds-post` in the body, as its head",
        make: turn_leadership,
    },
    Change {
        about: "two records that name one another in `contradicts` have one tension, on one of them",
        make: join_contradictions,
    },
    Change {
        about: "the topic of a statement becomes one of ten words; the old one is kept as a coding",
        make: close_topic,
    },
    Change {
        about: "the rank of a statement is kept as a coding, for headings that were numbered apart are one now",
        make: keep_mixed_rank,
    },
    Change { about: "the waiver of a code that is no more is told in the note", make: tell_gone_waiver },
];

fn name_format(draft: &mut Draft, _: &mut Survey) -> usize {
    if draft.kind != Kind::Dataset {
        return 0;
    }
    draft.take("format");
    let after_id = draft.fields.keys().skip_while(|key| *key != "id").nth(1).cloned();
    draft.put("format", "0.2".into(), after_id.as_deref().unwrap_or_default());
    1
}

fn list_language(draft: &mut Draft, _: &mut Survey) -> usize {
    if draft.kind != Kind::Source {
        return 0;
    }
    let Some(language) = draft.fields.get("language").cloned() else { return 0 };
    draft.put("languages", json!([language]), "language");
    draft.take("language");
    1
}

fn give_places_a_role(draft: &mut Draft, _: &mut Survey) -> usize {
    let (Kind::Event, Some(Value::Array(places))) = (draft.kind, draft.fields.get_mut("places")) else { return 0 };
    for place in places.iter_mut() {
        *place = json!({ "place": place.take(), "role": "site" });
    }
    places.len()
}

fn move_targets(draft: &mut Draft, _: &mut Survey) -> usize {
    let (Kind::Event, Some(Value::Array(targets))) = (draft.kind, draft.fields.get("targets").cloned()) else {
        return 0;
    };
    for target in &targets {
        let is_place = target.as_str().and_then(Kind::of_id) == Some(Kind::Place);
        let (list, field, next) =
            if is_place { ("places", "place", "participants") } else { ("participants", "actor", "targets") };
        let next = if draft.fields.contains_key(next) { next } else { "targets" };
        draft.list(list, next).push(json!({ field: target, "role": "target" }));
    }
    draft.take("targets");
    targets.len()
}

fn name_participants_once(draft: &mut Draft, _: &mut Survey) -> usize {
    let (Kind::Event, Some(Value::Array(participants))) = (draft.kind, draft.fields.get_mut("participants")) else {
        return 0;
    };
    let mut again: Vec<Value> = Vec::new();
    let mut once: Vec<Value> = Vec::with_capacity(participants.len());
    for participant in std::mem::take(participants) {
        if once.contains(&participant) { &mut again } else { &mut once }.push(participant);
    }
    *participants = once;
    for participant in &again {
        // The one of the two old words that is not kept anyway.
        let (actor, role) = (participant["actor"].as_str(), participant["role"].as_str());
        let (actor, role) = (actor.unwrap_or_default(), role.unwrap_or_default());
        let old = WORDS.iter().find(|word| word.new == role && !word.is_kept).map_or(role, |word| word.old);
        draft.keep("role", &format!("{old} {actor}"));
        draft.say("/participants", format!("`{actor}` is named as `{role}` once; both old words are kept as codings"));
    }
    again.len()
}

fn turn_leadership(draft: &mut Draft, _: &mut Survey) -> usize {
    if draft.kind != Kind::Relationship || draft.text("type") != Some("led-by") {
        return 0;
    }
    let ends = ["subject", "object"].map(|end| draft.fields.get(end).cloned().unwrap_or_default());
    let [body, leader] = ends;
    draft.fields.extend([
        ("subject".to_owned(), leader),
        ("object".to_owned(), body),
        ("type".to_owned(), "holds-post".into()),
    ]);
    let after_type = draft.fields.keys().skip_while(|key| *key != "type").nth(1).cloned();
    draft.put("head", true.into(), after_type.as_deref().unwrap_or_default());
    1
}

fn join_contradictions(draft: &mut Draft, survey: &mut Survey) -> usize {
    let own = draft.text("id").unwrap_or_default().to_owned();
    let Some(Value::Object(basis)) = draft.fields.get_mut("basis") else { return 0 };
    let Some(at) = basis.keys().position(|key| key == "contradicts") else { return 0 };
    let others = basis.shift_remove("contradicts");
    let others: Vec<&str> = others.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect();
    let first = others.iter().filter(|other| survey.is_first(&own, other));
    let tensions: Vec<Value> = first.map(|other| json!({ "with": other, "how": "contradicts" })).collect();
    let made = tensions.len();
    if made > 0 {
        basis.shift_insert(at, "tensions".into(), tensions.into());
    }
    made
}

fn close_topic(draft: &mut Draft, _: &mut Survey) -> usize {
    let (Kind::Statement, Some(old)) = (draft.kind, draft.text("topic").map(str::to_owned)) else { return 0 };
    let new = topics::new(&old);
    if new == old {
        return 0;
    }
    draft.fields.insert("topic".into(), new.into());
    draft.keep("topic", &old);
    draft.say("/topic", format!("the topic `{old}` became `{new}`; the old one is kept as a coding"));
    1
}

/// Comes after [`close_topic`], so that the topic is one of format 0.2.
fn keep_mixed_rank(draft: &mut Draft, survey: &mut Survey) -> usize {
    let (Kind::Statement, Some(about), Some(topic)) = (draft.kind, draft.text("about"), draft.text("topic")) else {
        return 0;
    };
    if !survey.are_mixed(about, topics::new(topic)) {
        return 0;
    }
    let Some(rank) = draft.take("rank") else { return 0 };
    draft.keep("rank", &rank.to_string());
    draft.say("/rank", "statements that were numbered under several topics now have one; the rank is kept as a coding");
    1
}

/// The codes of format 0.1 that are no more.
const GONE_CODES: &[&str] = &["one-sided-contradiction"];

fn tell_gone_waiver(draft: &mut Draft, _: &mut Survey) -> usize {
    let is_gone = |waiver: &Value| waiver["code"].as_str().is_some_and(|code| GONE_CODES.contains(&code));
    let waivers = draft.items("allow").to_vec();
    let gone: Vec<(usize, &Value)> = waivers.iter().enumerate().filter(|(_, waiver)| is_gone(waiver)).collect();
    if gone.is_empty() {
        return 0;
    }
    if gone.len() == waivers.len() {
        draft.take("allow");
    } else {
        draft.fields.insert("allow".into(), waivers.iter().filter(|waiver| !is_gone(waiver)).cloned().collect());
    }
    for (index, waiver) in &gone {
        let text = |field: &str| waiver[field].as_str().unwrap_or_default();
        let (code, why) = (text("code"), text("why"));
        draft.add_note(&format!("In format 0.1 the finding `{code}` was waived: {why}"));
        draft.say(
            format!("/allow/{index}"),
            format!("there is no code `{code}` any more; the reason is kept in the note"),
        );
    }
    gone.len()
}
