//! Who may see a record.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who may see a record or a source. Exports for the public leave out whatever is not `public`, and what rests on it alone.
    pub enum Handling {
        /// Anybody. This is what leaving the field out means.
        Public = "public",
        /// Those to whom the makers of the dataset give it, and whom they may give it on to.
        Restricted = "restricted",
        /// The makers of the dataset alone. Better still, keep such records in a dataset of their own.
        Closed = "closed",
    }
    default Public
}
