//! The rules over all that was submitted: one file each, one line each in the table.

mod after_end;
mod alias_of_another;
mod ambiguous_country;
mod bare_event;
mod before_founding;
mod claim_without_holder;
mod claimant_without_part;
mod contradiction;
mod country_mismatch;
mod cycle;
mod dangling_reference;
mod dated_fact;
mod duplicate_fact;
mod duplicate_id;
mod duplicate_source;
mod estimate_without_estimator;
mod event_cycle;
mod forbidden_quote;
mod forbidden_waiver;
mod future_date;
mod illegal_endpoint;
mod impossible_chronology;
mod interest_ranks;
mod islamic_calendar;
mod larger_within_smaller;
mod later_than_source;
mod lifetime;
pub(crate) mod log;
mod long_language_code;
mod misplaced_measure;
mod missing_manifest;
mod mutual_subordination;
mod names;
mod null_island;
mod observation_before_event;
mod one_sided_contradiction;
mod part_above_whole;
mod place_cycle;
mod place_outside_country;
mod placeholder_text;
mod possible_duplicate;
mod premature_standpoint;
mod quote_digest;
pub(crate) mod relation;
pub(crate) mod relations;
mod repeated_alias;
mod repeated_citation;
mod repeated_item;
mod repeated_participant;
mod repeats;
mod retracted_reference;
mod second_manifest;
mod self_contradicting_holder;
mod self_inflicted;
mod self_reference;
mod self_relationship;
mod shared_code;
mod shared_name;
mod span_out_of_bounds;
mod stale_manifest;
mod stated_but_contested;
mod texts;
mod time;
mod uncited_source;
mod undated_strength;
mod unexplained_inference;
mod unexplained_measure;
mod unexplained_retraction;
mod unknown_country_code;
mod unknown_waiver_code;
mod unlinked_contradiction;
mod unlocated_citation;
mod unreferenced_record;
mod untidy_text;

use standpoint_model::Manifest;

use self::relation::{Group, GroupRule, Relation};

use crate::{
    Code,
    report::finding::Finding,
    dataset::view::{Entry, Submission},
};

/// A rule: its code and what finds the offences against it.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) code: Code,
    pub(crate) check: Check,
}

/// What finds the offences against a rule.
///
/// Some rules look at single records and at groups.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// A look at one record by itself.
    Record(fn(&Entry, &mut Vec<Finding>)),
    /// A look at the groups of a [relation](relation::Relation): see [`with_relations`].
    Groups,
    /// A look at the dataset as a whole.
    Dataset(fn(&Submission, &mut Vec<Finding>)),
}

/// Every rule, by name.
pub(crate) static RULES: &[&Rule] = &[
    &after_end::RULE,
    &alias_of_another::RULE,
    &ambiguous_country::RULE,
    &bare_event::RULE,
    &before_founding::RULE,
    &claim_without_holder::RULE,
    &claimant_without_part::RULE,
    &country_mismatch::RULE,
    &dangling_reference::RULE,
    &duplicate_fact::RULE,
    &duplicate_id::RULE,
    &duplicate_source::RULE,
    &estimate_without_estimator::RULE,
    &event_cycle::RULE,
    &forbidden_quote::RULE,
    &forbidden_waiver::RULE,
    &future_date::RULE,
    &illegal_endpoint::RULE,
    &impossible_chronology::RULE,
    &interest_ranks::RULE,
    &islamic_calendar::RULE,
    &larger_within_smaller::RULE,
    &later_than_source::RULE,
    &long_language_code::RULE,
    &misplaced_measure::RULE,
    &missing_manifest::RULE,
    &mutual_subordination::RULE,
    &null_island::RULE,
    &observation_before_event::RULE,
    &one_sided_contradiction::RULE,
    &part_above_whole::RULE,
    &place_cycle::RULE,
    &place_outside_country::RULE,
    &placeholder_text::RULE,
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
    &self_inflicted::RULE,
    &self_reference::RULE,
    &self_relationship::RULE,
    &shared_code::RULE,
    &shared_name::RULE,
    &span_out_of_bounds::RULE,
    &stale_manifest::RULE,
    &stated_but_contested::RULE,
    &uncited_source::RULE,
    &undated_strength::RULE,
    &unexplained_inference::RULE,
    &unexplained_measure::RULE,
    &unexplained_retraction::RULE,
    &unknown_country_code::RULE,
    &unknown_waiver_code::RULE,
    &unlinked_contradiction::RULE,
    &unlocated_citation::RULE,
    &unreferenced_record::RULE,
    &untidy_text::RULE,
];

pub(crate) use placeholder_text::{is_placeholder, may_be_placeholder};
pub(crate) use untidy_text::untidy;

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

/// Gives `$then` the relations, and of each the rules over it. Whatever does something with each of them begins here, so
/// that a relation is one file and one line.
macro_rules! with_relations {
    ($then:ident) => {
        $then! {
            ids: Ids [
                dangling_reference::check, duplicate_id::check, retracted_reference::check, uncited_source::check,
                unreferenced_record::check,
            ];
            contradictions: Contradictions [one_sided_contradiction::check];
            facts: Facts [duplicate_fact::check];
            meetings: Meetings [possible_duplicate::check];
            codes: Codes [shared_code::check];
            copies: Copies [duplicate_source::check];
            names: Names [alias_of_another::check, shared_name::check];
            ranks: Ranks [interest_ranks::check];
            lifetimes: Lifetimes [after_end::check, before_founding::check];
            chronology: Chronology [impossible_chronology::check_event, observation_before_event::check];
            sources: Sources [
                forbidden_quote::check, islamic_calendar::check, later_than_source::check, span_out_of_bounds::check,
                unlocated_citation::check_source,
            ];
            dates: Dates [future_date::check, second_manifest::check, stale_manifest::check];
            endpoints: Endpoints [illegal_endpoint::check];
            ties: Ties [mutual_subordination::check];
            postures: Postures [unlinked_contradiction::check];
            enclosure: Enclosure [larger_within_smaller::check, place_outside_country::check];
            tolls: Tolls [part_above_whole::check];
            chains: Chains [event_cycle::check, place_cycle::check];
        }
    };
}
pub(crate) use with_relations;

/// A relation and the rules over it.
pub(crate) trait Ruled: Relation {
    const RULES: &'static [GroupRule<Self>];
}

macro_rules! ruled {
    ($($name:ident: $relation:ident [$($rule:path),+ $(,)?];)+) => {
        $(impl Ruled for relations::$relation {
            const RULES: &'static [GroupRule<Self>] = &[$($rule),+];
        })+
    };
}
with_relations!(ruled);

/// The manifest, if there is one and no other.
fn the_manifest<'g>(group: &Group<'g>) -> Option<(&'g Entry, &'g Manifest)> {
    let mut manifests = group.distinct::<Manifest>();
    manifests.next().filter(|_| manifests.next().is_none())
}
