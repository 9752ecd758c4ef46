//! A site is whole: every link leads somewhere, text of the data is text, and no page is too large.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use proptest::prelude::*;
use serde_json::json;
use standpoint_export::{Format, Records, export};
use standpoint_model::{Dataset, Record, generate};
use walkdir::WalkDir;

use crate::{
    canonical,
    sample::{self, dataset_of},
};

fn write(dataset: &Dataset, folder: &Path) {
    let losses = export(Format::by_name("html").unwrap(), Records::of(dataset), folder).unwrap();
    assert!(losses.is_empty());
}

/// The pages of a site: their paths and texts.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "html"))
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// The values of an attribute.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Each tag without the values of its attributes. A bracket that is text is escaped.
fn tags(page: &str) -> impl Iterator<Item = String> {
    page.split('<').skip(1).map(|tag| tag.split('>').next().unwrap().split('"').step_by(2).collect())
}

fn assert_whole(folder: &Path, dataset: &Dataset) {
    let pages = pages(folder);
    let ids_of = |(path, page): &'_ (String, String)| {
        let ids: Vec<String> = attributes(page, "id").into_iter().map(str::to_owned).collect();
        let unique: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(unique.len(), ids.len(), "{path} has an id twice");
        (path.clone(), unique)
    };
    let ids: BTreeMap<String, BTreeSet<String>> = pages.iter().map(ids_of).collect();
    let paths: BTreeSet<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
    for record in dataset.all_records() {
        assert!(paths.contains(format!("{}.html", record.id()).as_str()), "{} has no page", record.id());
    }
    for (path, page) in &pages {
        let root = if path.contains('/') { "../" } else { "" };
        for link in attributes(page, "href").into_iter().filter(|link| !link.contains(':')) {
            let (target, place) = link.split_once('#').unwrap_or((link, ""));
            let target = match target.strip_prefix(root) {
                _ if target.is_empty() => path.as_str(),
                Some(inside) => inside,
                None => panic!("{path} leads to {link}"),
            };
            assert!(folder.join(target).is_file(), "{path} leads to {link}");
            assert!(place.is_empty() || ids[target].contains(place), "{path} leads to {link}");
        }
        assert_eq!(page.matches("<script").count(), 1, "{path}");
        assert!(tags(page).all(|tag| !tag.contains(" style=") && !tag.contains(" on")), "{path}");
        assert!(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"), "{path}");
    }
}

#[test]
fn the_canonical_site_and_the_sample_are_whole() {
    for dataset in [canonical::dataset(), sample::dataset(), Dataset::default()] {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        write(&dataset, &site);
        assert_whole(&site, &dataset);
    }
}

#[test]
fn what_is_contested_says_who_is_against_it_outside_of_the_evidence() {
    let dataset = canonical::dataset();
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    let page = fs::read_to_string(site.join("actor/iskp.html")).unwrap();
    let timeline = page.split("id=\"timeline\"").nth(1).unwrap();
    let attack = timeline.split("id=\"event-rocket-attack-on-uzbekistan\"").nth(1).unwrap();
    let seen = attack.split("<details").next().unwrap();
    assert!(timeline.contains("class=\"fact alleged contested\" id=\"event-rocket-attack-on-uzbekistan\""));
    let (claimed, denied) = seen.split_once("<ul class=\"against\">").unwrap();
    assert!(claimed.contains("<ul class=\"for\"><li>Responsibility claimed by <a href=\"../actor/iskp.html\">"));
    assert!(denied.contains("Denied by <a href=\"../actor/taliban.html\">"));
    assert!(page.contains("The source lists none."));
}

#[test]
fn hostile_texts_are_text() {
    let mut texts = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "]]><!--",
        "&lt;b&gt;",
        "\u{202e}gnirts\u{2066}",
        "</title></style></script>",
    ]
    .into_iter()
    .cycle();
    let dataset = sample::with_texts(|_| texts.next().unwrap().to_owned());
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    assert_whole(&site, &dataset);
    for (path, page) in pages(&site) {
        assert!(!page.contains("<img"), "{path}");
        assert_eq!(page.matches("<title>").count(), page.matches("</title>").count(), "{path}");
        assert!(attributes(&page, "href").iter().all(|link| !link.starts_with("javascript")), "{path}");
    }
}

#[test]
fn a_large_dataset_has_small_pages() {
    let basis = || json!({ "modality": "stated", "evidence": [{ "source": "source/page", "locator": "p. 1" }] });
    let actor = |at: usize| json!({ "kind": "actor", "id": format!("actor/a{at}"), "type": "armed-group", "name": format!("Group number {at}"), "basis": basis() });
    let event = |at: usize| {
        json!({
            "kind": "event", "id": format!("event/e{at}"), "type": "attack", "title": format!("Attack number {at}"),
            "when": format!("{}", 1990 + at % 30), "basis": basis(), "participants": [
                { "actor": "actor/a0", "role": "perpetrator" },
                { "actor": format!("actor/a{}", 1 + at % 299), "role": "victim" },
            ],
        })
    };
    let tie = |at: usize| {
        let how = ["ally", "rival", "adversary"][at % 3];
        json!({
            "kind": "relationship", "id": format!("relationship/r{at}"), "type": how,
            "subject": "actor/a0", "object": format!("actor/a{}", 1 + at), "basis": basis(),
        })
    };
    let figure = |at: usize| {
        json!({
            "kind": "observation", "id": format!("observation/o{at}"), "about": "actor/a0", "measure": "fighters",
            "value": { "best": at }, "when": format!("{}", 1900 + at), "basis": basis(),
        })
    };
    let source = json!({ "kind": "source", "id": "source/page", "type": "report", "title": "A report" });
    let parties = (0..300).map(actor).chain((0..299).map(tie)).chain((0..100).map(figure));
    let values = std::iter::once(source).chain(parties).chain((0..5000).map(event));
    let dataset = dataset_of(values.map(|value| serde_json::from_value::<Record>(value).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    for (path, page) in pages(&site) {
        assert!(page.len() < 500_000, "{path} has {} bytes", page.len());
    }
    assert_whole(&site, &dataset);
}

#[test]
fn an_older_site_is_replaced_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&sample::dataset(), &site);
    write(&Dataset::default(), &site);
    assert!(!site.join("actors.html").exists() && site.join("index.html").exists());
    fs::write(site.join("own.txt"), "mine").unwrap();
    let refused = export(Format::by_name("html").unwrap(), Records::of(&Dataset::default()), &site);
    assert!(refused.unwrap_err().to_string().contains("own.txt"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_a_whole_site(records in generate::dataset()) {
        let dataset = dataset_of(records);
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        write(&dataset, &site);
        assert_whole(&site, &dataset);
    }
}
