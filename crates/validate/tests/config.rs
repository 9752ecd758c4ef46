//! A configuration changes levels where it says so, and what is wrong with it is told with its place.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{fs, path::Path};

use standpoint_validate::{Config, Error, Level, Levels, Validation, catalogue, validate};
use tempfile::TempDir;

/// A source that nobody cites, in each of these files.
fn folder(files: &[&str], config: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let name = file.replace(['/', '.', '_'], "-");
        fs::write(path, format!(r#"{{"kind":"source","id":"source/{name}","title":"S","type":"report"}}"#)).unwrap();
    }
    fs::write(folder.path().join("standpoint.toml"), config).unwrap();
    folder
}

/// The levels at which the sources are found, by their files.
fn levels(folder: &TempDir, levels: &Levels) -> Vec<(String, Level)> {
    let report = validate(&[folder.path()], levels).unwrap();
    // The same, where only what is suspect is kept, and where nothing that is found is.
    let bulk = |most| {
        let validation = Validation::new().levels(levels.clone()).in_memory_limit(0).max_findings_per_code(most);
        validation.run([folder.path()]).unwrap()
    };
    assert_eq!(bulk(usize::MAX).diagnostics(), report.diagnostics());
    for level in [Level::Error, Level::Warning, Level::Note] {
        assert_eq!(bulk(0).count(level), report.count(level));
    }
    let uncited = report.diagnostics().iter().filter(|diagnostic| diagnostic.code.name == "uncited-source");
    let path = |document: usize| report.documents()[document].path().strip_prefix(folder.path()).unwrap().to_owned();
    uncited
        .map(|it| (path(it.location.as_ref().unwrap().document).to_str().unwrap().replace('\\', "/"), it.level))
        .collect()
}

fn configured(files: &[&str], config: &str) -> Vec<(String, Level)> {
    let folder = folder(files, config);
    levels(&folder, Config::nearest(folder.path()).unwrap().unwrap().levels())
}

fn refusal(config: &str) -> String {
    let folder = folder(&[], config);
    let error = Config::nearest(folder.path()).unwrap_err();
    let path = fs::canonicalize(folder.path().join("standpoint.toml")).unwrap();
    error.to_string().strip_prefix(path.to_str().unwrap()).unwrap().to_owned()
}

#[test]
fn levels_hold_everywhere_or_in_some_files() {
    let at = |file: &str, level| (file.to_owned(), level);
    let files = ["a.json", "drafts/b.json", "drafts/deep/c.json"];
    let everywhere = |level| files.map(|file| at(file, level)).to_vec();
    assert_eq!(configured(&files, ""), everywhere(Level::Error));
    assert_eq!(configured(&files, "[levels]\nuncited-source = \"note\""), everywhere(Level::Note));
    assert_eq!(configured(&files, "[levels]\nuncited-source = \"allow\""), []);
    let part = |glob| format!("[[paths]]\nglob = \"{glob}\"\nlevels = {{ uncited-source = \"warning\" }}\n");
    let (error, warning) = (Level::Error, Level::Warning);
    let [a, b, c] = files;
    for (glob, levels) in [
        ("drafts/**", [error, warning, warning]),
        ("drafts", [error, warning, warning]),
        ("drafts/*.json", [error, warning, error]),
        ("drafts/deep", [error, error, warning]),
        ("*.json", [warning, error, error]),
        ("**/*.json", [warning, warning, warning]),
        ("{a.json,drafts/deep/*}", [warning, error, warning]),
        ("Drafts/**", [error, error, error]),
        ("../**", [error, error, error]),
        ("/**", [error, error, error]),
    ] {
        assert_eq!(configured(&files, &part(glob)), [at(a, levels[0]), at(b, levels[1]), at(c, levels[2])], "{glob}");
    }
}

#[test]
fn the_last_that_is_about_a_file_decides_and_the_caller_after_all() {
    let config = "[levels]\nuncited-source = \"note\"\n\
        [[paths]]\nglob = \"drafts\"\nlevels = { uncited-source = \"allow\" }\n\
        [[paths]]\nglob = \"drafts/b.json\"\nlevels = { uncited-source = \"warning\", shared-name = \"error\" }\n\
        [[paths]]\nglob = \"drafts\"\nlevels = { shared-name = \"allow\" }\n";
    let folder = folder(&["a.json", "drafts/b.json", "drafts/c.json"], config);
    let config = Config::nearest(folder.path()).unwrap().unwrap();
    let found = levels(&folder, config.levels());
    assert_eq!(found, [("a.json".to_owned(), Level::Note), ("drafts/b.json".to_owned(), Level::Warning)]);
    let code = catalogue::by_name("uncited-source").unwrap();
    assert_eq!(levels(&folder, &config.levels().clone().allow(code)), []);
    let denied = levels(&folder, &config.levels().clone().deny(code));
    assert_eq!(denied.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [Level::Error; 3]);
}

#[test]
fn the_nearest_is_taken_from_a_file_or_a_folder() {
    let folder = folder(&["in/here/a.json"], "[levels]\nuncited-source = \"note\"");
    let above = fs::canonicalize(folder.path()).unwrap().join("standpoint.toml");
    let found = |path: &str| Config::nearest(&folder.path().join(path)).unwrap().unwrap().path().to_owned();
    for path in ["in/here/a.json", "in/here", "in/../in/here", "in"] {
        assert_eq!(found(path), above);
    }
    let nearer = above.with_file_name("in").join("standpoint.toml");
    fs::write(&nearer, "").unwrap();
    assert_eq!(found("in/here"), nearer);
    assert_eq!(found(""), above);
    // A folder of that name is no configuration.
    fs::create_dir(folder.path().join("in/here/standpoint.toml")).unwrap();
    assert_eq!(found("in/here/a.json"), nearer);
    assert!(Config::nearest(Path::new("no/such/path")).unwrap().is_none());
}

#[cfg(unix)]
#[test]
fn files_are_where_links_to_them_lead() {
    let folder = folder(&["drafts/b.json"], "[[paths]]\nglob = \"drafts\"\nlevels = { uncited-source = \"note\" }");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("drafts"), &link).unwrap();
    let config = Config::nearest(&link).unwrap().unwrap();
    let report = validate(&[&link], config.levels()).unwrap();
    assert!(report.diagnostics().iter().any(|it| it.code.name == "uncited-source" && it.level == Level::Note));
}

