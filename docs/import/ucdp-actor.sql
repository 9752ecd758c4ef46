-- The UCDP Actor Dataset, in ucdp-actor.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE actors AS FROM read_csv('ucdp-actor.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('ActorId, NameData', 'exact', 'code and name of the actor'),
    ('Org', 'exact', 'type of the actor, and a coding'),
    ('NameOrig, NameOrigFull, NameOrigFullEng, NewName, NewNameFullMotherTongue, NewNameFullEng', 'exact', 'aliases: former names where the name has changed'),
    ('DyadId', 'exact', 'conflicts, one for each dyad, in which the actor has a part'),
    ('ActorIdPrev, ActorIdSplitTemp, ActorIdAlliance, ActorIdGroup', 'exact', 'relationships to those actors that have a row; codings'),
    ('GWNOLoc', 'exact', 'relationships operates-in, and places with their codes'),
    ('Location', 'redundant', 'names of GWNOLoc; one of them holds the comma that parts them'),
    ('ConflictId, OSID, OSCoalitionID, NSID, NSCoalitionID, PrimaryParty, Region', 'coded', 'codings of the actor'),
    ('Version', 'exact', 'title of the source'),
    ('NameChange, OSCoalition, NSCoalition, Splinter, SplitTemp, Alliance, JoinGroup', 'redundant', 'whether the columns beside them are filled'),
    ('NamePrev, NameSplitTemp, NameAlliance, GroupName', 'redundant', 'names of actors that are told by their ids');
.once /dev/stderr
FROM checked_ledger('actors');

INSERT INTO records SELECT to_json({kind: 'actor', id: 'actor/ucdp-' || ActorId, type: word('ucdp-actor/Org', Org, 'actor.type'), name: trim(NameData),
    aliases: aliases(trim(NameData), [{text: trim(NameOrig), type: CASE NameChange WHEN '1' THEN 'former' ELSE 'alternative' END},
        {text: trim(NameOrigFull), type: CASE NameChange WHEN '1' THEN 'former' ELSE 'expansion' END}, {text: trim(NameOrigFullEng), type: 'translation'},
        {text: trim(NewName), type: 'alternative'}, {text: trim(NewNameFullMotherTongue), type: 'expansion'}, {text: trim(NewNameFullEng), type: 'translation'}]),
    country: CASE Org WHEN '4' THEN country_named(regexp_replace(NameData, '^Government of (.*?)( \(.*)?$', '\1')) END, codes: [code('ucdp-actor', ActorId)],
    codings: given([coding('ucdp-actor/Org', Org), coding('ucdp-actor/ConflictId', ConflictId), coding('ucdp-actor/PrimaryParty', PrimaryParty), coding('ucdp-actor/OSID', OSID),
        coding('ucdp-actor/OSCoalitionID', OSCoalitionID), coding('ucdp-actor/NSID', NSID), coding('ucdp-actor/NSCoalitionID', NSCoalitionID), coding('ucdp-actor/Region', Region),
        coding('ucdp-actor/ActorIdPrev', ActorIdPrev), coding('ucdp-actor/ActorIdSplitTemp', ActorIdSplitTemp),
        coding('ucdp-actor/ActorIdAlliance', ActorIdAlliance), coding('ucdp-actor/ActorIdGroup', ActorIdGroup)]),
    basis: says('source/ucdp-actor', ActorId, '')}) FROM actors;

-- A tie to an actor that has no row is a coding alone.
INSERT INTO records SELECT DISTINCT ON (subject, object, tie.type) to_json({kind: 'relationship', id: 'relationship/ucdp-' || subject || '-' || tie.type || '-' || object,
    subject: 'actor/ucdp-' || subject, object: 'actor/ucdp-' || object, type: tie.type, description: tie.how, basis: says('source/ucdp-actor', subject, ', ' || tie.col)})
FROM (SELECT ActorId AS subject, tie, unnest(listed(tie.ids, ',')) AS object FROM (SELECT ActorId, unnest([
    {type: 'split-from', ids: ActorIdPrev, col: 'ActorIdPrev', how: NULL},
    {type: 'split-from', ids: ActorIdSplitTemp, col: 'ActorIdSplitTemp', how: 'A split for a time.'},
    {type: 'member-of', ids: ActorIdAlliance, col: 'ActorIdAlliance', how: 'It formed an alliance.'},
    {type: 'merged-into', ids: ActorIdGroup, col: 'ActorIdGroup', how: 'It joined the group.'}]) AS tie FROM actors))
SEMI JOIN actors ON ActorId = object ORDER BY subject, object, tie.type, tie.col;

INSERT INTO records SELECT to_json({kind: 'event', id: 'event/ucdp-dyad-' || dyad, type: 'conflict', title: string_agg(trim(NameData), ' - ' ORDER BY ActorId::INT),
    participants: list({actor: 'actor/ucdp-' || ActorId, role: 'party'} ORDER BY ActorId::INT), codes: [code('ucdp-dyad', dyad)],
    basis: says('source/ucdp-actor', min(ActorId::INT), ', DyadId')}) FROM (SELECT ActorId, NameData, unnest(listed(DyadId, ',')) AS dyad FROM actors) GROUP BY dyad;

CREATE TABLE locations AS SELECT ActorId, unnest(listed(GWNOLoc, ',')) AS gw FROM actors;
INSERT INTO records SELECT to_json({kind: 'place', id: 'place/gw-' || gw, type: 'country', name: label_of('gleditsch-ward/number', gw), country: word('gleditsch-ward/number', gw, 'place.country'),
    codes: [code('gleditsch-ward', gw)], basis: says('source/ucdp-actor', min(ActorId::INT), ', GWNOLoc')}) FROM locations GROUP BY gw;
INSERT INTO records SELECT DISTINCT to_json({kind: 'relationship', id: 'relationship/ucdp-' || ActorId || '-operates-in-gw-' || gw, subject: 'actor/ucdp-' || ActorId,
    object: 'place/gw-' || gw, type: 'operates-in', basis: says('source/ucdp-actor', ActorId, ', GWNOLoc')}) FROM locations;
INSERT INTO records VALUES (to_json({kind: 'dataset', id: 'dataset/ucdp-actor', format: '0.2', title: 'UCDP Actor Dataset', version: '1.0.0', license: 'CC-BY-4.0',
    publisher: 'Uppsala Conflict Data Program', base_iri: 'https://example.org/ucdp-actor/', created: '2026-11-30'}));
INSERT INTO records SELECT to_json({kind: 'source', id: 'source/ucdp-actor', title: 'UCDP Actor Dataset, version ' || any_value(Version),
    publisher: 'Uppsala Conflict Data Program', type: 'dataset', url: 'https://ucdp.uu.se/downloads/'}) FROM actors;
SELECT no_nulls(record) FROM records;
