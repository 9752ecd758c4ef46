//! What the model promises, checked on arbitrary records.

mod agreement;
mod canonical;
mod constructors;
mod crosswalks;
mod dataset;
mod edtf;
mod generation;
mod lexical;
mod negotiation;
mod public;
mod quantity;
mod references;
mod round_trip;
mod schemas;
mod shape;
mod site;
mod united;
mod validator;

use proptest::prelude::ProptestConfig;

/// So many cases, and no file of failures: a failure worth keeping becomes a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