#[test]
fn what_there_is_not_is_refused_with_its_place() {
    for (config, reason) in [
        (
            "[levels]\nuncitd-source = \"note\"",
            ":2:1: there is no code `uncitd-source`; did you mean `uncited-source`?",
        ),
        ("[levels]\n\"☃\" = \"note\"", ":2:1: there is no code `☃`; `standpoint explain` lists the codes"),
        ("[levels]\r\nuncited-source = \"warn\"", ":2:18: there is no level `warn`; did you mean `warning`?"),
        ("levels = { \"uncited-source\" = \"Error\" }", ":1:31: there is no level `Error`; did you mean `error`?"),
        ("[levels]\nuncited-source = 1", ":2:18: invalid type: integer `1`, expected a string"),
        ("# ǦÄ\nlevels = 1", ":2:10: invalid type: integer `1`, expected a table of codes and their levels"),
        ("[levls]", ":1:2: unknown field `levls`, expected `levels` or `paths`"),
        ("[[paths]]\nglob = \"a\"\nlevel = {}", ":3:1: unknown field `level`, expected `glob` or `levels`"),
        ("[[paths]]\nglob = \"a\"", ":1:1: missing field `levels`"),
        ("[[paths]]\nglob = \"a[\"\nlevels = {}", ":2:8: unclosed character class; missing ']'"),
        ("[levels]\nuncited-source =", ":2:17: "),
        ("[levels]\nshared-name = \"note\"\nshared-name = \"error\"", ":3:1: duplicate key"),
    ] {
        assert!(refusal(config).starts_with(reason), "{config:?}: {}", refusal(config));
    }
}

#[test]
fn what_could_not_be_read_is_always_an_error() {
    for code in catalogue::all() {
        for level in ["allow", "note", "warning", "error"] {
            let folder = folder(&[], &format!("[[paths]]\nglob = \"a\"\nlevels.{} = \"{level}\"", code.name));
            let read = Config::nearest(folder.path());
            assert_eq!(read.is_ok(), level == "error" || code.can_be_allowed, "{} = {level}: {read:?}", code.name);
        }
    }
}

#[test]
fn a_configuration_that_cannot_be_read_is_an_error() {
    let folder = folder(&[], "");
    assert!(matches!(Config::read(folder.path()), Err(Error::Read { .. })));
    assert!(matches!(Config::read(&folder.path().join("none.toml")), Err(Error::Read { .. })));
    fs::write(folder.path().join("standpoint.toml"), b"\xFF\xFE[\0").unwrap();
    assert!(matches!(Config::nearest(folder.path()), Err(Error::NotText { .. })));
}
