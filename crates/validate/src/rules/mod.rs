//! The rules over all that was submitted: one file each, one line each in the table.

mod after_end;
mod alias_of_another;
mod before_founding;
mod claim_without_holder;
mod contradiction;
mod country_mismatch;
mod cycle;
mod dangling_reference;
mod dated_fact;
mod duplicate_fact;
mod duplicate_id;
mod duplicate_source;
mod event_cycle;
mod forbidden_quote;
mod forbidden_waiver;
mod future_date;
mod illegal_endpoint;
mod impossible_chronology;
mod interest_ranks;
mod later_than_source;
mod lifetime;
mod missing_manifest;
mod names;
mod observation_before_event;
mod one_sided_contradiction;
mod place_cycle;
mod possible_duplicate;
mod premature_standpoint;
mod quote_digest;
mod repeated_alias;
mod repeated_citation;
mod repeated_item;
mod repeated_participant;
mod repeats;
mod retracted_reference;
mod second_manifest;
mod self_contradicting_holder;
mod self_reference;
mod self_relationship;
mod shared_code;
mod shared_name;
mod span_out_of_bounds;
mod stale_manifest;
mod time;
mod uncited_source;
mod unexplained_inference;
mod unexplained_retraction;
mod unknown_country_code;
mod unknown_waiver_code;
mod unlinked_contradiction;
mod unlocated_citation;
mod unreferenced_record;

use standpoint_model::Entity;

use crate::{
    Code,
    finding::Finding,
    submission::{Entry, Submission},
};

/// A rule: its code and what finds the offences against it.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) code: Code,
    pub(crate) check: Check,
}

/// What finds the offences against a rule.
///
/// Of a large dataset only those records are read as values that may offend. Therefore a rule about single records also
/// has its doubt in `bulk/doubt.rs`, one about several its traces in `bulk/traces.rs`; a test runs every folder of
/// `fixtures/invalid` both ways.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// A look at one record by itself.
    Record(fn(&Entry, &mut Vec<Finding>)),
    /// A look at records together.
    Dataset(fn(&Submission, &mut Vec<Finding>)),
}

/// Every rule, by name.
pub(crate) static RULES: &[&Rule] = &[
    &after_end::RULE,
    &alias_of_another::RULE,
    &before_founding::RULE,
    &claim_without_holder::RULE,
    &country_mismatch::RULE,
    &dangling_reference::RULE,
    &duplicate_fact::RULE,
    &duplicate_id::RULE,
    &duplicate_source::RULE,
    &event_cycle::RULE,
    &forbidden_quote::RULE,
    &forbidden_waiver::RULE,
    &future_date::RULE,
    &illegal_endpoint::RULE,
    &impossible_chronology::RULE,
    &interest_ranks::RULE,
    &later_than_source::RULE,
    &missing_manifest::RULE,
    &observation_before_event::RULE,
    &one_sided_contradiction::RULE,
    &place_cycle::RULE,
    &possible_duplicate::RULE,
    &premature_standpoint::RULE,
    &quote_digest::RULE,
    &repeated_alias::RULE,
    &repeated_citation::RULE,
    &repeated_item::RULE,
    &repeated_participant::RULE,
    &retracted_reference::RULE,
    &second_manifest::RULE,
    &self_contradicting_holder::RULE,
    &self_reference::RULE,
    &self_relationship::RULE,
    &shared_code::RULE,
    &shared_name::RULE,
    &span_out_of_bounds::RULE,
    &stale_manifest::RULE,
    &uncited_source::RULE,
    &unexplained_inference::RULE,
    &unexplained_retraction::RULE,
    &unknown_country_code::RULE,
    &unknown_waiver_code::RULE,
    &unlinked_contradiction::RULE,
    &unlocated_citation::RULE,
    &unreferenced_record::RULE,
];

/// Those of them that no record may waive: which records there are and what their ids name is no matter of judgement, and
/// a waiver does not waive what is wrong with it.
pub(crate) static NOT_WAIVABLE: &[&Rule] = &[
    &dangling_reference::RULE,
    &duplicate_id::RULE,
    &forbidden_waiver::RULE,
    &missing_manifest::RULE,
    &second_manifest::RULE,
    &unknown_waiver_code::RULE,
];

/// Every record of a kind that is not retracted, save those whose id came before, which is a mistake of its own.
fn distinct<E: Entity>(submission: &Submission) -> impl Iterator<Item = (&Entry, &E)> {
    submission
        .of::<E>()
        .filter(|(entry, _)| submission.entry(entry.record.id()).is_some_and(|first| std::ptr::eq(first, *entry)))
}
