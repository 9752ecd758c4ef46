//! The manifest of all datasets together, made of their own, and theirs made of it.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{Bound, Day, Edtf, Format, Id, IncludedDataset, License, Manifest, Text, Waiver};

use super::part::{Part, Parts};
use crate::Error;

/// How long the id may be that is made of the short names.
const LONGEST_NAME: usize = 180;

/// The datasets that a manifest describes, without their records: itself, or those that it includes.
pub(super) fn parts(manifest: &Manifest) -> BTreeMap<String, Part> {
    let part = |manifest: Manifest| (manifest.id.slug().to_owned(), Part { manifest, records: BTreeMap::new() });
    if manifest.includes.is_empty() {
        return BTreeMap::from([part(manifest.clone())]);
    }
    manifest.includes.iter().filter_map(|included| by_itself(included, &manifest.allow)).map(part).collect()
}

/// The manifest that a dataset had before it was included.
fn by_itself(included: &IncludedDataset, allow: &[Waiver]) -> Option<Manifest> {
    let IncludedDataset { name, title, version, license, publisher, base_iri, created, .. } = included.clone();
    let id = Id::new(&format!("dataset/{name}")).ok()?;
    let mut manifest = Manifest::new(id, title, version, license, publisher, base_iri, created);
    manifest.format = Some(Format::V0_2);
    manifest.description.clone_from(&included.description);
    manifest.language.clone_from(&included.language);
    manifest.modified.clone_from(&included.modified);
    manifest.note.clone_from(&included.note);
    let own = |waiver: &Waiver| {
        let why = waiver.why.as_str().strip_prefix(&of(name.as_str()))?;
        Some(Waiver::new(waiver.code.clone(), Text::new(why).ok()?))
    };
    manifest.allow = allow.iter().filter_map(own).collect();
    Some(manifest)
}

/// The words before the reason of a waiver of one of the manifests.
fn of(name: &str) -> String {
    format!("Of {name}: ")
}

/// The manifest of all together.
pub(super) fn of_all(parts: &Parts) -> Result<Manifest, Error> {
    let manifests: Vec<&Manifest> = parts.by_name.values().map(|part| &part.manifest).collect();
    let Some(first) = manifests.first() else { return Err(Error::Manifests) };
    let join = |texts: BTreeSet<&str>, between: &str| texts.into_iter().collect::<Vec<_>>().join(between);
    let text = |text: String| Text::new(&text).map_err(|_| Error::Manifests);
    let name = parts.by_name.keys().map(String::as_str).collect::<Vec<_>>().join("-and-");
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let id = Id::new(&format!("dataset/{}", name.trim_end_matches('-'))).map_err(|_| Error::Manifests)?;
    let title = text(join(manifests.iter().map(|manifest| manifest.title.as_str()).collect(), "; "))?;
    let publisher = text(join(manifests.iter().map(|manifest| manifest.publisher.as_str()).collect(), "; "))?;
    let licenses: BTreeSet<&str> = manifests.iter().map(|manifest| manifest.license.as_str()).collect();
    let in_brackets =
        |license: &&str| if license.contains(' ') { format!("({license})") } else { (*license).to_owned() };
    let license = match licenses.first() {
        Some(only) if licenses.len() == 1 => (*only).to_owned(),
        _ => licenses.iter().map(in_brackets).collect::<Vec<_>>().join(" AND "),
    };
    let license = License::new(&license).map_err(|_| Error::Manifests)?;
    let last = |manifest: &&&Manifest| day(last_change(manifest).latest());
    let created = manifests.iter().max_by_key(last).map_or(&first.created, |manifest| last_change(manifest));
    let (version, base_iri) = (first.version.clone(), first.base_iri.clone());
    let mut merged = Manifest::new(id, title, version, license, publisher, base_iri, created.clone());
    merged.format = Some(Format::V0_2);
    merged.language = first.language.clone().filter(|own| manifests.iter().all(|it| it.language.as_ref() == Some(own)));
    merged.includes = manifests.iter().map(|manifest| included(manifest)).collect::<Result<_, _>>()?;
    for manifest in manifests {
        for waiver in &manifest.allow {
            let why = text(format!("{}{}", of(manifest.id.slug()), waiver.why))?;
            merged.allow.push(Waiver::new(waiver.code.clone(), why));
        }
    }
    Ok(merged)
}

fn included(manifest: &Manifest) -> Result<IncludedDataset, Error> {
    let Manifest { title, version, license, publisher, base_iri, created, .. } = manifest.clone();
    let name = standpoint_model::Slug::new(manifest.id.slug()).map_err(|_| Error::Manifests)?;
    let mut included = IncludedDataset::new(name, title, version, license, publisher, base_iri, created);
    included.description.clone_from(&manifest.description);
    included.language.clone_from(&manifest.language);
    included.modified.clone_from(&manifest.modified);
    included.note.clone_from(&manifest.note);
    Ok(included)
}

fn last_change(manifest: &Manifest) -> &Edtf {
    manifest.modified.as_ref().unwrap_or(&manifest.created)
}

fn day(bound: Bound) -> Option<i128> {
    bound.day().map(Day::unix_days)
}
