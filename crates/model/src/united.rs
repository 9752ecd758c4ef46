//! The view of a dataset in which what is the same is one.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::{Map, Value, json};

use crate::{Dataset, Entity, Handling, Identity, IdentityGround, Kind, Record, Source, Status, Verdict};

/// A dataset in which the records that identities of the verdict `same` hold together are one record: one actor, all names, all
/// evidence. Everything that reads a [`Dataset`] reads this one.
///
/// The one record has the id of the first member, which *leads*. Lists are put together: names, codes, evidence, standpoints,
/// participants. Of a field with one value the leading record's is kept, and another's where it has none; other names and
/// titles become aliases. `handling` is the strictest of all. References to the other members name the leading one.
///
/// Records of two kinds are never one, nor are sources of two texts, because spans count in one of them. Retracted records are
/// left as they are. The identities themselves stay, but for those that the view fulfils. An id that a record had before it was
/// renamed, and that none has any more, leads to the record as well.
///
/// ```
/// use standpoint_model::{Actor, Dataset, Record};
///
/// let records: Vec<Record> = serde_json::from_str(r#"[
///   { "kind": "actor", "id": "actor/highland-league", "type": "armed-group", "name": "Highland League",
///     "basis": { "modality": "stated", "evidence": [{ "source": "source/report", "locator": "page 2" }] } },
///   { "kind": "actor", "id": "actor/hl", "type": "unexpanded-label", "name": "HL",
///     "basis": { "modality": "stated", "evidence": [{ "source": "source/letter", "locator": "line 1" }] } },
///   { "kind": "identity", "id": "identity/league", "members": ["actor/highland-league", "actor/hl"], "verdict": "same" }
/// ]"#)?;
/// let dataset = Dataset::new(records)?;
/// let united = dataset.united();
///
/// let league = united.dataset().iter::<Actor>().next().expect("one actor");
/// assert_eq!((league.name.as_str(), league.aliases[0].text.as_str()), ("Highland League", "HL"));
/// assert_eq!(league.basis.evidence.len(), 2);
/// assert_eq!(united.lead_of("actor/hl"), "actor/highland-league");
/// assert_eq!(united.members_of("actor/highland-league"), ["actor/highland-league", "actor/hl"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct United<'d> {
    dataset: Cow<'d, Dataset>,
    groups: Groups,
}

impl United<'_> {
    /// The dataset in which what is the same is one.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The id under which the dataset has what `id` names: that of the leading record, or `id` itself.
    pub fn lead_of<'i>(&'i self, id: &'i str) -> &'i str {
        self.groups.lead_of(id)
    }

    /// The ids of the records that are one under the id of a leading record, which comes first. Empty for any other record.
    pub fn members_of(&self, lead: &str) -> &[String] {
        self.groups.members.get(lead).map_or(&[], Vec::as_slice)
    }
}

/// Which records are one: each group by the id of its leading record.
#[derive(Debug, Clone, Default)]
struct Groups {
    /// From a leading record to all members, itself first.
    members: BTreeMap<String, Vec<String>>,
    /// From any other member to the leading record.
    leads: BTreeMap<String, String>,
}

impl Groups {
    /// The groups that the standing identities of a dataset make.
    fn of(dataset: &Dataset) -> Self {
        let mut groups = Self::default();
        for identity in dataset.iter::<Identity>().filter(|identity| identity.verdict == Verdict::Same) {
            let mut standing = identity
                .members
                .iter()
                .filter_map(|id| dataset.resolve(id.as_str()))
                .filter(|record| record.status() == Status::Current);
            let Some(first) = standing.next() else { continue };
            for other in standing.filter(|other| other.kind() == first.kind()) {
                groups.join(dataset, first.id(), other.id());
            }
        }
        groups.keep_old_ids(dataset);
        groups
    }

