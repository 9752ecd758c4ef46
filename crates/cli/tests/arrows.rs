//! Modules depend on one another one way: the files of a crate form no circle, and in the validator each folder knows only
//! those below it.
//!
//! An arrow leads from a file to each file of its crate that it names: in a `use`, by a path from `crate`, `super` or
//! `self`, or through a module that it declares. What is re-exported is followed to where it is. Tests are left out.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads the sources"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use syn::{
    Attribute, Item, ItemFn, ItemMod, ItemUse, UseTree, Visibility,
    visit::{self, Visit},
};

/// A module by its path, such as `read::files`. That of the root is empty.
type Module = Vec<String>;

/// The files that each file names.
type Arrows = BTreeMap<Module, BTreeSet<Module>>;

/// Circles that there are, each named by the folder that it lies in, or by its files. A list to make shorter.
const CIRCLES: &[(&str, &[&str])] = &[
    ("cli", &[]),
    ("edit", &[]),
    ("export", &[]),
    ("files", &[]),
    ("import", &[]),
    // An id names the type of the record that it is of, and records name one another: an event bears on positions, which are
    // agreed in events; a section of a source lists relationships, whose standpoints cite sources.
    ("model", &["citation relationship source standpoint", "event position"]),
    ("report", &[]),
    ("sources", &[]),
    ("validate", &[]),
];

/// The folders and files of the validator, each of which may name those before it. Files that are not here are the doors,
/// which may name all.
const LAYERS: &[&str] = &[
    "codes",
    "share",
    "read",
    "diagnose",
    "names",
    "recognise",
    "dataset",
    "rules",
    "catalogue",
    "waivers",
    "check",
    "validation",
    "small",
    "large",
];

fn add_files(folder: &Path, module: &Module, files: &mut BTreeMap<Module, syn::File>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let inside = [module.clone(), vec![name.clone()]].concat();
        if path.is_dir() {
            add_files(&path, &inside, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let module = if ["lib", "main", "mod"].contains(&&*name) { module.clone() } else { inside };
            files.insert(module, syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
        }
    }
}

/// What a file names.
struct Names {
    module: Module,
    declared: BTreeSet<String>,
    named: BTreeSet<Module>,
    /// What it passes on: the name by which it can be found here, and where it is.
    re_exports: BTreeMap<Module, Module>,
}

impl Names {
    fn of(module: &Module, file: &syn::File) -> Self {
        let declared = file.items.iter().filter_map(|item| match item {
            Item::Mod(item) if item.content.is_none() => Some(item.ident.to_string()),
            _ => None,
        });
        let (module, declared) = (module.clone(), declared.collect());
        let mut names = Self { module, declared, named: BTreeSet::new(), re_exports: BTreeMap::new() };
        names.visit_file(file);
        names
    }

    /// A path as one from the root of the crate, if it is one of this crate.
    fn absolute(&self, path: &[String]) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([&self.module, rest].concat()),
            "super" => {
                let ups = path.iter().take_while(|segment| *segment == "super").count();
                Some([&self.module[..self.module.len().checked_sub(ups)?], &path[ups..]].concat())
            }
            _ if self.declared.contains(first) => Some([&self.module, path].concat()),
            _ => None,
        }
    }

    fn add_use(&mut self, tree: &UseTree, before: &[String], is_passed_on: bool) {
        let with = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        let (path, name) = match tree {
            UseTree::Path(tree) => return self.add_use(&tree.tree, &with(&tree.ident), is_passed_on),
            UseTree::Group(tree) => return tree.items.iter().for_each(|tree| self.add_use(tree, before, is_passed_on)),
            UseTree::Glob(_) => (before.to_vec(), None),
            UseTree::Name(tree) if tree.ident == "self" => (before.to_vec(), before.last().cloned()),
            UseTree::Name(tree) => (with(&tree.ident), Some(tree.ident.to_string())),
            UseTree::Rename(tree) => (with(&tree.ident), Some(tree.rename.to_string())),
        };
        let Some(path) = self.absolute(&path) else { return };
        if let Some(name) = name.filter(|_| is_passed_on) {
            self.re_exports.insert([&self.module[..], &[name]].concat(), path.clone());
        }
        self.named.insert(path);
    }
}

