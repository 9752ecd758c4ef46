//! The hash by which a text is known.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::SeedableRandomState;

/// The hash by which a text is known.
pub(crate) fn hash_of(hash: &SeedableRandomState, text: &[u8]) -> u64 {
    let mut hasher = hash.build_hasher();
    hasher.write(text);
    hasher.finish()
}

/// The hash by which the path of a field is known: what stands before the first brackets in it, the hash of what stands in
/// them, and what comes after.
pub(crate) fn hash_of_path(hash: &SeedableRandomState, before: &[u8], item: u64, after: &[u8]) -> u64 {
    let mut hasher = hash.build_hasher();
    hasher.write(before);
    hasher.write_u64(item);
    hasher.write(after);
    hasher.finish()
}
