//! A site is whole: every link leads somewhere, text of the data is text, and no page is too large.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use proptest::prelude::*;
use serde_json::json;
use standpoint_export::{Format, Records, export};
use standpoint_model::{Dataset, Occurrence, Opposition, Record, generate};
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
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
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
    for record in dataset.public().dataset().all_records() {
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
    let attack = timeline.split("id=\"event-rocket-fire-claimed-toward-termez\"").nth(1).unwrap();
    let seen = attack.split("<details").next().unwrap();
    assert!(timeline.contains("class=\"fact alleged contested\" id=\"event-rocket-fire-claimed-toward-termez\""));
    let (claimed, denied) = seen.split_once("<ul class=\"against\">").unwrap();
    assert!(claimed.contains("<ul class=\"for\"><li>Responsibility claimed by <a href=\"../actor/iskp.html\">"));
    assert!(denied.contains("Denied by <a href=\"../actor/taliban.html\">"));
    let dated = timeline.split("id=\"event-rocket-fire-claimed-into-tajikistan\"").nth(1).unwrap();
    let dated = dated.split("<details").next().unwrap();
    assert!(
        dated.contains("</span> (read in)</li>") && dated.contains("The dataset reads in: standpoints ("),
        "{dated}"
    );
}

/// The badges that the name of a record must not stand without.
fn doubts(dataset: &Dataset, record: &Record) -> Vec<String> {
    let Some(basis) = record.basis() else { return Vec::new() };
    let modality = Some(basis.modality.as_str()).filter(|&word| word != "stated");
    let contested = basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for()).then_some("contested");
    let tension = dataset.tensions_of(record.id()).any(|(_, tension)| tension.how == Opposition::Contradicts);
    let planned = matches!(record, Record::Event(event) if event.occurrence == Occurrence::Planned);
    let read_in = (!basis.readings.is_empty()).then_some("read-in");
    [modality, contested, tension.then_some("contradicted"), planned.then_some("planned"), read_in]
        .into_iter()
        .flatten()
        .map(|word| format!("class=\"badge {word}\""))
        .collect()
}

#[test]
fn no_list_names_a_claim_without_its_signs() {
    const CLAIMS: [&str; 6] = ["event/", "relationship/", "interest/", "position/", "observation/", "statement/"];
    for dataset in [canonical::dataset(), sample::dataset()] {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        write(&dataset, &site);
        let united = dataset.united();
        let dataset = united.dataset();
        let mut checked = 0;
        for (path, page) in pages(&site) {
            // Up to the next item or link. The signs of a fact stand beside it, above its evidence.
            let items = page.split("<li>").skip(1).map(|item| item.split("</li>").next().unwrap());
            let items = items.filter(|item| !item.starts_with("<div class=\"fact"));
            for link in items.flat_map(|item| item.split("<a href=\"").skip(1)) {
                let id = link.split(".html\">").next().unwrap().trim_start_matches("../");
                let Some(record) = dataset.resolve(id).filter(|_| CLAIMS.iter().any(|kind| id.starts_with(kind)))
                else {
                    continue;
                };
                let named = link.split("<a ").next().unwrap();
                for badge in doubts(dataset, record) {
                    assert!(named.contains(&badge), "{path} names {id} without {badge}: {named}");
                    checked += 1;
                }
            }
        }
        assert!(checked > 10, "{checked}");
    }
}