impl<'f> Visit<'f> for Names {
    fn visit_item_mod(&mut self, item: &'f ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'f ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'f ItemUse) {
        if !is_test(&item.attrs) {
            self.add_use(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
        }
    }

    /// A visibility says who may name a thing, and names nothing.
    fn visit_visibility(&mut self, _: &'f Visibility) {}

    fn visit_path(&mut self, path: &'f syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.named.extend(self.absolute(&segments));
        }
        visit::visit_path(self, path);
    }
}

/// The files that are there for tests alone.
fn test_files(module: &Module, file: &syn::File) -> Vec<Module> {
    let tests = file.items.iter().filter_map(|item| match item {
        Item::Mod(item) if is_test(&item.attrs) => Some([&module[..], &[item.ident.to_string()]].concat()),
        _ => None,
    });
    tests.collect()
}

fn is_test(attributes: &[Attribute]) -> bool {
    let is_of_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|when| when == "test")
    };
    attributes.iter().any(is_of_test)
}

fn arrows(krate: &str) -> Arrows {
    let mut files = BTreeMap::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("src");
    add_files(&sources, &Module::new(), &mut files);
    for test in files.iter().flat_map(|(module, file)| test_files(module, file)).collect::<Vec<_>>() {
        files.remove(&test);
    }
    let names: Vec<Names> = files.iter().map(|(module, file)| Names::of(module, file)).collect();
    // What has the name of a module is taken for the module.
    let re_exports = names.iter().flat_map(|names| &names.re_exports).filter(|(name, _)| !files.contains_key(*name));
    let re_exports: BTreeMap<&Module, &Module> = re_exports.collect();
    let prefixes = |path: &Module| (1..=path.len()).rev().map(|length| path[..length].to_vec()).collect::<Vec<_>>();
    let file_of = |path: &Module| {
        let mut path = path.clone();
        while let Some(prefix) = prefixes(&path).into_iter().find(|prefix| re_exports.contains_key(prefix)) {
            path = [re_exports[&prefix].as_slice(), &path[prefix.len()..]].concat();
        }
        prefixes(&path).into_iter().find(|prefix| files.contains_key(prefix))
    };
    let arrows = names.iter().map(|names| {
        let to = names.named.iter().filter_map(file_of).filter(|to| *to != names.module);
        (names.module.clone(), to.collect())
    });
    arrows.collect()
}

/// The groups of files that name one another, straight or through others.
fn circles(arrows: &Arrows) -> BTreeSet<BTreeSet<&Module>> {
    let reached = |from: &Module| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&Module> = arrows[from].iter().collect();
        while let Some(module) = next.pop() {
            if reached.insert(module) {
                next.extend(&arrows[module]);
            }
        }
        reached
    };
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = arrows.keys().map(|from| (from, reached(from))).collect();
    let circle = |from: &&Module| reached[from].iter().filter(|to| reached[*to].contains(from)).copied().collect();
    reached.keys().filter(|from| reached[*from].contains(*from)).map(circle).collect()
}

/// The folder that a circle lies in, or its files.
fn name(circle: &BTreeSet<&Module>) -> String {
    let first = circle.first().and_then(|module| module.first());
    match first {
        Some(first) if circle.iter().all(|module| module.first() == Some(first)) => first.clone(),
        _ => circle.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" "),
    }
}

#[test]
fn the_files_of_a_crate_form_no_circle() {
    for (krate, known) in CIRCLES {
        let arrows = arrows(krate);
        assert!(arrows.values().any(|to| !to.is_empty()), "{krate}: no arrows were found");
        let found: BTreeSet<String> = circles(&arrows).iter().map(name).collect();
        let known: BTreeSet<String> = known.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(found, known, "the circles of files in `{krate}`: cut the arrow that runs up");
    }
    let all: BTreeSet<String> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(all, CIRCLES.iter().map(|(krate, _)| (*krate).to_owned()).collect(), "the crates");
}

#[test]
fn each_folder_of_the_validator_names_only_those_below_it() {
    let arrows = arrows("validate");
    for layer in LAYERS {
        assert!(arrows.contains_key(&vec![(*layer).to_owned()]), "there is no `{layer}`");
    }
    let layer = |module: &Module| LAYERS.iter().position(|layer| module.first().is_some_and(|first| first == layer));
    for (from, to) in arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (from, to))) {
        let is_down = layer(from).is_none_or(|from| layer(to).is_some_and(|to| to <= from));
        assert!(is_down, "`{}` names `{}`, which is above it", from.join("::"), to.join("::"));
    }
}
