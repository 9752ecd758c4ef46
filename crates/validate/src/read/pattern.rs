//! Patterns in place of paths, for shells that leave them alone.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use walkdir::WalkDir;

use crate::Error;

/// The paths, with each pattern such as `data/**/*.ndjson` replaced by what it matches, in the order of names.
///
/// A pattern is a path that does not exist and has one of `*`, `?`, `[` and `{` in it. `*` stays within a folder, `**` does
/// not. What is hidden is matched only below a folder that the pattern names, and links are not followed.
///
/// # Errors
///
/// [`Error::Pattern`] where a pattern is malformed, [`Error::NoMatch`] where it matches nothing, [`Error::Read`] where a
/// folder on its way cannot be read.
pub fn expand<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<PathBuf>, Error> {
    let mut expanded = Vec::new();
    for path in paths.iter().map(AsRef::as_ref) {
        match Pattern::of(path)? {
            Some(pattern) => expanded.extend(pattern.matches(path)?),
            None => expanded.push(path.to_owned()),
        }
    }
    Ok(expanded)
}

/// A path with wildcards in it.
struct Pattern {
    /// The folder that is named before the first of them.
    folder: PathBuf,
    below: GlobMatcher,
    /// How far below the folder matches may lie.
    depth: usize,
}

impl Pattern {
    fn of(path: &Path) -> Result<Option<Self>, Error> {
        // On Windows the beginning of a path may have a question mark in it.
        let is_wild = |part: &Component| matches!(part, Component::Normal(name) if name.to_string_lossy().contains(['*', '?', '[', '{']));
        if path.exists() || !path.components().any(|part| is_wild(&part)) {
            return Ok(None);
        }
        let folder: PathBuf = path.components().take_while(|part| !is_wild(part)).collect();
        let below: PathBuf = path.components().skip_while(|part| !is_wild(part)).collect();
        let depth = if below.to_string_lossy().contains("**") { usize::MAX } else { below.components().count() };
        let glob = GlobBuilder::new(&below.to_string_lossy()).literal_separator(true).build().map_err(|cause| {
            Error::Pattern { pattern: path.to_string_lossy().into_owned(), cause: cause.kind().to_string() }
        })?;
        Ok(Some(Self { folder, below: glob.compile_matcher(), depth }))
    }

    /// What it matches. `path` is the pattern as it was given.
    fn matches(&self, path: &Path) -> Result<Vec<PathBuf>, Error> {
        let root = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        let entries = WalkDir::new(root)
            .min_depth(1)
            .max_depth(self.depth)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.'));
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_owned();
                Error::Read { path, cause: error.into() }
            })?;
            if let Ok(below) = entry.path().strip_prefix(root)
                && self.below.is_match(below)
            {
                found.push(self.folder.join(below));
            }
        }
        if found.is_empty() { Err(Error::NoMatch { pattern: path.to_string_lossy().into_owned() }) } else { Ok(found) }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes its own input")]
mod tests {
    use std::fs;

    use super::*;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for path in
            ["b.ndjson", "a.ndjson", "notes.txt", "deep/er/c.ndjson", ".hidden/d.ndjson", ".e.ndjson", "x[1].json"]
        {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "[]").expect("a file");
        }
        folder
    }

    fn matched(folder: &Path, pattern: &str) -> Result<Vec<String>, Error> {
        let name =
            |path: PathBuf| path.strip_prefix(folder).expect("a path below").to_string_lossy().replace('\\', "/");
        Ok(expand(&[folder.join(pattern)])?.into_iter().map(name).collect())
    }

    #[test]
    fn patterns_match_as_in_a_shell() {
        let folder = folder();
        let matched = |pattern| matched(folder.path(), pattern).expect("a pattern that matches");
        assert_eq!(matched("*.ndjson"), ["a.ndjson", "b.ndjson"]);
        assert_eq!(matched("**/*.ndjson"), ["a.ndjson", "b.ndjson", "deep/er/c.ndjson"]);
        assert_eq!(matched("[ab].ndjson"), ["a.ndjson", "b.ndjson"]);
        assert_eq!(matched("?.ndjson"), ["a.ndjson", "b.ndjson"]);
        assert_eq!(matched("{b,deep/er/c}.ndjson"), ["b.ndjson", "deep/er/c.ndjson"]);
        assert_eq!(matched(".hidden/*"), [".hidden/d.ndjson"]);
        assert_eq!(matched("deep/*"), ["deep/er"]);
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_are_matched() {
        use std::os::unix::ffi::OsStrExt;
        let folder = folder();
        let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"b\xFF.json"));
        fs::write(&odd, "[]").expect("a file");
        assert_eq!(expand(&[folder.path().join("b*.json")]).expect("a match"), [odd]);
    }

    #[test]
    fn what_exists_is_no_pattern_and_what_is_none_is_left_as_it_is() {
        let folder = folder();
        let matched = |pattern| matched(folder.path(), pattern).expect("paths");
        assert_eq!(matched("x[1].json"), ["x[1].json"]);
        assert_eq!(matched("missing.json"), ["missing.json"]);
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_an_error_that_says_so() {
        let folder = folder();
        let error = matched(folder.path(), "*.jsonl").expect_err("nothing to match");
        assert!(matches!(&error, Error::NoMatch { pattern } if pattern.ends_with("*.jsonl")), "{error}");
        let error = matched(folder.path(), "a[.json").expect_err("no pattern");
        assert!(matches!(error, Error::Pattern { .. }), "{error}");
    }
}
