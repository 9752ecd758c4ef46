//! From paths to texts: the one place that reads files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use standpoint_model::Sha256;
use walkdir::WalkDir;

use crate::{
    Document, Error, SourceText, code, config,
    finding::{Change, Finding, Place},
    sha256,
};

/// How the names of files of records end, for messages.
pub(crate) const ENDINGS: &str = "`.json`, `.ndjson` or `.jsonl`, or one of these followed by `.gz` or `.zst`";

/// The largest file that is read, once decompressed: what the machine's memory holds several times over.
const LARGEST: u64 = 1 << 30;

/// How the records of a file follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrangement {
    /// One record, or one array of records.
    Json,
    /// A record a line.
    Lines,
}

/// A file's text and how to take it apart.
pub(crate) struct Input {
    pub(crate) document: Document,
    pub(crate) arrangement: Arrangement,
    /// Whether the bytes were UTF-8. Where they were not, a finding says so and no record is looked for.
    pub(crate) readable: bool,
}

/// Everything that was read.
pub(crate) struct Inputs {
    pub(crate) files: Vec<Input>,
    pub(crate) findings: Vec<Finding>,
    /// Files in the folders whose names do not end as those of records do.
    pub(crate) passed_over: Vec<PathBuf>,
}

/// The files of records under some paths.
#[derive(Default)]
pub(crate) struct Files {
    pub(crate) found: Vec<RecordFile>,
    /// Files in the folders whose names do not end as those of records do.
    pub(crate) passed_over: Vec<PathBuf>,
    /// Those that were found, by their paths without links, so that nothing is read twice.
    real_paths: BTreeSet<PathBuf>,
}

/// Reads files whole, in their order.
pub(crate) fn read(files: Files) -> Result<Inputs, Error> {
    let mut inputs = Inputs { files: Vec::new(), findings: Vec::new(), passed_over: files.passed_over };
    for (index, file) in files.found.into_iter().enumerate() {
        let (text, finding) = decode(file.bytes()?, index);
        let readable = finding.as_ref().is_none_or(|finding| finding.code == &code::BYTE_ORDER_MARK);
        inputs.findings.extend(finding);
        let arrangement = file.arrangement();
        inputs.files.push(Input { document: Document::new(file.path, text), arrangement, readable });
    }
    Ok(inputs)
}

/// The bytes of a file of records that is not compressed.
pub(crate) fn plain_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    match Form::of(path) {
        Some(Form { compression: Compression::None, .. }) => bytes(path, Compression::None),
        Some(_) | None => Err(Error::Compressed { path: path.into() }),
    }
}

/// What is to be read instead of what some files hold, by their paths.
pub(crate) type Contents = BTreeMap<PathBuf, Arc<[u8]>>;

/// A file of records that has not been opened.
pub(crate) struct RecordFile {
    pub(crate) path: PathBuf,
    form: Form,
    /// How many bytes it has on the disk.
    size: u64,
    /// What is read instead of what it holds.
    content: Option<Arc<[u8]>>,
}

impl RecordFile {
    pub(crate) fn arrangement(&self) -> Arrangement {
        self.form.arrangement
    }

    /// Opens it, to be read a piece at a time.
    pub(crate) fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        match &self.content {
            Some(content) => Ok(Box::new(io::Cursor::new(Arc::clone(content)))),
            None => open(&self.path, self.form.compression),
        }
    }

    /// All its bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Error> {
        match &self.content {
            Some(content) => Ok(content.to_vec()),
            None => bytes(&self.path, self.form.compression),
        }
    }
}

impl Files {
    /// The files of records at `paths` and in the folders at `paths`, each once, in the order of the paths and then of the
    /// file names.
    pub(crate) fn below<P: AsRef<Path>>(paths: &[P]) -> Result<Self, Error> {
        let mut found = Self::default();
        for path in paths.iter().map(AsRef::as_ref) {
            let metadata = fs::metadata(path).map_err(|cause| Error::Read { path: path.into(), cause })?;
            if metadata.is_dir() {
                found.add_folder(path)?;
            } else {
                let form = Form::of(path).filter(|_| metadata.is_file());
                found.add(path.into(), form.ok_or_else(|| Error::NotRecords { path: path.into() })?)?;
            }
        }
        Ok(found)
    }

    /// The same files, some of them with other contents.
    pub(crate) fn with(mut self, contents: &Contents) -> Self {
        for file in &mut self.found {
            file.content = contents.get(&file.path).cloned();
        }
        self
    }

    /// How many bytes there are to read, at a guess where they are compressed.
    pub(crate) fn size(&self) -> u64 {
        const COMPRESSED: u64 = 8;
        let size = |file: &RecordFile| match file.form.compression {
            Compression::None => file.size,
            Compression::Gzip | Compression::Zstandard => file.size.saturating_mul(COMPRESSED),
        };
        self.found.iter().map(size).fold(0, u64::saturating_add)
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let mut any = false;
        for path in paths_below(folder)? {
            match Form::of(&path).filter(|_| path.is_file()) {
                Some(form) => {
                    any = true;
                    self.add(path, form)?;
                }
                None if path.ends_with(config::FILE_NAME) => {}
                None => self.passed_over.push(path),
            }
        }
        if any { Ok(()) } else { Err(Error::NothingToRead { path: folder.into() }) }
    }

