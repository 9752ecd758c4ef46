//! How a file of records is arranged and compressed, by its name or by how it begins.

use std::{
    ffi::OsStr,
    io::{self, BufReader, Cursor, Read},
};

use flate2::read::{GzEncoder, MultiGzDecoder};
use serde::de::IgnoredAny;

use crate::read::encoding;

/// How the names of files of records end, for messages.
pub(crate) const ENDINGS: &str = "`.json`, `.ndjson` or `.jsonl`, or one of these followed by `.gz` or `.zst`";

/// How much of what has no name is looked at to find out how it is arranged.
const BEGINNING: usize = 1 << 16;

/// How the records of a file follow one another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Arrangement {
    /// One record, or one array of records.
    Json,
    /// A record a line.
    #[default]
    Lines,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    None,
    Gzip,
    Zstandard,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) arrangement: Arrangement,
    pub(crate) compression: Compression,
}

impl Form {
    /// What the ending of a file's name says.
    pub(crate) fn of_name(name: &OsStr) -> Option<Self> {
        let name = name.to_string_lossy().to_ascii_lowercase();
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

    /// What the first bytes of something without a name say, and all that it holds, decompressed.
    pub(crate) fn sniff<R: Read>(mut raw: R) -> io::Result<(Self, impl Read)> {
        let mut magic = Vec::new();
        raw.by_ref().take(4).read_to_end(&mut magic)?;
        let compression = Compression::of(&magic);
        let mut text = compression.decoder(Cursor::new(magic).chain(raw))?;
        let mut beginning = Vec::new();
        let mut arrangement = None;
        while arrangement.is_none() && beginning.len() < BEGINNING {
            let before = beginning.len();
            beginning.resize(BEGINNING, 0);
            let read = read_some(&mut text, &mut beginning[before..])?;
            beginning.truncate(before + read);
            arrangement = if read == 0 { Some(Arrangement::Lines) } else { Arrangement::of(&beginning) };
        }
        let form = Self { arrangement: arrangement.unwrap_or(Arrangement::Lines), compression };
        Ok((form, Cursor::new(beginning).chain(text)))
    }
}

fn read_some(read: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match read.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

impl Arrangement {
    /// How text is arranged that begins so, if so much of it tells.
    ///
    /// What begins with `[` is an array. What begins with `{` is one record over several lines, if its first line is not
    /// JSON by itself and the next one does not begin with `{` too. Everything else is a record a line.
    fn of(beginning: &[u8]) -> Option<Self> {
        let text = beginning.strip_prefix(encoding::MARK).unwrap_or(beginning).trim_ascii_start();
        match text.first()? {
            b'[' => Some(Self::Json),
            b'{' => {
                let (line, rest) = text.split_at(memchr::memchr(b'\n', text)?);
                let next = rest.trim_ascii_start().first()?;
                let is_line = *next == b'{' || serde_json::from_slice::<IgnoredAny>(line).is_ok();
                Some(if is_line { Self::Lines } else { Self::Json })
            }
            _ => Some(Self::Lines),
        }
    }
}

impl Compression {
    /// By the first bytes (RFC 1952, RFC 8878).
    fn of(magic: &[u8]) -> Self {
        match magic {
            [0x1F, 0x8B, ..] => Self::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Self::Zstandard,
            _ => Self::None,
        }
    }

    /// The bytes as a file that is so compressed holds them.
    pub(crate) fn encoded(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::None => Ok(bytes.to_vec()),
            Self::Gzip => {
                let mut compressed = Vec::new();
                GzEncoder::new(bytes, flate2::Compression::default()).read_to_end(&mut compressed)?;
                Ok(compressed)
            }
            #[cfg(feature = "zstd")]
            Self::Zstandard => zstd::encode_all(bytes, zstd::DEFAULT_COMPRESSION_LEVEL),
            #[cfg(not(feature = "zstd"))]
            Self::Zstandard => Err(no_zstandard()),
        }
    }

    pub(crate) fn decoder<R: Read>(self, raw: R) -> io::Result<Decoder<R>> {
        Ok(match self {
            Self::None => Decoder::None(raw),
            Self::Gzip => Decoder::Gzip(Box::new(MultiGzDecoder::new(BufReader::new(raw)))),
            #[cfg(feature = "zstd")]
            Self::Zstandard => Decoder::Zstandard(zstd::Decoder::new(raw)?),
            #[cfg(not(feature = "zstd"))]
            Self::Zstandard => return Err(no_zstandard()),
        })
    }
}

#[cfg(not(feature = "zstd"))]
fn no_zstandard() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "it is compressed by Zstandard, and this program was built without it")
}

/// What gives the bytes of a file once they are decompressed.
pub(crate) enum Decoder<R: Read> {
    None(R),
    Gzip(Box<MultiGzDecoder<BufReader<R>>>),
    #[cfg(feature = "zstd")]
    Zstandard(zstd::Decoder<'static, BufReader<R>>),
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::None(raw) => raw.read(buffer),
            Self::Gzip(decoder) => decoder.read(buffer),
            #[cfg(feature = "zstd")]
            Self::Zstandard(decoder) => decoder.read(buffer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_name_is_known_by_how_it_begins() {
        let form = |bytes: &[u8]| {
            let (form, mut text) = Form::sniff(bytes).unwrap();
            let mut read = Vec::new();
            text.read_to_end(&mut read).unwrap();
            (form.arrangement, form.compression, read)
        };
        let json = ["[]", " \n[\n{}", "\u{FEFF}[", "{\n  \"kind\": 1\n}", "{ \"a\": {\n} }", "{\"a\":\n1}"];
        let lines =
            ["", " \n", "{}", "{}\n", "{}\n{}", "{\n{}", "{}\noops", "{\"a\"\n\n{}", "oops", "\u{FEFF}{}\n\n{}"];
        let expected = json.map(|text| (text, Arrangement::Json)).into_iter();
        for (text, arrangement) in expected.chain(lines.map(|text| (text, Arrangement::Lines))) {
            let bytes = text.as_bytes();
            assert_eq!(form(bytes), (arrangement, Compression::None, bytes.into()), "{text:?}");
            let zstandard = zstd::encode_all(bytes, 0).unwrap();
            assert_eq!(form(&zstandard), (arrangement, Compression::Zstandard, bytes.into()), "{text:?}");
            let mut gzip = flate2::read::GzEncoder::new(bytes, flate2::Compression::fast());
            let mut compressed = Vec::new();
            gzip.read_to_end(&mut compressed).unwrap();
            assert_eq!(form(&compressed), (arrangement, Compression::Gzip, bytes.into()), "{text:?}");
        }
        // One long line says nothing else.
        let long = [b"{\"a\":\"".as_slice(), &vec![b'a'; 2 * BEGINNING]].concat();
        assert_eq!(form(&long), (Arrangement::Lines, Compression::None, long));
    }
}
