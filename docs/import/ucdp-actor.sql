-- The UCDP Actor Dataset, in ucdp-actor.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE actors AS SELECT *, ActorId::INT AS _row FROM read_csv('ucdp-actor.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('ActorId, NameData', 'exact', 'code and name of the actor'),
    ('NameOrig, NameOrigFull, NameOrigFullEng, NewName, NewNameFullMotherTongue, NewNameFullEng', 'exact', 'aliases: former names where the name has changed'),
    ('DyadId', 'exact', 'conflicts, one for each dyad, in which the actor has a part'),
    ('GWNOLoc', 'exact', 'relationships operates-in, and places with their codes'),
    ('Location', 'redundant', 'names of GWNOLoc; one of them holds the comma that parts them'),
    ('Org', 'coded', 'coding of the actor; its type follows from it'),
    ('ActorIdPrev, ActorIdSplitTemp, ActorIdAlliance, ActorIdGroup', 'coded', 'codings, and relationships to those actors that have a row'),
    ('ConflictId, OSID, OSCoalitionID, NSID, NSCoalitionID, PrimaryParty, Region', 'coded', 'codings of the actor'),
    ('Version', 'exact', 'title of the source'),
    ('NameChange, OSCoalition, NSCoalition, Splinter, SplitTemp, Alliance, JoinGroup', 'redundant', 'whether the columns beside them are filled'),
    ('NamePrev, NameSplitTemp, NameAlliance, GroupName', 'redundant', 'names of actors that are told by their ids');
.once /dev/stderr
FROM checked_ledger('actors');
SET VARIABLE coded = ledger_columns('coded');

INSERT INTO records SELECT to_json({kind: 'actor', id: 'actor/ucdp-' || ActorId, type: word('ucdp-actor/Org', Org, 'actor.type'), name: trim(NameData),
    aliases: aliases(trim(NameData), [{text: trim(NameOrig), type: CASE NameChange WHEN '1' THEN 'former' ELSE 'alternative' END},
        {text: trim(NameOrigFull), type: CASE NameChange WHEN '1' THEN 'former' ELSE 'expansion' END}, {text: trim(NameOrigFullEng), type: 'translation'},
        {text: trim(NewName), type: 'alternative'}, {text: trim(NewNameFullMotherTongue), type: 'expansion'}, {text: trim(NewNameFullEng), type: 'translation'}]),
    country: CASE Org WHEN '4' THEN country_named(regexp_replace(NameData, '^Government of (.*?)( \(.*)?$', '\1')) END, codes: [code('ucdp-actor', ActorId)],
    codings: codings, basis: says('source/ucdp-actor', ActorId, '')}) FROM actors LEFT JOIN codings_of('actors', 'ucdp-actor') USING (_row);

-- A tie to an actor that has no row is a coding alone.
INSERT INTO records SELECT DISTINCT ON (subject, object, tie.type) to_json({kind: 'relationship', id: 'relationship/ucdp-' || subject || '-' || tie.type || '-' || object,
    subject: 'actor/ucdp-' || subject, object: 'actor/ucdp-' || object, type: tie.type, description: tie.how, basis: says('source/ucdp-actor', subject, ', ' || tie.col)})
FROM (SELECT ActorId AS subject, tie, unnest(listed(tie.ids, ',')) AS object FROM (SELECT ActorId, unnest([
    {type: 'split-from', ids: ActorIdPrev, col: 'ActorIdPrev', how: NULL},
    {type: 'split-from', ids: ActorIdSplitTemp, col: 'ActorIdSplitTemp', how: 'A split for a time.'},
    {type: 'member-of', ids: ActorIdAlliance, col: 'ActorIdAlliance', how: 'It formed an alliance.'},
    {type: 'merged-into', ids: ActorIdGroup, col: 'ActorIdGroup', how: 'It joined the group.'}]) AS tie FROM actors))
SEMI JOIN actors ON ActorId = object ORDER BY subject, object, tie.type, tie.col;

INSERT INTO records SELECT to_json({kind: 'event', id: 'event/ucdp-dyad-' || dyad, type: 'conflict', title: string_agg(trim(NameData), ' - ' ORDER BY _row),
    participants: list({actor: 'actor/ucdp-' || ActorId, role: 'party'} ORDER BY _row), codes: [code('ucdp-dyad', dyad)],
    basis: says('source/ucdp-actor', min(_row), ', DyadId')}) FROM (SELECT ActorId, _row, NameData, unnest(listed(DyadId, ',')) AS dyad FROM actors) GROUP BY dyad;

CREATE TABLE locations AS SELECT ActorId, _row, unnest(listed(GWNOLoc, ',')) AS gw FROM actors;
INSERT INTO records SELECT to_json({kind: 'place', id: 'place/gw-' || gw, type: 'country', name: coalesce(label_of('gleditsch-ward/number', gw), 'State ' || gw), country: word('gleditsch-ward/number', gw, 'place.country'),
    codes: [code('gleditsch-ward', gw)], basis: says('source/ucdp-actor', min(_row), ', GWNOLoc')}) FROM locations GROUP BY gw;
INSERT INTO records SELECT DISTINCT to_json({kind: 'relationship', id: 'relationship/ucdp-' || ActorId || '-operates-in-gw-' || gw, subject: 'actor/ucdp-' || ActorId,
    object: 'place/gw-' || gw, type: 'operates-in', basis: says('source/ucdp-actor', ActorId, ', GWNOLoc')}) FROM locations;
INSERT INTO records SELECT opening('ucdp-actor', 'UCDP Actor Dataset, version ' || (SELECT any_value(Version) FROM actors), 'Uppsala Conflict Data Program', 'CC-BY-4.0',
    'https://ucdp.uu.se/downloads/');
SELECT no_nulls(record) FROM records;
