-- Checks --------------------------------------------------------------------------------------------------------------

-- What is wrong with the records as a map made them: fields and words that the model has not, ids of another form, and ids that
-- are given twice. `standpoint validate` finds this and more; here it can be asked of a part of a map.
CREATE MACRO record_faults() AS TABLE
WITH made AS (SELECT no_nulls(record)::JSON AS record FROM records),
named AS (SELECT record, record ->> '$.kind' AS kind, record ->> '$.id' AS id FROM made),
leaves AS (
    SELECT kind, named.id, atom, ltrim(regexp_replace(fullkey, '^\$|\[\d+\]', '', 'g'), '.') AS path
    FROM named, json_tree(named.record) AS tree WHERE fullkey <> '$')
SELECT DISTINCT id, 'there is no field ' || path AS fault FROM leaves ANTI JOIN model_fields USING (kind, path) UNION ALL
SELECT id, 'there is no ' || field.path FROM named JOIN model_fields AS field USING (kind)
    WHERE required AND json_extract(record, '$.' || path) IS NULL UNION ALL
SELECT DISTINCT id, path || ' is not a word of the model: ' || (atom ->> '$') FROM leaves
    WHERE (kind, path) IN (SELECT (kind, path) FROM model_words)
    AND (kind, path, atom ->> '$') NOT IN (SELECT (kind, path, word) FROM model_words) UNION ALL
SELECT id, 'this is no id of the kind ' || coalesce(kind, 'null') FROM named
    WHERE coalesce(NOT regexp_full_match(id, kind || '/[a-z0-9]+(-[a-z0-9]+)*') OR length(id) > 200, true) UNION ALL
SELECT id, 'the id is given ' || count(*) || ' times' FROM named GROUP BY id HAVING count(*) > 1;