    /// Has the ids that records had before they were renamed lead to where these are now.
    fn keep_old_ids(&mut self, dataset: &Dataset) {
        let is_renamed =
            |identity: &&Identity| identity.verdict == Verdict::Same && identity.how == Some(IdentityGround::Renamed);
        for identity in dataset.iter::<Identity>().filter(is_renamed) {
            let [first, others @ ..] = &*identity.members else { continue };
            let lead = self.lead_of(first.as_str()).to_owned();
            for old in others.iter().filter(|id| dataset.resolve(id.as_str()).is_none()) {
                self.leads.insert(old.as_str().to_owned(), lead.clone());
            }
        }
    }

    fn lead_of<'i>(&'i self, id: &'i str) -> &'i str {
        self.leads.get(id).map_or(id, String::as_str)
    }

    /// Makes one group of those of two records; the first one's leads.
    fn join(&mut self, dataset: &Dataset, first: &str, other: &str) {
        let (lead, absorbed) = (self.lead_of(first).to_owned(), self.lead_of(other).to_owned());
        if lead == absorbed || !have_one_text(dataset, &[&lead, &absorbed].map(|id| self.all(id))) {
            return;
        }
        let joining = self.members.remove(&absorbed).unwrap_or_else(|| vec![absorbed]);
        for member in &joining {
            self.leads.insert(member.clone(), lead.clone());
        }
        self.members.entry(lead.clone()).or_insert_with(|| vec![lead]).extend(joining);
    }

    /// All members of the group that a record leads, be it alone.
    fn all(&self, lead: &str) -> Vec<String> {
        self.members.get(lead).cloned().unwrap_or_else(|| vec![lead.to_owned()])
    }
}

/// Whether those of these records that are sources and have a text have the same one.
fn have_one_text(dataset: &Dataset, groups: &[Vec<String>; 2]) -> bool {
    let sources = groups.iter().flatten().filter_map(|id| dataset.resolve(id)).filter_map(Source::from_record);
    let mut texts = sources.filter_map(|source| source.text.as_ref());
    let first = texts.next();
    texts.all(|text| Some(text) == first)
}

impl Dataset {
    /// The view in which the identities of the verdict `same` hold.
    pub fn united(&self) -> United<'_> {
        let groups = Groups::of(self);
        if groups.members.is_empty() {
            return United { dataset: Cow::Borrowed(self), groups };
        }
        let records = self.all_records().iter().filter(|record| !is_fulfilled(record, &groups)).filter_map(|record| {
            if groups.leads.contains_key(record.id()) {
                return None;
            }
            let members = groups.members.get(record.id()).map(|members| &members[1..]).unwrap_or_default();
            let others: Vec<&Record> = members.iter().filter_map(|id| self.resolve(id)).collect();
            let mut names_others = false;
            record.visit_references(|id, _| names_others |= groups.leads.contains_key(id));
            if others.is_empty() && !names_others {
                return Some(record.clone());
            }
            // Lists only grow and ids keep their kinds, so that the result is a record.
            Some(one_record(record, &others, &groups).unwrap_or_else(|| record.clone()))
        });
        let dataset = Self::of_distinct(records.collect());
        United { dataset: Cow::Owned(dataset), groups }
    }
}

/// Whether a record is an identity of `same` all of whose members the view shows as one.
fn is_fulfilled(record: &Record, groups: &Groups) -> bool {
    let Record::Identity(identity) = record else { return false };
    let mut leads = identity.members.iter().map(|id| groups.lead_of(id.as_str()));
    let first = leads.next();
    record.status() == Status::Current && identity.verdict == Verdict::Same && leads.all(|lead| Some(lead) == first)
}

/// One record of several, with its references to leading records.
fn one_record(lead: &Record, others: &[&Record], groups: &Groups) -> Option<Record> {
    let mut fields = fields_of(lead, groups)?;
    for other in others {
        let other_fields = fields_of(other, groups)?;
        add_name(&mut fields, &other_fields, lead.kind());
        put_together(&mut fields, other_fields);
    }
    let strictest = others.iter().map(|record| record.handling()).fold(lead.handling(), Ord::max);
    if strictest != Handling::Public {
        fields.insert("handling".into(), json!(strictest));
    }
    serde_json::from_value(fields.into()).ok()
}