#[test]
fn a_figure_at_a_glance_and_below_its_event_bears_its_signs() {
    let basis =
        |modality: &str| json!({ "modality": modality, "evidence": [{ "source": "source/page", "locator": "p. 1" }] });
    let figure = |id: &str, about: &str| {
        json!({
            "kind": "observation", "id": id, "about": about, "measure": "fighters", "value": { "best": 7 },
            "basis": basis("alleged"),
        })
    };
    let values = [
        json!({ "kind": "source", "id": "source/page", "type": "report", "title": "A report" }),
        json!({ "kind": "actor", "id": "actor/a", "type": "armed-group", "name": "A group", "basis": basis("reported") }),
        json!({
            "kind": "event", "id": "event/e", "type": "attack", "title": "An attack", "basis": basis("stated"),
            "participants": [{ "actor": "actor/a", "role": "initiator" }],
        }),
        figure("observation/strength", "actor/a"),
        figure("observation/toll", "event/e"),
    ];
    let dataset = dataset_of(values.map(|value| serde_json::from_value::<Record>(value).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    let text = |path: &str| fs::read_to_string(site.join(path)).unwrap();
    let (profile, actors) = (text("actor/a.html"), text("actors.html"));
    for list in ["<ul class=\"glance\">", "<ul class=\"toll\">"] {
        let list = profile.split(list).nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(list.split("</li>").next().unwrap().contains("class=\"badge alleged\""), "{list}");
    }
    assert!(actors.contains("<bdi>A group</bdi></a> <span class=\"badge reported\""), "{actors}");
    assert!(text("script.js").starts_with("const NAMES = [[\"A group\",\"actor/a\",\"reported\"]];"));
}

#[test]
fn nothing_is_said_of_the_source_where_nothing_is_recorded() {
    let dataset = canonical::dataset();
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    for (path, page) in pages(&site) {
        let says_so = page.contains("None listed by the source");
        assert_eq!(says_so, path == "actor/iskp.html", "{path}");
    }
    // It is listed among the adversaries of ISKP, which is recorded.
    let page = fs::read_to_string(site.join("actor/united-states.html")).unwrap();
    assert!(page.contains("<h3>Adversaries</h3><p class=\"none\">None of its own recorded;"), "{page}");
    assert!(page.contains("<h3>Allies</h3><p class=\"none\">None recorded.</p>"));
}

/// The pages of the sample, by their paths.
fn sample_site() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&sample::dataset(), &site);
    pages(&site).into_iter().collect()
}

