//! From paths to texts: the one place that reads files.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use standpoint_report::Levels;
use walkdir::WalkDir;

use crate::{
    Error,
    read::{
        form::{Arrangement, Compression, Form},
        input::{self, Bytes, Input},
        spool::Spool,
    },
};

/// The name of the file that may give levels to codes. It holds no records.
pub(crate) const CONFIG_NAME: &str = "standpoint.toml";

/// The name of the file that describes a folder of tables (Frictionless Data Package). It holds no records.
const PACKAGE_NAME: &str = "datapackage.json";

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// What standard input is called where its place is told.
const STANDARD_INPUT_NAME: &str = "<stdin>";

/// The largest text that is read whole, such as that of a source, and the largest file that is fixed.
const LARGEST: u64 = 1 << 30;

/// The files of records under some paths.
#[derive(Default)]
pub(crate) struct Files {
    pub(crate) found: Vec<RecordFile>,
    /// Files in the folders whose names do not end as those of records do.
    pub(crate) passed_over: Vec<PathBuf>,
    /// Those that were found, by their paths without links, so that nothing is read twice.
    real_paths: BTreeSet<PathBuf>,
}

/// The bytes of a file of records that is not compressed.
pub(crate) fn plain_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    match form(path) {
        Some(form) if form.compression == Compression::None => bytes(path),
        Some(_) | None => Err(Error::Compressed { path: path.into() }),
    }
}

/// A path without links and from the top, by which files are told apart; the path itself, where nothing is there.
pub(crate) fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.into())
}

/// A file of records that has not been opened.
pub(crate) struct RecordFile {
    pub(crate) path: PathBuf,
    form: Form,
    origin: Origin,
}

/// Where the bytes of a file of records come from.
enum Origin {
    /// The disk, on which there are so many.
    Disk(u64),
    Memory(Bytes),
    /// They came in by themselves.
    Spool(Spool),
}

/// Counts the bytes that are read.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl RecordFile {
    pub(crate) fn arrangement(&self) -> Arrangement {
        self.form.arrangement
    }

    pub(crate) fn compression(&self) -> Compression {
        self.form.compression
    }

    pub(crate) fn is_on_disk(&self) -> bool {
        matches!(self.origin, Origin::Disk(_))
    }

    /// Opens it, to be read a piece at a time. The bytes that come off the disk are added to `count`.
    pub(crate) fn open(&self, count: &Arc<AtomicU64>) -> Result<impl Read + Send + use<>, Error> {
        let inner: Box<dyn Read + Send> = match &self.origin {
            Origin::Disk(_) => Box::new(open(&self.path)?),
            Origin::Memory(bytes) => Box::new(io::Cursor::new(bytes.clone())),
            Origin::Spool(spool) => Box::new(spool.reader()),
        };
        let counted = Counted { inner, count: Arc::clone(count) };
        self.form.compression.decoder(counted).map_err(|cause| self.failed(cause))
    }

    /// The least number of bytes that it has once it is decompressed.
    fn least(&self) -> u64 {
        self.size().filter(|_| self.form.compression == Compression::None).unwrap_or(0)
    }

    /// How many bytes it has before it is decompressed, if that is known.
    pub(crate) fn size(&self) -> Option<u64> {
        match &self.origin {
            Origin::Disk(size) => Some(*size),
            Origin::Memory(bytes) => Some(bytes.len() as u64),
            Origin::Spool(_) => None,
        }
    }

    pub(crate) fn failed(&self, cause: io::Error) -> Error {
        Error::read(&self.path, cause)
    }
}

impl Files {
    /// The inputs, and the files of records in the folders among them, in the order of the inputs and then of the file
    /// names. No file on the disk is there twice.
    pub(crate) fn of<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Self, Error> {
        let mut found = Self::default();
        for input in inputs {
            match input.into().0 {
                input::Kind::Path(path) => found.add_path(path)?,
                input::Kind::Bytes { name, bytes } => found.add_bytes(name, bytes)?,
            }
        }
        Ok(found)
    }

    /// Puts other contents in the place of what some files hold.
    pub(crate) fn replace(&mut self, contents: &BTreeMap<PathBuf, Arc<[u8]>>) {
        for file in &mut self.found {
            if let Some(content) = contents.get(&file.path) {
                file.origin = Origin::Memory(Bytes::new(Arc::clone(content)));
            }
        }
    }

    /// The least number of bytes that they have once they are decompressed.
    pub(crate) fn least(&self) -> u64 {
        self.found.iter().map(RecordFile::least).fold(0, u64::saturating_add)
    }

    /// The levels of codes in these files.
    pub(crate) fn levels(&self, levels: &Levels) -> Levels {
        levels.in_documents(self.found.iter().map(|file| real_path(&file.path)))
    }

    /// The first that is no file on the disk.
    pub(crate) fn without_file(&self) -> Option<&RecordFile> {
        self.found.iter().find(|file| !file.is_on_disk())
    }