/// The JSON of a record, with its references to leading records and no item of a list twice.
fn fields_of(record: &Record, groups: &Groups) -> Option<Map<String, Value>> {
    let mut json = serde_json::to_value(record).ok()?;
    for reference in record.references() {
        if let Some(lead) = groups.leads.get(reference.id) {
            *json.pointer_mut(&reference.pointer)? = lead.as_str().into();
        }
    }
    for reading in json.pointer_mut("/basis/readings").and_then(Value::as_array_mut).into_iter().flatten() {
        for field in reading["fields"].as_array_mut().into_iter().flatten() {
            follow(field, groups);
        }
    }
    let Value::Object(mut fields) = json else { return None };
    // An identity that two of its members contradict still has both.
    if record.kind() != Kind::Identity {
        for list in fields.values_mut().filter_map(Value::as_array_mut) {
            let mut kept: Vec<Value> = Vec::with_capacity(list.len());
            list.retain(|item| {
                let new = !kept.contains(item);
                if new {
                    kept.push(item.clone());
                }
                new
            });
        }
    }
    Some(fields)
}

/// Has a field's path name the leading record: `participants[actor/hl]` is `participants[actor/highland-league]`.
fn follow(path: &mut Value, groups: &Groups) {
    let Some(text) = path.as_str() else { return };
    let item = |text: &str| Some(text.split_once('[')?.1.split_once(']')?.0.to_owned());
    if let Some((item, lead)) = item(text).and_then(|item| groups.leads.get_key_value(&item)) {
        *path = text.replacen(&format!("[{item}]"), &format!("[{lead}]"), 1).into();
    }
}

/// Adds the name or title of another record to the aliases, where the kind has some and the name is a new one.
fn add_name(fields: &mut Map<String, Value>, other: &Map<String, Value>, kind: Kind) {
    let (Kind::Actor | Kind::Place | Kind::Event | Kind::Issue | Kind::Source) = kind else { return };
    let field = if matches!(kind, Kind::Actor | Kind::Place) { "name" } else { "title" };
    let name = &other[field];
    let is_known = |alias: &Value| alias["text"] == *name;
    let known = fields[field] == *name
        || [&*fields, other].into_iter().filter_map(|fields| fields.get("aliases")?.as_array()).flatten().any(is_known);
    if known {
        return;
    }
    let mut alias = json!({ "text": name });
    if let Some(language) = other.get("language") {
        alias["language"] = language.clone();
    }
    alias["type"] = "alternative".into();
    if let Some(aliases) = fields.entry("aliases").or_insert_with(|| json!([])).as_array_mut() {
        aliases.push(alias);
    }
}

/// Fields whose absence says something, or which belong to the value of another field.
const NOT_FILLED: [&str; 15] = [
    "access",
    "empty",
    "extent",
    "former",
    "handling",
    "head",
    "language",
    "note",
    "nothing_to_encode",
    "occurrence",
    "precision",
    "private",
    "quotable",
    "status",
    "unit",
];

/// Adds what another record has: items to lists, and values where there are none.
fn put_together(fields: &mut Map<String, Value>, other: Map<String, Value>) {
    for (name, value) in other {
        match (fields.get_mut(&name), value) {
            (Some(Value::Array(items)), Value::Array(others)) => {
                for item in others {
                    if !items.contains(&item) {
                        items.push(item);
                    }
                }
            }
            (Some(Value::Object(basis)), Value::Object(other)) if name == "basis" => put_together(basis, other),
            (Some(_), _) => {}
            (None, value) => {
                if !NOT_FILLED.contains(&name.as_str()) {
                    fields.insert(name, value);
                }
            }
        }
    }
}