#[test]
fn a_list_that_a_source_has_and_that_is_empty_is_said_to_be() {
    let mut records: Vec<serde_json::Value> =
        sample::dataset().all_records().iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    records.retain(|record| record["id"] != "relationship/front-regards-government");
    let dataset = dataset_of(records.into_iter().map(|record| serde_json::from_value::<Record>(record).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    write(&dataset, &site);
    let page = fs::read_to_string(site.join("actor/front.html")).unwrap();
    let rivals = page.split("<h3>Rivals").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(rivals.contains("None listed by the source “<a"), "{rivals}");
    assert!(rivals.contains("A page</bdi></a>”."), "{rivals}");
    let allies = page.split("<h3>Allies").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(allies.contains("None recorded."), "{allies}");
}

#[test]
fn an_issue_says_who_holds_which_position_and_an_agreement_what_was_agreed() {
    let site = sample_site();
    let issue = site["issue/rule.html"].split("Who holds which position").nth(1).unwrap();
    assert!(issue.contains("<strong>Demanded by</strong> <a href=\"../actor/front.html\">"), "{issue}");
    assert!(issue.contains("as a red line") && issue.contains("<strong>Refused by</strong>"), "{issue}");
    assert!(issue.contains("<dt>Answers</dt>") && issue.contains("<dt>Put to</dt>"), "{issue}");
    let accord = site["event/accord.html"].split(">Provisions</h2>").nth(1).unwrap();
    let article = accord.split("id=\"position-article\"").nth(1).unwrap().split("</dl>").next().unwrap();
    assert!(
        article.contains("<dt>Owed by</dt><dd>Not said</dd>") && article.contains("<dt>Owed to</dt><dd>Not said</dd>")
    );
    let crossing = accord.split("id=\"position-crossing\"").nth(1).unwrap().split("</dl>").next().unwrap();
    assert!(
        crossing.contains("<dt>Owed by</dt><dd><a") && crossing.contains("Only if there is any of: "),
        "{crossing}"
    );
    assert!(
        site["event/talks.html"].contains("<dt>On the agenda</dt>")
            && site["event/talks.html"].contains("badge planned")
    );
}

#[test]
fn only_who_says_so_is_said_to_regard_somebody_as_anything() {
    let site = sample_site();
    let (front, government) = (&site["actor/front.html"], &site["actor/government.html"]);
    let entry = |page: &str, heading: &str| {
        page.split(&format!("<h3>{heading}")).nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    assert!(entry(front, "Rivals").contains("by its own word") && !entry(front, "Adversaries").contains("own word"));
    assert!(government.contains("<strong>Is listed as an adversary of</strong>"));
    assert!(government.contains("<strong>Is regarded as a rival by</strong>"));
    assert!(!site["map.html"].contains("is regarded as an adversary"));
}

#[test]
fn what_is_read_in_is_marked_beside_its_field_and_explained() {
    let bridge = &sample_site()["place/bridge.html"];
    let field = |term: &str| bridge.split(&format!("<dt>{term}</dt>")).nth(1).unwrap().split("</dd>").next().unwrap();
    assert!(field("Country").contains("badge read-in") && field("Within").contains("badge read-in"));
    assert!(!field("Coordinates").contains("read-in"));
    assert!(
        bridge
            .contains("The dataset reads this in: country, within: <bdi>The film shows the river on the border.</bdi>")
    );
}

#[test]
fn a_tension_is_told_from_both_sides() {
    let site = sample_site();
    for path in ["event/bridge-attack.html", "event/withdrawal.html"] {
        assert!(site[path].contains("Cannot be true together with "), "{path}");
    }
    assert!(site["relationship/front-adversary-government.html"].contains("In contrast to "));
}

#[test]
fn what_is_the_same_has_one_page_and_the_others_lead_there() {
    let site = sample_site();
    assert!(site["actor/front.html"].contains("Told here as one"));
    assert!(site["actor/front.html"].contains("Front of the North"));
    let other = &site["actor/front-of-the-north.html"];
    assert!(other.contains("told of as one with <a href=\"../actor/front.html\">"), "{other}");
    assert!(site["event/withdrawal.html"].contains("<strong>Not the same as</strong>"));
    assert!(!site["actors.html"].contains("actor/front-of-the-north.html"));
}

#[test]
fn what_is_not_public_is_left_out_and_counted() {
    let mut records: Vec<serde_json::Value> =
        sample::dataset().all_records().iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    for record in &mut records {
        if record["id"] == "position/assembly" {
            record["private"] = true.into();
        }
    }
    let dataset = dataset_of(records.into_iter().map(|record| serde_json::from_value::<Record>(record).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let losses = export(Format::by_name("html").unwrap(), Records::of(&dataset), &site).unwrap();
    let left_out: usize = losses.not_public().values().sum();
    // The refusal that answers it, too.
    assert_eq!(left_out, 2);
    let all = pages(&site);
    assert!(all.iter().all(|(_, page)| !page.contains("The valley elects an assembly")));
    assert!(all.iter().all(|(path, page)| page.contains("2 records are left out here") || panic!("{path}")));
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
                { "actor": "actor/a0", "role": "initiator" },
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

#[test]
fn an_adversary_in_two_spells_is_one_adversary() {
    let mut records = sample::dataset().all_records().to_vec();
    let Some(Record::Relationship(tie)) = sample::dataset().resolve("relationship/front-adversary-government").cloned()
    else {
        panic!("the tie is gone")
    };
    let mut earlier = tie;
    earlier.id = standpoint_model::Id::new("relationship/front-once-adversary-government").unwrap();
    earlier.when = Some(standpoint_model::Edtf::new("2001/2005").unwrap());
    records.push(Record::Relationship(earlier));
    let folder = tempfile::tempdir().unwrap();
    write(&dataset_of(records), &folder.path().join("site"));
    let page = fs::read_to_string(folder.path().join("site/actor/front.html")).unwrap();
    assert!(page.contains("<strong>1</strong> adversary in 2 ties"), "{page}");
}