    /// How many bytes there are before they are decompressed, if that is known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.size_of(0..self.found.len())
    }

    /// The same of some of the files, by their places.
    pub(crate) fn size_of(&self, mut places: impl Iterator<Item = usize>) -> Option<u64> {
        places.try_fold(0, |sum: u64, place| Some(sum.saturating_add(self.found[place].size()?)))
    }

    fn add_path(&mut self, path: PathBuf) -> Result<(), Error> {
        if path == Path::new(STANDARD_INPUT) {
            return self.add_standard_input();
        }
        let metadata = fs::metadata(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?;
        if metadata.is_dir() {
            return self.add_folder(&path);
        }
        match form(&path).filter(|_| metadata.is_file()) {
            Some(form) => self.add(path, form),
            None => Err(Error::NotRecords { path }),
        }
    }

    fn add_bytes(&mut self, name: PathBuf, bytes: Bytes) -> Result<(), Error> {
        let form = match form(&name) {
            Some(form) => form,
            None => Form::sniff(bytes.as_ref()).map_err(|cause| Error::Read { path: name.clone(), cause })?.0,
        };
        self.found.push(RecordFile { path: name, form, origin: Origin::Memory(bytes) });
        Ok(())
    }

    /// Standard input, whose first bytes tell what it holds.
    fn add_standard_input(&mut self) -> Result<(), Error> {
        if self.found.iter().any(|file| matches!(file.origin, Origin::Spool(_))) {
            return Ok(());
        }
        let path = PathBuf::from(STANDARD_INPUT_NAME);
        let spool = Spool::new(io::stdin());
        let (form, _) = Form::sniff(spool.reader()).map_err(|cause| Error::read(&path, cause))?;
        self.found.push(RecordFile { path, form, origin: Origin::Spool(spool) });
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let mut any = false;
        for path in paths_below(folder)? {
            match form(&path).filter(|_| path.is_file()) {
                Some(form) => {
                    any = true;
                    self.add(path, form)?;
                }
                None if path.ends_with(CONFIG_NAME) => {}
                None => self.passed_over.push(path),
            }
        }
        if any { Ok(()) } else { Err(Error::NothingToRead { path: folder.into() }) }
    }

    fn add(&mut self, path: PathBuf, form: Form) -> Result<(), Error> {
        let real = fs::canonicalize(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?;
        if self.real_paths.insert(real) {
            let size = fs::metadata(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?.len();
            self.found.push(RecordFile { path, form, origin: Origin::Disk(size) });
        }
        Ok(())
    }
}

/// The files of records at `paths` and in the folders at `paths`, which are those that are read there.
///
/// # Errors
///
/// [`Error`] where a path does not exist or holds no records.
pub fn record_files<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<PathBuf>, Error> {
    Ok(Files::of(paths)?.found.into_iter().map(|file| file.path).collect())
}

/// Reads a text file, such as the text of a source, as it is.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    String::from_utf8(bytes(path)?).map_err(|_| Error::NotText { path: path.into() })
}

/// The files below a folder, whatever they hold, in the order of their names. What is hidden is left out.
///
/// # Errors
///
/// [`Error`] if the folder, or one in it, cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    Ok(paths_below(folder)?.into_iter().filter(|path| path.is_file()).collect())
}

/// The bytes of a file, whatever it holds.
///
/// # Errors
///
/// [`Error`] if it cannot be read or has more than `limit` bytes.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|cause| Error::Read { path: path.into(), cause })?;
    if bytes.len() as u64 > limit {
        return Err(Error::TooLarge { path: path.into(), limit });
    }
    Ok(bytes)
}

/// Everything below a folder that is no folder, in the order of names. What is hidden is left out, and so are links
/// that lead nowhere, unless they are named like files of records.
fn paths_below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    let mut paths = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => paths.push(entry.into_path()),
            Err(error) => match error.path().filter(|path| path.is_symlink() && error.loop_ancestor().is_none()) {
                Some(link) if form(link).is_none() => paths.push(link.into()),
                _ => return Err(walk_error(folder, error)),
            },
        }
    }
    Ok(paths)
}

fn walk_error(folder: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(folder).to_path_buf();
    if let Some(ancestor) = error.loop_ancestor() {
        return Error::LinkLoop { link: path, ancestor: ancestor.to_path_buf() };
    }
    Error::Read { path, cause: error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()) }
}

/// Whether a file would be read as one of records, by its name.
pub fn is_record_file(path: &Path) -> bool {
    form(path).is_some()
}

/// How a file of records is arranged and compressed, by its name; nothing, if its name is none of such a file.
fn form(path: &Path) -> Option<Form> {
    path.file_name().filter(|name| *name != PACKAGE_NAME).and_then(|name: &OsStr| Form::of_name(name))
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads files")]
fn open(path: &Path) -> Result<File, Error> {
    File::open(path).map_err(|cause| Error::Read { path: path.into(), cause })
}

/// The bytes of a file that is not compressed.
fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    read_file(path, LARGEST)
}