    fn add(&mut self, path: PathBuf, form: Form) -> Result<(), Error> {
        let real = fs::canonicalize(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?;
        if self.real_paths.insert(real) {
            let size = fs::metadata(&path).map_err(|cause| Error::Read { path: path.clone(), cause })?.len();
            self.found.push(RecordFile { path, form, size, content: None });
        }
        Ok(())
    }
}

/// Reads a text file, such as the text of a source, as it is.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    String::from_utf8(bytes(path, Compression::None)?).map_err(|_| Error::NotText { path: path.into() })
}

/// A path without links and from the top, by which files are told apart; the path itself, where nothing is there.
pub(crate) fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.into())
}

/// The texts below a folder that have one of these digests. Files that are not UTF-8 are no texts.
pub(crate) fn texts_below(folder: &Path, wanted: &BTreeSet<&Sha256>) -> Result<BTreeMap<Sha256, SourceText>, Error> {
    let mut texts = BTreeMap::new();
    for path in paths_below(folder)?.into_iter().filter(|path| path.is_file()) {
        let Ok(text) = String::from_utf8(bytes(&path, Compression::None)?) else { continue };
        let digest = sha256(&text);
        if wanted.contains(&digest) {
            texts.insert(digest, SourceText::new(text));
        }
    }
    Ok(texts)
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
                Some(link) if Form::of(link).is_none() => paths.push(link.into()),
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

#[derive(Clone, Copy)]
enum Compression {
    None,
    Gzip,
    Zstandard,
}

#[derive(Clone, Copy)]
struct Form {
    arrangement: Arrangement,
    compression: Compression,
}

impl Form {
    /// What the ending of a file's name says.
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let (stem, compression) = match name.rsplit_once('.')? {
            (stem, "gz") => (stem, Compression::Gzip),
            (stem, "zst") => (stem, Compression::Zstandard),
            _ => (name.as_str(), Compression::None),
        };
        let arrangement = match stem.rsplit_once('.')?.1 {
            "json" => Arrangement::Json,
            "ndjson" | "jsonl" => Arrangement::Lines,
            _ => return None,
        };
        Some(Self { arrangement, compression })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads files")]
fn open(path: &Path, compression: Compression) -> Result<Box<dyn Read + Send>, Error> {
    let read = |cause| Error::Read { path: path.into(), cause };
    let file = File::open(path).map_err(read)?;
    Ok(match compression {
        Compression::None => Box::new(file),
        Compression::Gzip => Box::new(flate2::read::MultiGzDecoder::new(io::BufReader::new(file))),
        Compression::Zstandard => Box::new(zstd::Decoder::new(file).map_err(read)?),
    })
}

fn bytes(path: &Path, compression: Compression) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = |cause| Error::Read { path: path.into(), cause };
    open(path, compression)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(read)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::TooLarge { path: path.into(), limit: LARGEST });
    }
    Ok(bytes)
}

/// The text of a file, and what is wrong with its encoding.
pub(crate) fn decode(bytes: Vec<u8>, document: usize) -> (String, Option<Finding>) {
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, ..] | [_, 0, ..] = bytes[..] {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let finding = Finding::new(
            &code::NOT_UTF8,
            Place::bytes(document, 0..0),
            "the file is not UTF-8; it looks like UTF-16 or UTF-32",
        )
        .help("save the file again with the encoding UTF-8; none of its records was read");
        return (text, Some(finding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{FEFF}') {
            Some(rest) => (rest.to_owned(), Some(byte_order_mark(document))),
            None => (text, None),
        },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let place = Place::bytes(document, at..at + '\u{FFFD}'.len_utf8());
            let finding =
                not_utf8(place).help("save the file again with the encoding UTF-8; none of its records was read");
            (text, Some(finding))
        }
    }
}

/// What is wrong with a file that begins with a byte order mark, which is left out of its document.
pub(crate) fn byte_order_mark(document: usize) -> Finding {
    let place = Place::bytes(document, 0..0);
    let message = "the file begins with an invisible character, a byte order mark";
    Finding::new(&code::BYTE_ORDER_MARK, place.clone(), message)
        .help("save the file again as \"UTF-8\" rather than \"UTF-8 with BOM\"; its records were read all the same")
        .repair(place, Change::DropMark)
}

/// That some bytes are not UTF-8.
pub(crate) fn not_utf8(place: Place) -> Finding {
    Finding::new(&code::NOT_UTF8, place, "these bytes are not UTF-8")
        .help("save the file again with the encoding UTF-8; this record was not read")
}
