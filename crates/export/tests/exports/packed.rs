//! Text that somebody compressed is read as it was before.

use std::{fs, io::Write as _};

use standpoint_export::Format;
use standpoint_model::Dataset;

use crate::sample::{self, export};

fn read(format: &str, bytes: &[u8]) -> Result<Dataset, String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    Format::by_name(format).unwrap().read(file.path()).map_err(|error| error.to_string())
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn text_is_read_whichever_way_it_is_compressed() {
    let dataset = sample::dataset();
    for format in ["jsonld", "nquads", "turtle"] {
        let text = export(format, &dataset);
        let (begin, end) = text.split_at(text.floor_char_boundary(text.len() / 2));
        let packed = [gzip(&text), [gzip(begin), gzip(end)].concat(), zstd::encode_all(text.as_bytes(), 0).unwrap()];
        for bytes in packed {
            assert_eq!(read(format, &bytes).as_ref(), Ok(&dataset), "{format}");
        }
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    let packed = gzip(&export("nquads", &sample::dataset()));
    assert!(read("nquads", &packed[..packed.len() / 2]).is_err());
    // Fewer bytes than tell how it is compressed.
    assert!(read("nquads", &packed[..1]).is_err());
}
