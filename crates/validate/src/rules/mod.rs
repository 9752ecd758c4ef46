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
mod enclosure;
mod estimate_without_estimator;
mod event_cycle;
mod forbidden_quote;
mod future_date;
mod illegal_endpoint;
mod impossible_chronology;
mod interest_ranks;
mod islamic_calendar;
mod larger_within_smaller;
mod later_than_source;
mod lifetime;
mod long_language_code;
mod misplaced_measure;
mod missing_manifest;
mod mutual_subordination;
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
mod repeated_alias;
mod repeated_citation;
mod repeated_item;
mod repeated_participant;
mod repeats;
mod retracted_reference;
pub(crate) mod rule;
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
mod unlinked_contradiction;
mod unlocated_citation;
mod unreferenced_record;
mod untidy_text;

pub(crate) use larger_within_smaller::size as place_size;

use self::rule::Rule;

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
    &unlinked_contradiction::RULE,
    &unlocated_citation::RULE,
    &unreferenced_record::RULE,
    &untidy_text::RULE,
];
