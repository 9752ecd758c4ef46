//! Writes a folder whole or not at all, and over itself the next time: `cargo run -p standpoint-files --example site -- FOLDER`.
#![allow(clippy::disallowed_methods, reason = "files are written in a folder that nobody sees yet")]

use std::{error::Error, fs, path::PathBuf};

use standpoint_files::{Existing, write_folder};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name a folder")?);
    // A folder that holds more than this writes is somebody else's, and stays.
    write_folder(&folder, Existing::Own("files.txt"), |new| {
        fs::write(new.join("index.html"), "<a href=\"page.html\">A page</a>")?;
        fs::write(new.join("page.html"), "A page.")?;
        fs::write(new.join("files.txt"), "index.html\npage.html\n")
    })?;
    Ok(())
}
