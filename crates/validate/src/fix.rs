//! Mending files by what mends their mistakes beyond doubt.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use similar::{Algorithm, TextDiff};
use standpoint_files::{Replacement, replace_files, write_file};
use standpoint_report::{Document, Edit, Fix, Report};

use crate::{
    Error, Further, Submission, Validation,
    read::{
        encoding,
        files::{self, Files},
        input::Input,
    },
};

/// How often what is fixed is looked at anew, so that what a fix brings to light is fixed too. A fix that would bring back
/// what another one mends cannot go on for ever.
const ROUNDS: usize = 32;

impl Validation<'_> {
    /// Works out what the inputs become if every [`Fix`] is made, and validates that. Nothing is written until
    /// [`Fixed::write`].
    ///
    /// What the levels or the records themselves silence is not fixed. Fixes that overlap are made one after the other.
    /// What no fix is about stays as it is, byte for byte. All findings are kept.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # let file = folder.path().join("page.json");
    /// # std::fs::write(&file, r#"{"kind":"source","id":"source/page","title":"A page","type":"Web-Page"}"#)?;
    /// let fixed = Validation::new().fix(&[&file])?;
    /// assert_eq!(fixed.files()[0].fixes(), 1);
    /// fixed.write()?;
    /// assert!(std::fs::read_to_string(&file)?.contains(r#""type":"web-page""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read, is standard input or is held in memory, where there is no file to write; and
    /// if there is something to fix in a file that is compressed, that is a link, or that lies behind a link in one of the
    /// folders.
    pub fn fix<I: Into<Input>>(&self, inputs: impl IntoIterator<Item = I>) -> Result<Fixed, Error> {
        fix(inputs, |files| self.run_on(files, usize::MAX))
    }

    /// Does as [`Self::fix`], and what a further `check` finds is fixed too.
    ///
    /// # Errors
    ///
    /// Those of [`Self::fix`] and of the check.
    pub fn fix_with<I: Into<Input>>(
        &self,
        inputs: impl IntoIterator<Item = I>,
        mut check: impl FnMut(&Submission) -> Result<Further, Error>,
    ) -> Result<Fixed, Error> {
        fix(inputs, |files| self.run_with_on(files, usize::MAX, &mut check))
    }
}

fn fix<I: Into<Input>>(
    inputs: impl IntoIterator<Item = I>,
    mut run: impl FnMut(&Files) -> Result<Report, Error>,
) -> Result<Fixed, Error> {
    let inputs: Vec<Input> = inputs.into_iter().map(Into::into).collect();
    let roots: Vec<PathBuf> = inputs.iter().filter_map(Input::as_path).map(files::real_path).collect();
    let mut files = Files::of(&inputs)?;
    if let Some(file) = files.without_file() {
        return Err(Error::FixedInput { name: file.path.clone() });
    }
    let mut contents: BTreeMap<PathBuf, Arc<[u8]>> = BTreeMap::new();
    // What the files of `contents` held, and how many fixes were made in each.
    let mut held: BTreeMap<PathBuf, (Arc<[u8]>, usize)> = BTreeMap::new();
    let mut rounds = ROUNDS;
    let report = loop {
        files.replace(&contents);
        let report = run(&files)?;
        if report.stopped().is_some() {
            return Ok(Fixed { report, files: Vec::new() });
        }
        let pending = fixes(&report);
        if pending.is_empty() || rounds == 0 {
            break report;
        }
        rounds -= 1;
        let mut is_further = false;
        for (document, fixes) in pending {
            let document = &report.documents()[document];
            let path = document.path();
            // A file may have changed since it was validated. What is fixed is what was held here while it was.
            if let (Some(content), Some((_, made))) = (contents.get_mut(path), held.get_mut(path)) {
                let (mended, count) = make(&fixes, document, content);
                *content = mended.into();
                *made += count;
                is_further |= count > 0;
            } else {
                is_further = true;
                let content: Arc<[u8]> = read(path, &roots)?.into();
                held.insert(path.into(), (Arc::clone(&content), 0));
                contents.insert(path.into(), content);
            }
        }
        if !is_further {
            break report;
        }
    };
    let files = held.into_iter().zip(contents.into_values()).filter(|((_, (_, made)), _)| *made > 0);
    let files = files.map(|((path, (before, fixes)), after)| FixedFile { path, before, after, fixes }).collect();
    Ok(Fixed { report, files })
}

/// The fixes of each document, in the order of their places.
fn fixes(report: &Report) -> BTreeMap<usize, Vec<&Fix>> {
    let mut fixes: BTreeMap<usize, Vec<&Fix>> = BTreeMap::new();
    for diagnostic in report.diagnostics() {
        if let (Some(location), Some(fix)) = (&diagnostic.location, &diagnostic.fix) {
            fixes.entry(location.document).or_default().push(fix);
        }
    }
    for fixes in fixes.values_mut() {
        fixes.sort_by_key(|fix| fix.edits.first().map_or(0, |edit| edit.bytes.start));
    }
    fixes
}

