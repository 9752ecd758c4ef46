//! Writes records, a line each, in every format, each below a folder: `cargo run -p standpoint-export --example formats --
//! RECORDS.ndjson FOLDER`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example prints and reads a file")]

use std::{error::Error, fs, path::Path};

use standpoint_export::{FORMATS, Records, export};
use standpoint_model::{Dataset, Record};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: formats RECORDS.ndjson FOLDER".into());
    };
    let text = fs::read_to_string(file)?;
    let records = text.lines().map(serde_json::from_str).collect::<Result<Vec<Record>, _>>()?;
    let dataset = Dataset::new(records)?;
    fs::create_dir_all(&folder)?;
    for format in FORMATS {
        // A format without an extension is a folder of files.
        let path = Path::new(&folder).join(format.name).with_extension(format.extension);
        let losses = export(format, Records::of(&dataset), &path)?;
        println!("{}", path.display());
        for (field, lost) in losses.iter() {
            println!("  {field}: {} lost: {}", lost.count, lost.why);
        }
    }
    Ok(())
}
