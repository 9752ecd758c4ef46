//! `standpoint identity`

use std::io::{self, Write};

use standpoint_edit::{Proposal, Proposals, ProposedMember, propose_identities};
use standpoint_model::Record;
use standpoint_validate::printable;

use super::edit;
use crate::{
    arguments::{Identity, ProposalFormat},
    failure::Failure,
    outcome::Outcome,
    summary::counted,
};

/// Prints the records that may be one thing, or writes the question into the dataset.
pub(super) fn run(arguments: &Identity) -> Result<Outcome, Failure> {
    let proposals = propose_identities(&arguments.paths, arguments.at_least)?;
    if arguments.write {
        return edit::write(&proposals.edited, false, "what may be one thing is asked");
    }
    let mut out = io::stdout().lock();
    match arguments.format {
        ProposalFormat::Text => write(&proposals, &mut out)?,
        ProposalFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&proposals.found)?)?,
        ProposalFormat::Ndjson => {
            for identity in proposals.found.iter().filter_map(|proposal| proposal.identity.clone()) {
                writeln!(out, "{}", serde_json::to_string(&Record::from(identity))?)?;
            }
        }
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn write(proposals: &Proposals, out: &mut impl Write) -> io::Result<()> {
    for proposal in &proposals.found {
        let Proposal { members: [one, other], likeness, reasons, doubts, identity, .. } = proposal;
        let tie = if identity.is_some() { "may be" } else { "is perhaps a part of, or has as a part," };
        writeln!(out, "{} {tie} {}", captioned(one), captioned(other))?;
        writeln!(out, "    {likeness:.2}: {}", printable(&reasons.join("; ")))?;
        if !doubts.is_empty() {
            writeln!(out, "    against it: {}", printable(&doubts.join("; ")))?;
        }
    }
    let asked = proposals.found.iter().filter(|proposal| proposal.identity.is_some()).count();
    writeln!(out, "{} may be one thing; {} compared", counted(asked, "pair"), counted(proposals.compared, "pair"))
}

fn captioned(member: &ProposedMember) -> String {
    member
        .name
        .as_ref()
        .map_or_else(|| format!("`{}`", member.id), |name| format!("{} (`{}`)", printable(name.as_str()), member.id))
}
