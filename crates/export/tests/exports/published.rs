//! What is published beside the JSON Schemas is what the model says.

use std::{collections::BTreeSet, fs, path::Path};

use standpoint_export::PUBLISHED_FILES;

const MENDED_BY: &str = "run `cargo run -- schema --out schemas` and commit what it writes";

#[test]
fn the_folder_of_schemas_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    for file in PUBLISHED_FILES {
        let text = fs::read_to_string(folder.join(file.name)).unwrap_or_default();
        assert!(text == (file.text)(), "schemas/{} is not up to date: {MENDED_BY}", file.name);
    }
    let held: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".schema.json"))
        .collect();
    let expected: BTreeSet<String> = PUBLISHED_FILES.iter().map(|file| file.name.to_owned()).collect();
    assert_eq!(held, expected);
}
