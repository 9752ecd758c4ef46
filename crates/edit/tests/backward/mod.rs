//! Format 0.1 read back out of 0.2: what can be read back was not lost.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// The records of format 0.1 that records of format 0.2 were made of, by their ids. Lists whose order means nothing are
/// sorted, as [`plain`] sorts them.
pub(crate) fn old_records(new: &[Value]) -> BTreeMap<String, Value> {
    let mut contradictions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for record in new {
        for tension in record["basis"]["tensions"].as_array().into_iter().flatten() {
            let (one, other) = (record["id"].as_str().unwrap(), tension["with"].as_str().unwrap());
            contradictions.entry(one.into()).or_default().insert(other.into());
            contradictions.entry(other.into()).or_default().insert(one.into());
        }
    }
    let old = |record: &Value| {
        let id = record["id"].as_str().unwrap().to_owned();
        let old = old_record(record.as_object().unwrap().clone(), contradictions.get(&id));
        (id, plain(&old))
    };
    new.iter().map(old).collect()
}

/// A record of format 0.1 with its lists sorted whose order means nothing.
pub(crate) fn plain(record: &Value) -> Value {
    let mut record = record.clone();
    for pointer in ["/targets", "/participants", "/basis/contradicts"] {
        if let Some(Value::Array(list)) = record.pointer_mut(pointer) {
            list.sort_by_key(Value::to_string);
        }
    }
    record
}

fn old_record(mut record: Map<String, Value>, contradicts: Option<&BTreeSet<String>>) -> Value {
    let mut kept: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if let Some(Value::Array(codings)) = record.remove("codings") {
        for coding in codings {
            assert_eq!(coding["version"], "0.1");
            let column = coding["scheme"].as_str().unwrap().strip_prefix("standpoint/").unwrap().to_owned();
            kept.entry(column).or_default().push(coding["value"].as_str().unwrap().to_owned());
        }
    }
    let one = |column: &str| kept.get(column).map(|values| values[0].clone());
    match record["kind"].as_str().unwrap().to_owned().as_str() {
        "dataset" => assert_eq!(record.remove("format").unwrap(), "0.2"),
        "source" => {
            if let Some(languages) = record.remove("languages") {
                record.insert("language".into(), languages[0].clone());
            }
        }
        "event" => old_event(&mut record, kept.get("role").map_or(&[], Vec::as_slice)),
        "relationship" if record.remove("head").is_some() => {
            assert_eq!(record["type"], "holds-post");
            let (leader, body) = (record["subject"].clone(), record["object"].clone());
            record.extend([("subject".into(), body), ("object".into(), leader), ("type".into(), "led-by".into())]);
        }
        "statement" => {
            if let Some(topic) = one("topic") {
                record.insert("topic".into(), topic.into());
            }
            if let Some(rank) = one("rank") {
                record.insert("rank".into(), rank.parse::<u64>().unwrap().into());
            }
        }
        _ => {}
    }
    for (column, pointer) in [("type", "type"), ("measure", "measure")] {
        assert!(one(column).is_none_or(|word| record[pointer] == word), "{record:?}");
    }
    if let Some(basis) = record.get_mut("basis").and_then(Value::as_object_mut) {
        basis.remove("tensions");
        if let Some(others) = contradicts {
            basis.insert("contradicts".into(), others.iter().cloned().collect());
        }
        assert!(one("modality").is_none_or(|word| basis["modality"] == word));
    }
    old_waiver(&mut record);
    Value::Object(record)
}

fn old_event(record: &mut Map<String, Value>, roles: &[String]) {
    let mut targets = Vec::new();
    if let Some(Value::Array(places)) = record.remove("places") {
        let (sites, aims): (Vec<Value>, Vec<Value>) = places.into_iter().partition(|place| place["role"] == "site");
        targets.extend(aims.into_iter().map(|place| place["place"].clone()));
        if !sites.is_empty() {
            record.insert("places".into(), sites.into_iter().map(|place| place["place"].clone()).collect());
        }
    }
    if let Some(Value::Array(participants)) = record.remove("participants") {
        let (parts, aims): (Vec<Value>, Vec<Value>) =
            participants.into_iter().partition(|participant| participant["role"] != "target");
        targets.extend(aims.into_iter().map(|participant| participant["actor"].clone()));
        let old = |participant: Value| {
            let (actor, role) = (participant["actor"].as_str().unwrap(), participant["role"].as_str().unwrap());
            let merged: &[&str] = match role {
                "initiator" => &["perpetrator", "agent"],
                "subject" => &["subject", "affected"],
                "party" | "associate" => &["participant"],
                "speaker" => &["publisher"],
                role => return vec![json!({ "actor": actor, "role": role })],
            };
            let kept = merged.iter().filter(|old| roles.contains(&format!("{old} {actor}"))).copied();
            let mut words: Vec<&str> = kept.collect();
            if words.is_empty() {
                words.push(merged[0]);
            }
            words.into_iter().map(|role| json!({ "actor": actor, "role": role })).collect()
        };
        let parts: Vec<Value> = parts.into_iter().flat_map(old).collect();
        if !parts.is_empty() {
            record.insert("participants".into(), parts.into());
        }
    }
    if !targets.is_empty() {
        record.insert("targets".into(), targets.into());
    }
    if record["type"] == "communication" {
        record.insert("type".into(), "publication".into());
    }
}

/// A waiver that is told at the end of the note.
fn old_waiver(record: &mut Map<String, Value>) {
    const TOLD: &str = "In format 0.1 the finding `one-sided-contradiction` was waived: ";
    let Some(note) = record.get("note").and_then(Value::as_str).map(str::to_owned) else { return };
    let Some((before, why)) = note.split_once(TOLD) else { return };
    match before.strip_suffix(' ') {
        Some(before) => record.insert("note".into(), before.into()),
        None => record.remove("note"),
    };
    let waiver = json!({ "code": "one-sided-contradiction", "why": why });
    match record.get_mut("allow").and_then(Value::as_array_mut) {
        Some(allow) => allow.push(waiver),
        None => _ = record.insert("allow".into(), json!([waiver])),
    }
}
