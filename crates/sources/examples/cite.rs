//! Prints where words stand in a document, as a citation needs it:
//! `cargo run -p standpoint-sources --example cite -- fixtures/example/sources/report.txt "400 to 600 fighters"`.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::{error::Error, path::Path};

use standpoint_sources::{Occurrences, Reading, SourceText, find};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(words)) = (arguments.next(), arguments.next()) else {
        return Err("usage: cite DOCUMENT WORDS".into());
    };
    let document = Reading::default().read(Path::new(&path))?;
    let text = SourceText::new(document.text);
    match find(&text, &words) {
        Occurrences::Once(found) => println!("{}", serde_json::to_string_pretty(&found.span)?),
        Occurrences::Several(places) => {
            println!("the words stand at {} places; name the one that you mean:", places.count());
            for index in 0..places.count() {
                println!("  {}", places.told_apart(index).unwrap_or_default());
            }
        }
        Occurrences::Nowhere(_) => return Err("the words stand nowhere in the text".into()),
    }
    Ok(())
}
