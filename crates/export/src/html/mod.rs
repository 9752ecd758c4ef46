//! A site of static pages: the profiles, and every record at an address of its own.

mod chart;
mod event;
mod grounds;
mod index;
mod list;
mod mapped;
mod page;
mod position;
mod profile;
mod record;
mod signs;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use maud::Markup;
use rayon::prelude::*;
use standpoint_model::{Dataset, EventType, Record};

use self::{
    mapped::{Mapped, TIES},
    page::{Page, Site},
};
use crate::{Format, Records, Write, format::LIST, map, prose};

pub(crate) const FORMAT: Format = Format {
    name: "html",
    summary: "a site to read: profiles, map, timelines, every record with its evidence",
    extension: "",
    media_type: "text/html",
    docs: include_str!("../../docs/html.md"),
    losses: &[],
    streams: false,
    public: true,
    write: Write::Folder(write),
    read: None,
};

const STYLE: &str = concat!(include_str!("style.css"), include_str!("chart/chart.css"));
const SCRIPT: &str = include_str!("script.js");

fn write(records: Records<'_>, folder: &Path) -> io::Result<()> {
    let (left_out, shortened) = records.not_public();
    let several = records.into_dataset()?;
    let united = several.united();
    let dataset = united.dataset();
    let mapped = Mapped::of(dataset, dataset.iter().collect(), TIES[1]);
    let (kinds, has_map) = (page::listed(dataset), mapped.is_some());
    let site = Site { several: &several, united: &united, left_out, shortened, kinds, has_map };
    let page = Page::at_root(&site);
    // Nobody makes a folder later on: where the export is given up meanwhile, none may come into being anew.
    let folders: BTreeSet<&str> = site.several.all_records().iter().map(|record| record.kind().as_str()).collect();
    folders.into_iter().try_for_each(|kind| fs::create_dir(folder.join(kind)))?;
    let mut files = vec![
        write_file(folder, "style.css", &[STYLE, &map::STYLE].concat())?,
        write_file(folder, "script.js", &format!("const NAMES = {};\n\n{SCRIPT}", names(dataset)))?,
    ];
    if let Some(mapped) = &mapped {
        files.push(write_file(folder, "map.html", &index::map(&page, mapped).into_string())?);
        files.push(write_file(folder, "map.svg", &mapped.map.alone(&|id| page.address(id)))?);
    }
    files.extend(write_pages(folder, index::pages(page))?);
    let of_records =
        site.several.all_records().par_iter().map(|record| write_pages(folder, record::pages(page, record)));
    files.extend(of_records.collect::<io::Result<Vec<_>>>()?.into_iter().flatten());
    // So that an export of other records can take the place of this one.
    files.push(LIST.into());
    files.sort();
    write_file(folder, LIST, &(files.join("\n") + "\n"))?;
    Ok(())
}

/// Writes pages, and says which.
fn write_pages(folder: &Path, pages: Vec<(String, Markup)>) -> io::Result<Vec<String>> {
    pages.into_iter().map(|(path, page)| write_file(folder, &path, &page.into_string())).collect()
}

fn write_file(folder: &Path, path: &str, text: &str) -> io::Result<String> {
    File::create_new(folder.join(path))?.write_all(text.as_bytes())?;
    Ok(path.to_owned())
}

/// What the search knows: names and aliases of actors, places, issues and agreements, each with the address of its page and
/// the signs of doubt that it bears.
fn names(dataset: &Dataset) -> String {
    let is_searched = |record: &&Record| match record {
        Record::Actor(_) | Record::Place(_) | Record::Issue(_) => true,
        Record::Event(event) => event.r#type == EventType::Agreement,
        _ => false,
    };
    let mut names: Vec<(&str, &str, String)> = Vec::new();
    for record in dataset.records().filter(is_searched) {
        let doubts = prose::doubts(dataset, record.id()).map(prose::Sign::word).collect::<Vec<_>>().join(", ");
        let all = record.name().into_iter().chain(record.aliases().iter().map(|alias| &alias.text));
        names.extend(all.map(|name| (name.as_str(), record.id(), doubts.clone())));
    }
    names.sort();
    // Strings always serialize.
    serde_json::to_string(&names).unwrap_or_default()
}
