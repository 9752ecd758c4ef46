-- ACLED, in acled.csv, with the columns of 2022. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE acled AS SELECT *, row_number() OVER () AS _row, slug(event_id_cnty) AS _id,
    edtf_to(coalesce(TRY_CAST(event_date AS DATE), try_strptime(event_date, ['%d %B %Y', '%d-%B-%Y', '%d/%m/%Y'])::DATE),
        CASE time_precision WHEN '1' THEN 'day' WHEN '2' THEN 'week' WHEN '3' THEN 'month' END) AS _when,
    -- A protest or a riot stays one, also where force is used against it. The sub-event tells more of anything else.
    coalesce(CASE WHEN event_type IN ('Protests', 'Riots') THEN word('acled/event_type', event_type, 'event.type') END,
        word('acled/sub_event_type', sub_event_type, 'event.type'), word('acled/event_type', event_type, 'event.type'), 'other') AS _type
FROM read_csv('acled.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('event_id_cnty', 'exact', 'code of the event'),
    ('event_date', 'exact', 'when of the event, as exact as time_precision says'),
    ('event_type, sub_event_type', 'coded', 'codings of the event; its type follows from them'),
    ('time_precision, disorder_type, interaction, civilian_targeting, source_scale, tags, timestamp', 'coded', 'codings of the event'),
    ('notes', 'coded', 'coding of the event: the description would be in words of your own'),
    ('actor1, actor2, assoc_actor_1, assoc_actor_2', 'exact', 'participants, and names of actors; who has no name is an actor of this event alone'),
    ('inter1, inter2', 'coded', 'codings of the event; the type of actor1 and actor2 follows from them'),
    ('region, country, admin1, admin2, admin3, location', 'exact', 'places, one within the other'),
    ('iso', 'exact', 'code of the country'),
    ('latitude, longitude, geo_precision', 'exact', 'location and precision of the place'),
    ('source', 'exact', 'sources, which the event cites'),
    ('fatalities', 'exact', 'an observation of the dead; a 0 is none, for it may be that nobody reported any'),
    ('year', 'redundant', 'told by event_date');
.once /dev/stderr
FROM checked_ledger('acled');
SET VARIABLE coded = ledger_columns('coded');

CREATE TABLE parties AS SELECT *, coalesce(kind_of, 'unexpanded-label') AS type,
    'actor/acled-' || CASE WHEN kind_of IN ('unarmed-group', 'population') THEN _id || '-' ELSE '' END || slug(name) AS actor
FROM (SELECT _row, _id, event_id_cnty, side, col, role, word('acled/inter1', code_labelled('acled/inter1', inter), 'actor.type') AS kind_of, unnest(listed(names, ';')) AS name
    FROM (SELECT _row, _id, event_id_cnty, unnest([
        {side: 'a', col: 'actor1', names: actor1, inter: inter1, role: CASE WHEN _type = 'clash' THEN 'party' ELSE 'initiator' END},
        {side: 'b', col: 'actor2', names: actor2, inter: inter2, role: coalesce(word('acled/sub_event_type', sub_event_type, 'event.participants.role'),
            CASE WHEN _type IN ('attack', 'bombardment', 'abduction', 'detention', 'sexual-violence') THEN 'target' ELSE 'party' END)},
        {side: 'a', col: 'assoc_actor_1', names: assoc_actor_1, inter: NULL, role: 'associate'},
        {side: 'b', col: 'assoc_actor_2', names: assoc_actor_2, inter: NULL, role: 'associate'}], recursive := true) FROM acled));
INSERT INTO records SELECT to_json({kind: 'actor', id: actor, type: coalesce(any_value(kind_of), 'unexpanded-label'), name: any_value(name ORDER BY _row),
    country: country_named(regexp_extract(any_value(name), '\(([^()]*)\)$', 1)), basis: says('source/acled', arg_min(event_id_cnty, _row), ', ' || arg_min(col, _row))}) FROM parties GROUP BY actor;
CREATE TABLE spots AS SELECT *, 'place/acled-' || slug(region) AS p_region, 'place/acled-' || slug(country) AS p_country, p_country || '-' || slug(admin1) AS p_1, p_1 || '-' || slug(admin2) AS p_2,
    p_2 || '-' || slug(admin3) AS p_3, coalesce(p_3, p_2, p_1, p_country) || '-' || slug(location) || '-' || slug_number(latitude) || '-' || slug_number(longitude) AS place FROM acled;
INSERT INTO records SELECT to_json({kind: 'place', id: id, type: any_value(type), name: any_value(name ORDER BY _row), country: CASE WHEN any_value(col) <> 'region' THEN country_named(any_value(country)) END,
    location: CASE WHEN min(lat) IS NOT NULL THEN {latitude: arg_min(lat, _row)::DOUBLE, longitude: arg_min(lon, _row)::DOUBLE} END,
    precision: word('acled/geo_precision', arg_min(prec, _row), 'place.precision'), within: any_value(within),
    codes: CASE WHEN any_value(code) IS NOT NULL THEN [code('iso-3166-numeric', any_value(code))] END, basis: says('source/acled', arg_min(event_id_cnty, _row), ', ' || any_value(col))})
FROM (SELECT _row, event_id_cnty, country, unnest([
    {id: place, type: 'city', name: location, within: coalesce(p_3, p_2, p_1, p_country), col: 'location', lat: latitude, lon: longitude, prec: geo_precision, code: NULL},
    {id: p_3, type: 'district', name: admin3, within: p_2, col: 'admin3', lat: NULL, lon: NULL, prec: NULL, code: NULL},
    {id: p_2, type: 'district', name: admin2, within: p_1, col: 'admin2', lat: NULL, lon: NULL, prec: NULL, code: NULL},
    {id: p_1, type: 'province', name: admin1, within: p_country, col: 'admin1', lat: NULL, lon: NULL, prec: NULL, code: NULL},
    {id: p_country, type: 'country', name: country, within: p_region, col: 'country', lat: NULL, lon: NULL, prec: NULL, code: iso},
    {id: p_region, type: 'region', name: region, within: NULL, col: 'region', lat: NULL, lon: NULL, prec: NULL, code: NULL}], recursive := true) FROM spots) WHERE id IS NOT NULL GROUP BY id;
CREATE TABLE told AS SELECT _row, unnest(listed(source, ';')) AS name FROM acled;
INSERT INTO records SELECT to_json({kind: 'source', id: 'source/acled-' || slug(name), title: any_value(name), type: 'news-article', note: 'ACLED names the publisher and no report.'}) FROM told GROUP BY slug(name);

INSERT INTO records SELECT to_json({kind: 'event', id: 'event/acled-' || _id, type: _type, title: coalesce(sub_event_type, event_type) || ', ' || location, "when": _when,
    places: [{place: place, role: 'site'}], participants: participants, codes: [code('acled', event_id_cnty)], codings: codings,
    basis: {modality: 'reported', evidence: cite('source/acled', event_id_cnty, '') || sources}, note: 'ACLED names its sources, and nobody whose word it is.'})
FROM acled JOIN (SELECT _row, place FROM spots) USING (_row) JOIN codings_of('acled', 'acled') USING (_row)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {source: 'source/acled-' || slug(name), locator: 'not given'})) AS sources FROM told GROUP BY _row) USING (_row)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {actor: actor, role: role, side: side})) AS participants FROM parties GROUP BY _row) USING (_row);
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/acled-' || _id || '-killed', about: 'event/acled-' || _id, measure: 'killed', value: {best: fatalities::INT}, "when": _when,
    basis: {modality: 'reported', evidence: cite('source/acled', event_id_cnty, ', fatalities')}, note: 'ACLED names its sources, and nobody whose word it is.'}) FROM acled WHERE fatalities::INT > 0;
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/acled-' || _id || '-crowd', about: 'event/acled-' || _id, measure: 'participants', "when": _when,
    value: {best: TRY_CAST(regexp_extract(crowd, '\d[\d,]*') .replace(',', '') AS INT), approximate: CASE WHEN regexp_matches(crowd, '(about|around|some)') AND regexp_matches(crowd, '\d') THEN true END, words: CASE WHEN NOT regexp_matches(crowd, '\d') THEN crowd END},
    basis: {modality: 'reported', evidence: cite('source/acled', event_id_cnty, ', tags')}, note: 'ACLED names its sources, and nobody whose word it is.'})
FROM (SELECT *, trim(regexp_extract(tags, 'crowd size=([^;]*)', 1)) AS crowd FROM acled) WHERE crowd NOT IN ('', 'no report');
INSERT INTO records SELECT opening('acled', 'Armed Conflict Location and Event Data', 'ACLED', 'LicenseRef-ACLED', 'https://acleddata.com/');
SELECT no_nulls(record) FROM records;
