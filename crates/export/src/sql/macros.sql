-- Names ---------------------------------------------------------------------------------------------------------------

CREATE MACRO slug_letters(name) AS trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '-', 'g'), '-');

-- The end of an id: of a name that is long, or has no letter of a to z, with a part of its digest. Never begins or ends with `-`.
CREATE MACRO slug(name) AS CASE WHEN length(slug_letters(name)) BETWEEN 1 AND 80 THEN slug_letters(name)
    ELSE ltrim(rtrim(left(slug_letters(name), 70), '-') || '-' || left(md5(name), 8), '-') END;

-- A number in an id, its sign and point as letters: -12.5 is m12d5.
CREATE MACRO slug_number(number) AS replace(replace(number::VARCHAR, '-', 'm'), '.', 'd');

-- The parts of a text between separators, without blanks around them and without empty ones.
CREATE MACRO listed(words, separator) AS list_filter(
    list_transform(string_split(words, separator), lambda part: trim(part, e' \t\r\n')), lambda part: part <> '');

-- A text with the entities of HTML for marks in sentences written out.
CREATE MACRO html_text(html) AS CASE WHEN contains(html, '&') THEN replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(html, '&#8216;', '‘'), '&#8217;', '’'), '&#8220;', '“'), '&#8221;', '”'), '&#8211;', '–'), '&#8212;', '—'),
    '&#8230;', '…'), '&#039;', ''''), '&quot;', '"'), '&amp;', '&') ELSE html END;

-- A value that stands for one that is not known is none.
CREATE MACRO known(value) AS CASE WHEN trim(value::VARCHAR) NOT IN ('', '-99', '-9', '-88', '.', 'NA', 'n/a', 'NULL', 'Unknown')
    THEN value END;

-- Aliases without those of which there is no text, that are the name itself, or that come again.
CREATE MACRO aliases(main_name, others) AS list_filter(others, lambda other, place: known(other.text) <> main_name
    AND list_position(list_transform(others, lambda each: each.text), other.text) = place);

-- Dates ---------------------------------------------------------------------------------------------------------------

-- One day that is not known, from the first to the last.
CREATE MACRO edtf_between(first_day, last_day) AS CASE WHEN first_day = last_day THEN first_day::VARCHAR
    ELSE '[' || coalesce(first_day::VARCHAR, '') || '..' || coalesce(last_day::VARCHAR, '') || ']' END;

-- All the time from the first day to the last.
CREATE MACRO edtf_through(first_day, last_day) AS CASE WHEN first_day = last_day THEN first_day::VARCHAR
    ELSE coalesce(first_day::VARCHAR, '') || '/' || coalesce(last_day::VARCHAR, '') END;

-- A day that is exact, or stands for its week, month or year.
CREATE MACRO edtf_to(day, precision_of) AS CASE precision_of WHEN 'day' THEN day::VARCHAR WHEN 'week' THEN day::VARCHAR || '~'
    WHEN 'month' THEN left(day::VARCHAR, 7) WHEN 'year' THEN left(day::VARCHAR, 4) END;

-- A year, a month and a day, of which the last ones may be 0 or missing.
CREATE MACRO edtf_of(year_of, month_of, day_of) AS CASE WHEN coalesce(month_of, 0) = 0 THEN format('{:04d}', year_of::INT)
    WHEN coalesce(day_of, 0) = 0 THEN format('{:04d}-{:02d}', year_of::INT, month_of::INT)
    ELSE format('{:04d}-{:02d}-{:02d}', year_of::INT, month_of::INT, day_of::INT) END;

-- Evidence and others' words ------------------------------------------------------------------------------------------

-- The citation of a row of a table, and of columns in it.
CREATE MACRO cite(source_id, row_id, columns_of) AS [{source: source_id, locator: 'row ' || row_id || columns_of}];

-- A basis of which nothing more is to be said than that the row says so.
CREATE MACRO says(source_id, row_id, columns_of) AS {modality: 'stated', evidence: cite(source_id, row_id, columns_of)};

-- A code and a coding; one without a value is left out of the record.
CREATE MACRO code(scheme_of, value_of) AS {scheme: scheme_of, value: nullif(value_of::VARCHAR, '')};
CREATE MACRO coding(scheme_of, value_of) AS {scheme: scheme_of, value: nullif(value_of::VARCHAR, '')};

-- The columns that the ledger says have a fate.
CREATE MACRO ledger_columns(fate_of) AS (SELECT flatten(list(listed(columns, ','))) FROM ledger WHERE fate = fate_of);

-- The codings of each row of a table, by `_row`: what stands in the columns that the variable `coded` lists, but for a value that means
-- none. Set it before: `SET VARIABLE coded = ledger_columns('coded')`. Columns are text; `scheme` is the dataset's short name.
CREATE MACRO codings_of(read_table, dataset, blank := '') AS TABLE
SELECT _row, list({scheme: dataset || '/' || name, value: trim(value, e' \t\r\n')}) AS codings FROM (UNPIVOT (FROM query_table(read_table))
    ON COLUMNS(lambda name: list_contains(getvariable('coded'), name)) INTO NAME name VALUE value) WHERE trim(value, e' \t\r\n') NOT IN ('', blank) GROUP BY _row;

-- Whether numbers can be an estimate. If not, write the best alone, keep the others as codings, and say so in a note.
CREATE MACRO ascends(low, best, high) AS coalesce(low <= best, true) AND coalesce(best <= high, true) AND coalesce(low <= high, true);

-- The word of ours for a code of a scheme, in a field. `crosswalk` has all of them.
CREATE MACRO word(scheme_of, code_of, field_of) AS (SELECT map_from_entries(list((code, word))) FROM (
    SELECT code, any_value(word) AS word FROM crosswalk WHERE scheme = scheme_of AND field = field_of GROUP BY code
    ))[code_of::VARCHAR];

-- The code of a scheme whose label this is: some editions of a table write the one, some the other.
CREATE MACRO code_labelled(scheme_of, label_of_code) AS coalesce((SELECT map_from_entries(list((label, code))) FROM (
    SELECT lower(label) AS label, any_value(code) AS code FROM crosswalk WHERE scheme = scheme_of GROUP BY ALL))[lower(label_of_code)], label_of_code);

-- The word of ours that a code gives to one of several actors: `the source`, `the target`, `side_b` …
CREATE MACRO word_for(whose, scheme_of, code_of, field_of) AS (SELECT map_from_entries(list((code, word))) FROM (
    SELECT code, any_value(word) AS word FROM crosswalk WHERE scheme = scheme_of AND field = field_of AND starts_with(note, 'of ' || whose)
    GROUP BY code))[code_of::VARCHAR];

-- What a code of a scheme is about, in short.
CREATE MACRO label_of(scheme_of, code_of) AS (SELECT map_from_entries(list((code, about))) FROM (
    SELECT code, any_value(label) AS about FROM crosswalk WHERE scheme = scheme_of GROUP BY code))[code_of::VARCHAR];

-- The code of a country by its English name.
CREATE MACRO country_named(name) AS (SELECT map_from_entries(list((slug, country))) FROM (
    SELECT slug, any_value(country) AS country FROM country_names GROUP BY slug))[slug_letters(name)];

-- Records, as they leave ----------------------------------------------------------------------------------------------

-- The manifest of the new dataset, and the source that is the table. Change the manifest before you publish the records.
CREATE MACRO opening(dataset, title_of, publisher_of, license_of, address) AS unnest([
    to_json({kind: 'dataset', id: 'dataset/' || dataset, format: '0.2', title: title_of, version: '0.1.0', license: license_of, publisher: publisher_of,
        base_iri: 'https://example.org/' || dataset || '/', created: current_date::VARCHAR}),
    to_json({kind: 'source', id: 'source/' || dataset, title: title_of, publisher: publisher_of, type: 'dataset', url: address})]);

-- An object whose first field is null, and lists that the step before has emptied.
CREATE MACRO no_first_nulls(record) AS CASE WHEN contains(record, ':null') OR contains(record, ':[]') THEN
    regexp_replace(regexp_replace(record, '\{"[a-z_]+":null,?', '{', 'g'), ',"[a-z_]+":\[\]', '', 'g') ELSE record END;

-- The record without fields that are null or an empty list, and without codes and codings of no value: what is not known is left
-- out. Texts are safe: their quotation marks are escaped, and so no key.
CREATE MACRO no_nulls(record) AS no_first_nulls(CASE WHEN contains(record, ':null') OR contains(record, ':[]') THEN regexp_replace(record,
    ',\{"scheme":"[^"]*","value":null\}|\{"scheme":"[^"]*","value":null\},?|,"[a-z_]+":(?:null|\[\])', '', 'g') ELSE record END);

-- The ledger of a table that was read, a line for each column. Stops where a column has no line, or a line no column. Columns
-- whose names begin with `_` are the map's own.
CREATE MACRO checked_ledger(read_table) AS TABLE
WITH lines AS (SELECT unnest(listed(columns, ',')) AS name, fate, why FROM ledger),
held AS (SELECT column_name AS name, column_index AS place FROM duckdb_columns() WHERE table_name = read_table AND column_name NOT LIKE '\_%' ESCAPE '\'),
faults AS (
    SELECT 'no line of the ledger names the column ' || name AS fault FROM held ANTI JOIN lines USING (name) UNION ALL
    SELECT 'the ledger names the column ' || name || ', which is not there' FROM lines ANTI JOIN held USING (name) UNION ALL
    SELECT 'the ledger names the column ' || name || ' twice' FROM lines GROUP BY name HAVING count(*) > 1 UNION ALL
    SELECT 'the fate of ' || name || ' is none of exact, coded, coarser, redundant, left out: ' || fate FROM lines
        WHERE fate NOT IN ('exact', 'coded', 'coarser', 'redundant', 'left out'))
SELECT name AS "column", CASE WHEN (SELECT count(*) FROM faults) = 0 THEN fate
    ELSE error((SELECT string_agg(fault, '; ') FROM faults)) END AS fate, why
FROM held FULL JOIN lines USING (name) ORDER BY place;
