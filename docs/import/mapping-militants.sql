-- Ties of the Mapping Militants Project, in mapping-militants.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE ties AS SELECT *, row_number() OVER () AS _row, word('mapping-militants/type', type, 'relationship.type') AS _type,
    edtf_of(TRY_CAST(split_part(date, '-', 1) AS INT), TRY_CAST(split_part(date, '-', 2) AS INT), TRY_CAST(split_part(date, '-', 3) AS INT)) AS _date
FROM read_csv('mapping-militants.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('unique_id', 'exact', 'code of the tie'),
    ('type', 'coded', 'coding; the type of the relationship follows from it'),
    ('group1_id, group2_id, group1_name, group2_name', 'exact', 'codes and names of actors; the first is the subject, for the table does not say which way a split or a merger went'),
    ('date', 'exact', 'when: a tie begins and has no end, a split or a merger has its day; a month or a day 00 is not known'),
    ('description', 'coded', 'coding: the description would be in words of your own');
.once /dev/stderr
FROM checked_ledger('ties');
SET VARIABLE coded = ledger_columns('coded');

INSERT INTO records SELECT to_json({kind: 'actor', id: 'actor/mapping-militants-' || key, type: 'armed-group', name: any_value(name ORDER BY _row),
    codes: [code('mapping-militants', key)], basis: says('source/mapping-militants', arg_min(unique_id, _row), ', ' || arg_min(col, _row))})
FROM (SELECT _row, unique_id, trim(group1_id) AS key, trim(group1_name) AS name, 'group1_name' AS col FROM ties UNION ALL SELECT _row, unique_id, trim(group2_id), trim(group2_name), 'group2_name' FROM ties) GROUP BY key;
-- An alliance and a rivalry are postures of both, and two records. The others have one direction.
INSERT INTO records SELECT to_json({kind: 'relationship', id: 'relationship/mapping-militants-' || unique_id || way.suffix, subject: 'actor/mapping-militants-' || trim(way.subject),
    object: 'actor/mapping-militants-' || trim(way.object), type: _type, "when": CASE WHEN _type IN ('split-from', 'merged-into') THEN _date ELSE _date || '/' END,
    codes: CASE way.suffix WHEN '' THEN [code('mapping-militants', unique_id)] END, codings: codings, basis: says('source/mapping-militants', unique_id, '')})
FROM (SELECT *, unnest([{suffix: '', subject: group1_id, object: group2_id}] || CASE WHEN _type IN ('ally', 'rival') THEN [{suffix: '-back', subject: group2_id, object: group1_id}] ELSE [] END) AS way FROM ties)
    LEFT JOIN codings_of('ties', 'mapping-militants') USING (_row);
INSERT INTO records SELECT opening('mapping-militants', 'Mapping Militants Project', 'Stanford University', 'LicenseRef-Mapping-Militants', 'https://mappingmilitants.org/');
SELECT no_nulls(record) FROM records;
