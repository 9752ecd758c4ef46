//! What is told of records, and in which words: the same in each format that is read by people.
//!
//! A format turns [`Line`]s into its own markup and decides how they stand on its pages. What they say, and in which
//! order, is decided here.

mod line;
mod profile;
mod rows;
mod sign;
mod words;

pub(crate) use self::{
    line::{Line, Piece, amount, citations, claim, figure, interest_aims, position, tie, tie_between},
    profile::{COLUMNS, Ties, by_measure, differing, figures, in_time, lead, remarks, topics},
    rows::{Row, event_rows, rows},
    sign::{Sign, doubts, explanation, is_claim, is_contested, marks, signs},
    words::{actor_name, brief, capitalised, counted, kind, name, title, words},
};
