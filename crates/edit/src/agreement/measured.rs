//! Which records of two coders align, and how far they agree on these.

use schemars::JsonSchema;
use serde::Serialize;
use standpoint_model::Record;

use super::{
    align::Alignment,
    alpha::Alpha,
    coder::Coder,
    place::{CitedPlace, first_shared},
    variable::Variable,
};

/// How far two coders agree on a variable.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Measured {
    /// The variable. All but the kind are measured of pairs of one kind.
    pub variable: Variable,
    /// The measure. Its units are the pairs of records that have the variable.
    pub alpha: Alpha,
}

/// How many records align.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AlignedRecords {
    /// How many records of A rest on evidence and are not withdrawn.
    pub a: usize,
    /// How many of B.
    pub b: usize,
    /// How many pairs they make.
    pub pairs: usize,
    /// The share of the records of both that are in a pair. Left out, if there are no records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// Two records that are taken for one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AlignedPair {
    /// The id of the record of A.
    pub a: String,
    /// The id of the record of B.
    pub b: String,
    /// The first place that both cite. Left out for a party or a place that is one by its name alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<CitedPlace>,
    /// What is measured of the two.
    pub values: Vec<PairValues>,
}

/// A variable of two records.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PairValues {
    /// The variable.
    pub variable: Variable,
    /// Its value in A.
    pub a: String,
    /// Its value in B.
    pub b: String,
}

pub(super) fn aligned_pairs(a: &Coder, b: &Coder, alignment: &Alignment) -> Vec<AlignedPair> {
    let pair = |&[one, other]: &[usize; 2]| AlignedPair {
        a: a.records[one].id().into(),
        b: b.records[other].id().into(),
        place: first_shared(&a.cited[one], &b.cited[other]).map(super::place::Cited::place),
        values: values(&a.records[one], &b.records[other]),
    };
    alignment.pairs.iter().map(pair).collect()
}

fn values(one: &Record, other: &Record) -> Vec<PairValues> {
    let is_of_one_kind = one.kind() == other.kind();
    let variables = Variable::ALL.into_iter().filter(|variable| *variable == Variable::Kind || is_of_one_kind);
    let value = |variable: Variable| Some(PairValues { variable, a: variable.value(one)?, b: variable.value(other)? });
    variables.filter_map(value).collect()
}

pub(super) fn measured(pairs: &[AlignedPair]) -> Vec<Measured> {
    let of = |variable: Variable| {
        let values = pairs.iter().flat_map(|pair| &pair.values).filter(|values| values.variable == variable);
        Measured { variable, alpha: Alpha::of(values.map(|values| [values.a.as_str(), values.b.as_str()])) }
    };
    Variable::ALL.map(of).to_vec()
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many records")]
pub(super) fn aligned_records(a: &Coder, b: &Coder, alignment: &Alignment) -> AlignedRecords {
    let (a, b, pairs) = (a.compared().count(), b.compared().count(), alignment.pairs.len());
    let share = (a + b > 0).then(|| 2.0 * pairs as f64 / (a + b) as f64);
    AlignedRecords { a, b, pairs, share }
}
