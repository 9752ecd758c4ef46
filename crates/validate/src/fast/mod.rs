//! The fast path: most records are good, and are recognised in one pass over their bytes without building a value.
//!
//! It may only accept. Whatever it does not recognise at once (an escape in an id, an unusual number, anything wrong)
//! goes to the exact path, so it can be small. What it accepts the schema accepts, because the grammar that it walks is
//! compiled from the model's shapes, as the schemas are made from its types, and what a type knows beyond them it asks of
//! that type.

mod grammar;
mod memory;
mod recognise;
mod scan;

pub(crate) use grammar::Role;
#[cfg(feature = "fuzzing")]
pub(crate) use recognise::common_date;
pub(crate) use recognise::{Days, Leaf, Recogniser, hash_of};
pub(crate) use scan::WIDTH;
