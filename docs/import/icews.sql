-- ICEWS coded events, in icews.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE icews AS SELECT *, CASE WHEN _type IN ('agreement', 'negotiation', 'meeting', 'cooperation', 'clash', 'ceasefire') THEN 'party' END AS _role
FROM (SELECT *, event_id::INT AS _row, coalesce(word('cameo/code', cameo_code, 'event.type'), 'other') AS _type FROM read_csv('icews.csv', all_varchar = true));
INSERT INTO ledger VALUES
    ('event_id', 'exact', 'code of the event'),
    ('event_date', 'exact', 'when of the event'),
    ('source_name, target_name', 'exact', 'names of actors, participants'),
    ('source_country, target_country', 'coded', 'codings of the event, and countries of the actors'),
    ('source_sectors, target_sectors', 'coded', 'codings of the event; the type of an actor follows from the first ones told of it'),
    ('cameo_code', 'coded', 'coding of the event; its type and the roles follow from it'),
    ('intensity', 'coded', 'coding of the event'),
    ('story_id, sentence_number, publisher', 'exact', 'source, and the locator in it'),
    ('city, district, province, country', 'exact', 'places, one within the other'),
    ('latitude, longitude', 'exact', 'location of the smallest of these places'),
    ('event_text, year, yearmonth', 'redundant', 'told by the code and the date');
.once /dev/stderr
FROM checked_ledger('icews');
SET VARIABLE coded = ledger_columns('coded');

INSERT INTO records SELECT to_json({kind: 'actor', id: 'actor/icews-' || slug(name), type: CASE WHEN arg_min(sectors, row) IS NULL THEN
        CASE WHEN any_value(name) = any_value(country) THEN 'state' ELSE 'unexpanded-label' END
        WHEN regexp_matches(arg_min(sectors, row), '(Rebel|Insurgent|Separatist|Radicals|Extremist)') THEN 'armed-group'
        WHEN regexp_matches(arg_min(sectors, row), '(Military|Police|Army|Navy|Marines)') THEN 'state-forces'
        WHEN arg_min(sectors, row) LIKE '%Government%' AND any_value(name) LIKE '% (%)' THEN 'government'
        WHEN regexp_matches(arg_min(sectors, row), '(General Population|Civilian|Ethnic|Refugee)') THEN 'population'
        WHEN arg_min(sectors, row) LIKE '%International Government Organization%' THEN 'intergovernmental-body' ELSE 'unexpanded-label' END,
    name: any_value(name ORDER BY row), country: country_named(any_value(country ORDER BY row)), basis: says('source/icews', min(row), ', ' || arg_min(col, row))})
FROM (SELECT _row AS row, source_name AS name, source_country AS country, source_sectors AS sectors, 'source_name' AS col FROM icews
    UNION ALL SELECT _row, target_name, target_country, target_sectors, 'target_name' FROM icews) GROUP BY slug(name);

CREATE TABLE spots AS SELECT _row, latitude, longitude, country, province, district, city, 'place/icews-' || slug(country) AS p_country,
    p_country || '-' || slug(province) AS p_province, coalesce(p_province, p_country) || '-' || slug(district) || '-district' AS p_district,
    coalesce(p_district, p_province, p_country) || '-' || slug(coalesce(city, 'point ' || slug_number(latitude) || ' ' || slug_number(longitude))) AS p_point FROM icews;
INSERT INTO records SELECT to_json({kind: 'place', id: id, type: any_value(type), name: any_value(name ORDER BY row), country: country_named(any_value(country)), within: any_value(within),
    location: CASE WHEN min(lat) IS NOT NULL THEN {latitude: arg_min(lat, row)::DOUBLE, longitude: arg_min(lon, row)::DOUBLE} END, basis: says('source/icews', min(row), ', ' || any_value(col))})
FROM (SELECT _row AS row, country, unnest([
    {id: p_point, type: CASE WHEN city IS NULL THEN 'site' ELSE 'city' END, name: coalesce(city, concat_ws(', ', latitude, longitude)), within: coalesce(p_district, p_province, p_country), lat: latitude, lon: longitude, col: 'city'},
    {id: p_district, type: 'district', name: district, within: coalesce(p_province, p_country), lat: NULL, lon: NULL, col: 'district'},
    {id: p_province, type: 'province', name: province, within: p_country, lat: NULL, lon: NULL, col: 'province'},
    {id: p_country, type: 'country', name: country, within: NULL, lat: NULL, lon: NULL, col: 'country'}], recursive := true) FROM spots) WHERE id IS NOT NULL GROUP BY id;

INSERT INTO records SELECT to_json({kind: 'source', id: 'source/icews-story-' || story_id, title: 'Story ' || story_id || ', ' || any_value(publisher), publisher: any_value(publisher),
    type: 'news-article', codes: [code('icews-story', story_id)]}) FROM icews GROUP BY story_id;
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/icews-' || event_id, type: _type,
    title: trim(source_name) || ' – ' || trim(target_name) || ': ' || coalesce(label_of('cameo/code', cameo_code), event_text), "when": event_date,
    places: CASE WHEN p_point IS NOT NULL THEN [{place: p_point, role: 'site'}] END,
    participants: [{actor: 'actor/icews-' || slug(source_name), role: coalesce(word_for('the source', 'cameo/code', cameo_code, 'event.participants.role'), _role, 'initiator')}]
        || CASE WHEN slug(source_name) <> slug(target_name) THEN
            [{actor: 'actor/icews-' || slug(target_name), role: coalesce(word_for('the target', 'cameo/code', cameo_code, 'event.participants.role'), _role, 'target')}] ELSE [] END,
    codes: [code('icews', event_id)],
    codings: codings, basis: {modality: 'reported', evidence: cite('source/icews', event_id, '') || [{source: 'source/icews-story-' || story_id, locator: 'sentence ' || sentence_number}]}})
FROM icews JOIN spots USING (_row) JOIN codings_of('icews', 'icews') USING (_row);
INSERT INTO records SELECT opening('icews', 'ICEWS Coded Event Data', 'Lockheed Martin', 'CC0-1.0', 'https://dataverse.harvard.edu/dataverse/icews');
SELECT no_nulls(record) FROM records;
