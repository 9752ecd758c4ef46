//! The records of several datasets under ids that are of one record each.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{Id, Identity, Kind, Record, RecordId, Text, TwoOrMore, Verdict};

use super::{
    ids::{looks_suffixed, suffixed},
    part::{Between, Parts},
};
use crate::{
    Error,
    ids::{Key, key, with_ids},
};

/// The file of what is said of records of several datasets. No short name of a dataset has an underscore.
const BETWEEN: &str = "between_datasets";

/// How much of an id stands in that of the identity that names it.
const LONGEST_NAME: usize = 80;

/// The records of several datasets, by the names of their files, and how many ids are kept apart.
pub(super) struct Together {
    pub(super) files: BTreeMap<String, Vec<Record>>,
    pub(super) kept_apart: usize,
}

impl Together {
    pub(super) fn of(parts: &Parts) -> Result<Self, Error> {
        let shares = Shares::of(parts);
        let mut files: BTreeMap<String, BTreeMap<Key, Record>> = BTreeMap::new();
        for (key, names) in &shares.holders {
            let mut stems: BTreeMap<String, &str> = BTreeMap::new();
            if shares.is_apart(names[0], key) {
                stems.extend(names.iter().map(|name| ((*name).to_owned(), *name)));
            } else {
                stems.insert(names.join("+"), names[0]);
            }
            for (stem, name) in stems {
                let record = with_ids(&parts.by_name[name].records[key], |id| shares.id(name, id))?;
                files.entry(stem).or_default().insert(self::key(&record), record);
            }
        }
        let between = files.entry(BETWEEN.to_owned()).or_default();
        let mut decided: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for Between { record, origins } in &parts.between {
            let new =
                |id: &str| origins.get(id).map(|(name, (_, own))| shares.id(name, own).unwrap_or_else(|| own.clone()));
            let record = with_ids(record, new)?;
            if let Record::Identity(identity) = &record {
                decided.insert(identity.members.iter().map(|member| member.as_str().to_owned()).collect());
            }
            between.insert(key(&record), record);
        }
        let mut kept_apart = 0;
        for (key, names) in shares.holders.iter().filter(|(_, names)| names.len() > 1) {
            if key.0 == Kind::Identity || !shares.is_apart(names[0], key) {
                continue;
            }
            kept_apart += 1;
            for (first, one) in names.iter().enumerate() {
                for other in &names[first + 1..] {
                    let members = [one, other].map(|name| suffixed(&key.1, name));
                    if decided.insert(members.iter().cloned().collect()) {
                        let identity = unsure(key, [one, other], &members)?;
                        between.insert(self::key(&identity), identity);
                    }
                }
            }
        }
        files.retain(|_, records| !records.is_empty());
        let files = files.into_iter().map(|(name, records)| (name, records.into_values().collect())).collect();
        Ok(Self { files, kept_apart })
    }
}

/// The record by which people are asked whether two records of one id are one.
fn unsure((kind, id): &Key, [one, other]: [&str; 2], members: &[String; 2]) -> Result<Record, Error> {
    let failed = || Error::TooLong { id: members[0].clone() };
    let slug: String = id.split('/').next_back().unwrap_or_default().chars().take(LONGEST_NAME).collect();
    let name = format!("identity/{kind}-{}-in-{one}-and-{other}", slug.trim_end_matches('-'));
    let ids = members.each_ref().map(|member| RecordId::new(member));
    let [Ok(one_id), Ok(other_id)] = ids else { return Err(failed()) };
    let members = TwoOrMore::new(vec![one_id, other_id]).map_err(|_| failed())?;
    let mut identity = Identity::new(Id::new(&name).map_err(|_| failed())?, members, Verdict::Unsure);
    identity.note = Text::new(&format!("Each dataset has `{id}`, and they do not say the same of it.")).ok();
    Ok(Record::Identity(identity))
}

/// Which datasets have an id, and where they mean it each by itself.
struct Shares<'p> {
    parts: &'p Parts,
    holders: BTreeMap<&'p Key, Vec<&'p str>>,
    apart: BTreeSet<(&'p str, &'p Key)>,
}

impl<'p> Shares<'p> {
    fn of(parts: &'p Parts) -> Self {
        let mut holders: BTreeMap<&Key, Vec<&str>> = BTreeMap::new();
        for (name, part) in &parts.by_name {
            part.records.keys().for_each(|key| holders.entry(key).or_default().push(name));
        }
        let mut shares = Self { parts, holders, apart: BTreeSet::new() };
        // Each turn takes some apart, and in the end nothing is left to take apart.
        while shares.take_apart() {}
        shares
    }

    /// Takes apart what cannot be one record, given what is taken apart already. Whether there was any.
    fn take_apart(&mut self) -> bool {
        let mut found = Vec::new();
        let mut targets: BTreeMap<String, &Key> = BTreeMap::new();
        for (key, names) in &self.holders {
            let records = names.iter().map(|name| &self.parts.by_name[*name].records[*key]);
            let differ = records.clone().any(|record| *record != self.parts.by_name[names[0]].records[*key]);
            let is_named_apart = names.iter().zip(records).any(|(name, record)| {
                let mut any = false;
                record.visit_references(|id, _| any |= self.is_id_apart(name, id));
                any && names.len() > 1
            });
            let is_mistaken = names.iter().any(|name| looks_suffixed(&key.1, name));
            let is_partly = names.iter().any(|name| self.apart.contains(&(*name, *key)));
            let mut is_taken = false;
            for name in names {
                let target = self.id(name, &key.1).unwrap_or_else(|| key.1.clone());
                is_taken |= targets.insert(target, key).is_some_and(|other| other != *key);
            }
            if differ || is_named_apart || is_mistaken || is_partly || is_taken {
                found.extend(names.iter().map(|name| (*name, *key)));
            }
        }
        let before = self.apart.len();
        self.apart.extend(found);
        self.apart.len() > before
    }

    fn is_apart(&self, name: &str, key: &Key) -> bool {
        self.apart.contains(&(name, key))
    }

    fn is_id_apart(&self, name: &str, id: &str) -> bool {
        Kind::of_id(id).is_some_and(|kind| self.is_apart(name, &(kind, id.to_owned())))
    }

    /// The id that a record of a dataset has among all, if it is another one.
    fn id(&self, name: &str, id: &str) -> Option<String> {
        self.is_id_apart(name, id).then(|| suffixed(id, name))
    }
}
