-- Gold standard records of PLOVER, in plover.json. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE plover AS SELECT *, 'plover-' || lower(regexp_replace(id, '^PLOVER-', '')) AS _id,
    coalesce(word('plover-gsr/mode', event || '/' || mode, 'event.type'), word('plover-gsr/event', event, 'event.type'), 'other') AS _type,
    TRY_CAST(source AS STRUCT("actorText" VARCHAR, code VARCHAR, sector VARCHAR)[]) AS _source,
    coalesce(TRY_CAST(target AS STRUCT("actorText" VARCHAR, code VARCHAR, sector VARCHAR)[]), []) AS _target
FROM read_json('plover.json', columns = {id: 'VARCHAR', date: 'VARCHAR', source: 'JSON', target: 'JSON', event: 'VARCHAR', mode: 'VARCHAR', context: 'VARCHAR',
    "eventText": 'VARCHAR', text: 'VARCHAR', "textInfo": 'JSON', language: 'VARCHAR', publication: 'VARCHAR', coder: 'VARCHAR', version: 'VARCHAR', "dateCoded": 'VARCHAR',
    comment: 'VARCHAR', "eventLoc": 'STRUCT(name VARCHAR)', size: 'VARCHAR', dead: 'VARCHAR', injured: 'VARCHAR'}) WHERE event <> 'DOCUMENT';
INSERT INTO ledger VALUES
    ('id', 'exact', 'code of the event'),
    ('date', 'coded', 'coding of the event; no when, for 2000-01-01 stands for no date'),
    ('source, target', 'exact', 'actors with their country, participants; codings of the actors, from which their type follows'),
    ('event, mode', 'coded', 'codings of the event; its type follows from them'),
    ('context, eventText, dateCoded', 'coded', 'codings of the event'),
    ('text', 'exact', 'quote of the citation: the file may be quoted'),
    ('language, publication, coder, version', 'exact', 'languages, title and authors of the source'),
    ('eventLoc', 'coarser', 'a place of which only the name is told'),
    ('size, dead, injured', 'exact', 'observations'),
    ('comment', 'exact', 'note of the event'),
    ('textInfo', 'left out', 'the text again, with marks around the words of source, target and eventText');
.once /dev/stderr
FROM checked_ledger('plover');

CREATE TABLE parts AS SELECT *, 'actor/plover-' || slug(concat_ws(' ', code, sector, text)) AS actor, country_named(text) AS named FROM (
    SELECT _id, _type, unnest(list_distinct([{part: 'source', text: trim(x."actorText"), code: x.code, sector: x.sector} FOR x IN _source]
        || [{part: 'target', text: trim(x."actorText"), code: x.code, sector: x.sector} FOR x IN _target]), recursive := true) FROM plover);
INSERT INTO records SELECT to_json({kind: 'actor', id: actor, name: any_value(text), type: CASE WHEN any_value(code) = 'IGO' THEN 'intergovernmental-body' WHEN any_value(code) = 'NGO' THEN 'organisation'
        WHEN any_value(sector) LIKE 'REB%' THEN 'armed-group' WHEN any_value(sector) IN ('MIL', 'COP') THEN 'state-forces' WHEN any_value(sector) = 'GOV' THEN 'government'
        WHEN regexp_matches(any_value(sector), '^(CVL|CIV|REF)') THEN 'population' WHEN any_value(sector) IN ('MED', 'JRN') THEN 'media' WHEN any_value(sector) IS NULL AND any_value(named) IS NOT NULL THEN 'state'
        ELSE 'unexpanded-label' END,
    country: CASE WHEN any_value(code) IN (SELECT country FROM country_names) THEN any_value(code) END,
    codings: [coding('plover-gsr/code', any_value(code)), coding('plover-gsr/sector', any_value(sector))], basis: says('source/plover-gsr', min(_id), '')}) FROM parts GROUP BY actor;
INSERT INTO records SELECT to_json({kind: 'place', id: 'place/plover-' || slug("eventLoc".name), type: CASE WHEN country_named(any_value("eventLoc".name)) IS NULL THEN 'region' ELSE 'country' END, name: any_value("eventLoc".name),
    country: country_named(any_value("eventLoc".name)), basis: says('source/plover-gsr', min(_id), ', eventLoc')}) FROM plover WHERE "eventLoc".name <> '' GROUP BY slug("eventLoc".name);
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/' || _id, type: _type, title: "eventText" || coalesce(' (' || actors || ')', ''),
    places: CASE WHEN "eventLoc".name <> '' THEN [{place: 'place/plover-' || slug("eventLoc".name), role: 'site'}] END, participants: participants, codes: [code('plover-gsr', id)],
    codings: [coding('plover-gsr/event', event), coding('plover-gsr/mode', mode), coding('plover-gsr/context', context), coding('plover-gsr/eventText', "eventText"),
        coding('plover-gsr/date', date), coding('plover-gsr/dateCoded', "dateCoded")],
    basis: {modality: 'stated', evidence: [{source: 'source/plover-gsr', locator: id, quote: text}]}, note: comment})
FROM plover LEFT JOIN (SELECT _id, string_agg(DISTINCT text, ', ' ORDER BY text) AS actors, list_sort(list(DISTINCT {actor: actor, role: CASE WHEN _type IN ('agreement', 'negotiation', 'meeting', 'cooperation', 'clash', 'ceasefire')
    THEN 'party' WHEN part = 'source' THEN 'initiator' ELSE 'target' END})) AS participants FROM parts GROUP BY _id) USING (_id);
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/' || _id || '-' || figure.measure, about: 'event/' || _id, measure: figure.measure,
    value: {best: TRY_CAST(figure.told AS INT), words: CASE WHEN TRY_CAST(figure.told AS INT) IS NULL THEN figure.told END}, basis: says('source/plover-gsr', id, ', ' || figure.col)})
FROM (SELECT _id, id, unnest([{measure: 'participants', told: size, col: 'size'}, {measure: 'killed', told: dead, col: 'dead'}, {measure: 'injured', told: injured, col: 'injured'}]) AS figure FROM plover)
WHERE figure.told NOT IN ('', '0');
INSERT INTO records VALUES (to_json({kind: 'dataset', id: 'dataset/plover-gsr', format: '0.2', title: 'PLOVER gold standard records', version: '1.0.0', license: 'CC-BY-SA-4.0',
    publisher: 'Open Event Data Alliance', base_iri: 'https://example.org/plover/', created: '2026-11-30'}));
INSERT INTO records SELECT to_json({kind: 'source', id: 'source/plover-gsr', title: 'Gold standard records of PLOVER ' || any_value(version) || ', by the ' || any_value(publication), authors: [any_value(coder)],
    type: 'dataset', url: 'https://github.com/openeventdata/PLOVER', languages: list(DISTINCT language), quotable: true}) FROM plover;
SELECT no_nulls(record) FROM records;
