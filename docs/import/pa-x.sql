-- PA-X Peace Agreements Database, version 3, in pa-x.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE pax AS SELECT *, row_number() OVER () AS _row,
    coalesce(TRY_CAST(Dat AS DATE), try_strptime(Dat, ['%d/%m/%Y', '%d-%m-%Y', '%d %B %Y'])::DATE)::VARCHAR AS _when,
    -- The stage says what talks an agreement is for; the document itself is an agreement, unless it stops fire or binds one side alone.
    CASE WHEN word('pa-x/Stage', Stage, 'event.type') = 'ceasefire' THEN 'ceasefire' ELSE coalesce(word('pa-x/Status', Status, 'event.type'), 'agreement') END AS _type
FROM read_csv('pa-x.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('AgtId, UcdpAgr, PamAgr', 'exact', 'codes of the agreement'),
    ('Agt', 'exact', 'title of the agreement'),
    ('Dat', 'exact', 'when of the agreement'),
    ('PP, PPName', 'exact', 'code and title of the process that the agreement is part of'),
    ('Part', 'coarser', 'parties, one for each part of the text between semicolons; a label, for the text names them in its own words'),
    ('ThrdPart', 'coarser', 'associates, in the same way; the text tells who witnessed, mediated or guaranteed'),
    ('Stage, StageSub, Status, Agtp, Contp', 'coded', 'codings of the agreement; its type and outcome follow from the first ones'),
    ('Con, Reg, Ver, Lgt, N_characters, OthAgr, Loc1ISO, Loc2ISO, Loc1GWNO, Loc2GWNO, UcdpCon, CowWar', 'coded', 'codings of the agreement');
-- The columns from GCh to ImSrc say what the text provides for. Each is a coding where it is more than 0.
INSERT INTO ledger SELECT string_agg(column_name, ', '), 'coded', 'coding of the agreement, where it is more than 0' FROM duckdb_columns()
WHERE table_name = 'pax' AND column_index >= (SELECT column_index FROM duckdb_columns() WHERE table_name = 'pax' AND column_name = 'GCh')
    AND regexp_full_match(column_name, '(G|St|Pol|Con|Ele|Civ|Tra|Pub|Pps|Tps|Ter|Eps|Mps|Hr|Eq|Pro|Cp|Ser|Med|Cit|Jus|Dev|NEC|Nat|Int|Bus|Tax|Ban|Cen|La|Wat|Ssr|Ce|Ddr|Cor|Tj|Im).*');
.once /dev/stderr
FROM checked_ledger('pax');
SET VARIABLE coded = ledger_columns('coded');

CREATE TABLE parties AS SELECT *, 'actor/pa-x-' || slug(name) AS actor FROM (
    SELECT _row, AgtId, 'Part' AS col, 'party' AS role, unnest(listed(Part, ';')) AS name FROM pax UNION ALL
    SELECT _row, AgtId, 'ThrdPart', 'associate', unnest(listed(ThrdPart, ';')) FROM pax);
INSERT INTO records SELECT to_json({kind: 'actor', id: actor, type: CASE WHEN any_value(name) LIKE 'Government of %' THEN 'government' ELSE 'unexpanded-label' END, name: any_value(name ORDER BY _row),
    country: country_named(regexp_extract(any_value(name), '^Government of (.*)$', 1)), basis: says('source/pa-x', arg_min(AgtId, _row), ', ' || arg_min(col, _row))}) FROM parties GROUP BY actor;
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/pa-x-process-' || slug(PP), type: 'process', title: any_value(PPName ORDER BY _row), codes: [code('pa-x-process', PP)],
    participants: list_transform(list_distinct(flatten(list(actors))), lambda actor: {actor: actor, role: 'party'}), basis: says('source/pa-x', arg_min(AgtId, _row), ', PP, PPName')})
FROM pax LEFT JOIN (SELECT _row, list(actor ORDER BY actor) AS actors FROM parties WHERE role = 'party' GROUP BY _row) USING (_row) WHERE PP IS NOT NULL GROUP BY PP;
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/pa-x-' || AgtId, type: _type, title: Agt, "when": _when, outcome: word('pa-x/Stage', Stage, 'event.outcome'),
    participants: participants, part_of: 'event/pa-x-process-' || slug(PP), codes: [code('pa-x', AgtId), code('ucdp-agreement', UcdpAgr), code('pam', PamAgr)], codings: codings,
    basis: says('source/pa-x', AgtId, '')})
FROM pax JOIN codings_of('pax', 'pa-x', blank := '0') USING (_row) LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {actor: actor, role: role})) AS participants FROM parties GROUP BY _row) USING (_row);
INSERT INTO records SELECT opening('pa-x', 'PA-X Peace Agreements Database, version 3', 'University of Edinburgh', 'LicenseRef-PA-X', 'https://www.peaceagreements.org/');
SELECT no_nulls(record) FROM records;