/// The bytes of a file that may be fixed.
fn read(path: &Path, roots: &[PathBuf]) -> Result<Vec<u8>, Error> {
    let file = files::real_path(path);
    if path.is_symlink() || !roots.iter().any(|root| file.starts_with(root)) {
        return Err(Error::Linked { path: path.into(), file });
    }
    files::plain_bytes(path)
}

/// What becomes of the content of a document by those of the fixes that do not overlap one that comes before, and how many
/// these are.
fn make(fixes: &[&Fix], document: &Document, content: &[u8]) -> (Vec<u8>, usize) {
    // Documents have no byte order mark.
    let mark = if content.starts_with(encoding::MARK) { encoding::MARK.len() } else { 0 };
    let mut text = content[..mark].to_vec();
    let mut kept = mark;
    let mut made = 0;
    // Whatever else may be wrong, what goes is what the finding is about.
    let is_there = |Edit { bytes, .. }: &Edit| {
        content.get(bytes.start + mark..bytes.end + mark) == Some(document.slice(bytes.clone()).as_bytes())
    };
    for fix in fixes {
        match &fix.edits[..] {
            [] => text.drain(..mark).for_each(drop),
            edits if edits[0].bytes.start + mark < kept || !edits.iter().all(is_there) => continue,
            edits => {
                for Edit { bytes, replacement, .. } in edits {
                    text.extend_from_slice(&content[kept..bytes.start + mark]);
                    text.extend_from_slice(replacement.as_bytes());
                    kept = bytes.end + mark;
                }
            }
        }
        made += 1;
    }
    text.extend_from_slice(&content[kept..]);
    (text, made)
}

/// What files become by their fixes.
#[derive(Debug, Clone)]
pub struct Fixed {
    report: Report,
    files: Vec<FixedFile>,
}

impl Fixed {
    /// The validation of what the files become.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The files that become something else, by their paths.
    pub fn files(&self) -> &[FixedFile] {
        &self.files
    }

    /// Does as [`Self::write`], and keeps what the files held before, each beside it under [a name of its own](FixedFile::kept).
    ///
    /// # Errors
    ///
    /// Those of [`Self::write`], and [`Error::Write`] if what a file holds cannot be kept. Then nothing is written.
    pub fn write_and_keep(&self) -> Result<(), Error> {
        self.files.iter().try_for_each(FixedFile::check_unchanged)?;
        for file in &self.files {
            write_file(&file.kept(), |kept, _| kept.write_all(&file.before))?;
        }
        self.write()
    }

    /// Writes the files, all or none, with the permissions and the owners that they have. What keeps one of them from being written is found
    /// out before the first is, as far as can be.
    ///
    /// # Errors
    ///
    /// [`Error::Changed`] where a file no longer holds what was fixed, [`Error::Write`] where it may not be written.
    pub fn write(&self) -> Result<(), Error> {
        self.files.iter().try_for_each(FixedFile::check_unchanged)?;
        let replacements: Vec<Replacement<'_>> = self.files.iter().map(FixedFile::replacement).collect();
        replace_files(&replacements, |index| self.files[index].check_unchanged())
    }
}

/// How the name begins and ends under which a file is kept as it was. What is hidden is never read as records.
const KEPT: [&str; 2] = [".", ".bak"];

/// A file that becomes something else by its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    path: PathBuf,
    before: Arc<[u8]>,
    after: Arc<[u8]>,
    fixes: usize,
}

impl FixedFile {
    /// The path, as that of its [`Document`].
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where what it held is kept by [`Fixed::write_and_keep`]: `.page.json.bak` beside `page.json`.
    pub fn kept(&self) -> PathBuf {
        let [before, after] = KEPT;
        let mut name = OsString::from(before);
        name.push(self.path.file_name().unwrap_or_default());
        name.push(after);
        self.path.with_file_name(name)
    }

    /// How many fixes are made in it.
    pub fn fixes(&self) -> usize {
        self.fixes
    }

    /// What it becomes.
    pub fn content(&self) -> &[u8] {
        &self.after
    }

    /// The difference between what it holds and what it becomes, as a unified diff, which `patch` takes. What the file holds
    /// is in it as it is, commands to a terminal included, and bytes that are not UTF-8.
    pub fn diff(&self) -> Vec<u8> {
        let name = self.path.to_string_lossy();
        // Lines that are there once are what a file of many records mostly has.
        let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_lines(&*self.before, &*self.after);
        let mut text = Vec::new();
        diff.unified_diff()
            .header(&name, &name)
            .to_writer(&mut text)
            .unwrap_or_else(|error| unreachable!("a list takes all bytes: {error}"));
        text
    }

    fn replacement(&self) -> Replacement<'_> {
        Replacement { file: &self.path, content: &self.after }
    }

    fn check_unchanged(&self) -> Result<(), Error> {
        let same = !self.path.is_symlink() && *files::plain_bytes(&self.path)? == *self.before;
        if same { Ok(()) } else { Err(Error::Changed { path: self.path.clone() }) }
    }
}
