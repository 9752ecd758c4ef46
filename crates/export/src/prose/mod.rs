//! What is told of records, and in which words: the same in each format that is read by people.
//!
//! A format turns [`Line`]s into its own markup and decides how they stand on its pages. What they say, and in which
//! order, is decided here.

mod condition;
mod figure;
mod line;
mod name;
mod position;
mod profile;
mod related;
mod rows;
mod sign;
mod standpoint;
mod tie;
mod words;

pub(crate) use self::{
    condition::conditions,
    figure::{amount, figure, value},
    line::{Line, Piece, citations, claim, interest_aims},
    name::{SHORT, announced, name, name_of, plain_with_signs, quotation_marks, short_name},
    position::{
        OWN_POSITIONS, is_provision, position, position_details, positions_in, positions_of, positions_on, provision,
    },
    profile::{by_measure, differing, event_date, figures, in_time, lead, remarks, topics},
    related::{identities, joint, related},
    rows::{Row, event_rows, language, rows, shared_rows},
    sign::{Sign, doubted, doubts, explanation, is_claim, is_contested, marks, signs},
    standpoint::{read_in, reading, standpoint, tensions},
    tie::{COLUMNS, TABLE, Ties, doubted_ties, entry, others_of, standing, tie, tie_described},
    words::{brief, capitalised, counted, kind, natural, title, words},
};
