//! A filter for comparing EDTF readers: one candidate a line in, and for each
//! `valid<TAB>level<TAB>earliest<TAB>latest` or `invalid` out.

use std::io::{self, BufRead, BufWriter, Write};

use standpoint_model::Edtf;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        match line?.parse::<Edtf>() {
            Ok(edtf) => {
                let (level, earliest, latest) = (edtf.level(), edtf.earliest(), edtf.latest());
                writeln!(out, "valid\t{level}\t{earliest}\t{latest}")?;
            }
            Err(_) => writeln!(out, "invalid")?,
        }
    }
    out.flush()
}
