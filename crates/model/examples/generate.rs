//! A stream for comparing readers of the schemas: valid records, then mutated ones, always the same, one a line as
//! `{"types": whether the model accepts the record, "record": the record}`.
//!
//! The two arguments are how many of each.

use std::io::{self, BufWriter, Write};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Value, json};
use standpoint_model::{Record, generate};

fn main() -> io::Result<()> {
    let mut counts = std::env::args().skip(1).map(|argument| argument.parse::<usize>());
    let (Some(Ok(valid)), Some(Ok(mutated)), None) = (counts.next(), counts.next(), counts.next()) else {
        return Err(io::Error::other("usage: generate VALID MUTATED, two numbers"));
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let mut out = BufWriter::new(io::stdout().lock());
    let record = generate::record().prop_map(|record| json!(record));
    write(&mut out, &mut runner, &record, valid)?;
    let spoiled = generate::record().prop_flat_map(|record| generate::mutated(&record));
    write(&mut out, &mut runner, &spoiled, mutated)?;
    out.flush()
}

fn write(
    out: &mut impl Write,
    runner: &mut TestRunner,
    records: &impl Strategy<Value = Value>,
    count: usize,
) -> io::Result<()> {
    for _ in 0..count {
        let record =
            records.new_tree(runner).map_err(|reason| io::Error::other(reason.message().to_owned()))?.current();
        let types = serde_json::from_str::<Record>(&record.to_string()).is_ok();
        writeln!(out, "{}", json!({ "types": types, "record": record }))?;
    }
    Ok(())
}
