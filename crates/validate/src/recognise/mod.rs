//! The fast path: most records are good, and are recognised in one pass over their bytes without building a value.
//!
//! It may only accept. Whatever it does not recognise at once (an escape in an id, an unusual number, anything wrong)
//! goes to the exact path, so it can be small. What it accepts the schema accepts, because the grammar that it walks is
//! compiled from the model's shapes, as the schemas are made from its types, and what a type knows beyond them it asks of
//! that type.

mod days;
mod grammar;
mod hash;
mod memory;
mod scan;
mod sketch;
mod slot;
mod walk;

pub(crate) use days::Days;
#[cfg(feature = "fuzzing")]
pub(crate) use days::common_date;
pub(crate) use hash::hash_of;
pub(crate) use slot::{Alias, Leaf, Participant, Reference, Sketch, Slot, Standpoint, Supported, ordered};
pub(crate) use walk::Recogniser;
