//! The layout holds what the architecture says of it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{collections::BTreeMap, fs, path::Path};

/// The crates of the workspace that a crate depends on, by its manifest; what only its tests need is left out.
fn dependencies(krate: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("Cargo.toml");
    let manifest = fs::read_to_string(path).unwrap();
    let section = manifest.split("[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let mut found: Vec<String> = section
        .lines()
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter_map(|name| name.strip_prefix("standpoint-"))
        .map(str::to_owned)
        .collect();
    found.sort();
    found
}

#[test]
fn dependencies_point_one_way() {
    let found: BTreeMap<&str, Vec<String>> =
        ["files", "model", "report", "validate", "sources", "import", "edit", "export", "cli"]
            .into_iter()
            .map(|krate| (krate, dependencies(krate)))
            .collect();
    let expected = BTreeMap::from([
        ("files", vec![]),
        ("model", vec![]),
        ("report", vec!["model".to_owned()]),
        ("validate", vec!["files".to_owned(), "model".to_owned(), "report".to_owned()]),
        ("sources", ["files", "model", "report", "validate"].map(str::to_owned).to_vec()),
        ("import", ["model", "report", "sources", "validate"].map(str::to_owned).to_vec()),
        ("edit", vec!["files".to_owned(), "model".to_owned(), "report".to_owned(), "validate".to_owned()]),
        ("export", vec!["files".to_owned(), "model".to_owned()]),
        (
            "cli",
            ["edit", "export", "files", "import", "model", "report", "sources", "validate"].map(str::to_owned).to_vec(),
        ),
    ]);
    assert_eq!(found, expected);
}
