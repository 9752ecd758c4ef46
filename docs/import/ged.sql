-- Events of the UCDP Georeferenced Event Dataset, in ged.csv. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE ged AS SELECT *, id::INT AS _row, hash(country_id, adm_1, adm_2, where_coordinates, latitude, longitude, where_prec) AS _spot,
    CASE event_clarity WHEN '2' THEN edtf_through(date_start, date_end) ELSE edtf_between(date_start, date_end) END AS _when
    FROM read_csv('ged.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('id, conflict_new_id, dyad_new_id, gwnob, country_id', 'exact', 'codes of the event, the conflict, the dyad, the actor, the country'),
    ('side_a_new_id, side_b_new_id', 'exact', 'codes of actors; of a side that is several actors, codings of the dyad'),
    ('side_a, side_b', 'coarser', 'names of actors; a list of names is several actors'),
    ('conflict_name, country, region, adm_1, adm_2, where_coordinates', 'exact', 'titles and names'),
    ('date_start, date_end', 'exact', 'when: all that time if the row sums up several incidents, else one day of it'),
    ('latitude, longitude, where_prec', 'exact', 'location and precision of the place'),
    ('low, best, high', 'exact', 'the toll; if they do not ascend, best, with codings for the others'),
    ('deaths_a, deaths_b, deaths_civilians, deaths_unknown', 'exact', 'parts of the toll, with of or population; a 0 is none'),
    ('source_office, source_date, source_headline', 'exact', 'sources, which the event cites'),
    ('type_of_violence, event_clarity', 'coded', 'codings of the event; its type and extent follow from them'),
    ('date_prec, active_year, number_of_sources, priogrid_gid', 'coded', 'codings of the event'),
    ('source_original', 'coded', 'coding of the event, and a standpoint of each party that it names'),
    ('year, dyad_name, geom_wkt, source_article', 'redundant', 'told by the dates, the sides, the coordinates, the three columns of sources');
.once /dev/stderr
FROM checked_ledger('ged');

-- A dyad tells its conflict and its sides. A list of names is several actors; a name that is a whole side somewhere has its id.
CREATE TABLE dyads AS SELECT dyad_new_id AS dyad, min(_row) AS row, arg_min(COLUMNS(['conflict_new_id', 'conflict_name', 'dyad_name',
    'type_of_violence', 'side_a_new_id', 'side_a', 'side_b_new_id', 'side_b', 'gwnob']), _row) FROM ged GROUP BY dyad_new_id;
CREATE TABLE members AS SELECT *, coalesce(CASE WHEN name = side THEN key END, min(key) FILTER (name = side) OVER (PARTITION BY name)) AS own,
    coalesce('actor/ucdp-' || own, 'actor/ged-' || slug(name)) AS actor, word('ucdp-ged/type_of_violence', kind, 'event.participants.role') AS role
FROM (SELECT dyad, row, 'a' AS of, side_a_new_id AS key, side_a AS side, unnest(listed(side_a, ',')) AS name, NULL AS gw, type_of_violence AS kind FROM dyads
    UNION ALL SELECT dyad, row, 'b', side_b_new_id, side_b, unnest(listed(side_b, ',')), gwnob, type_of_violence FROM dyads);
INSERT INTO records SELECT to_json({kind: 'actor', id: actor, type: CASE WHEN name LIKE 'Government of %' THEN 'government' WHEN name = 'Civilians'
        THEN 'population' ELSE coalesce(max(word('ucdp-ged/type_of_violence', kind, 'actor.type')) FILTER (of = 'a' AND name = side), 'armed-group') END,
    name: name, country: word('gleditsch-ward/number', max(gw), 'place.country'), codes: [code('ucdp-actor', max(own)), code('gleditsch-ward', max(gw))],
    basis: says('source/ucdp-ged', min(row), ', side_' || arg_min(of, row))}) FROM members GROUP BY actor, name;
CREATE TABLE fights AS SELECT dyad, list({actor: actor, role: CASE WHEN of = 'a' AND kind = '3' THEN 'initiator' ELSE role END, side: of} ORDER BY of, actor) AS participants,
    list(actor ORDER BY actor) FILTER (of = 'a') AS of_a, list(actor ORDER BY actor) FILTER (of = 'b') AS of_b FROM members GROUP BY dyad;
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/ucdp-conflict-' || conflict_new_id, type: 'conflict', title: min(conflict_name),
    participants: list_distinct(flatten(list(participants))), codes: [code('ucdp-conflict', conflict_new_id)],
    basis: says('source/ucdp-ged', min(row), ', conflict_name')}) FROM dyads JOIN fights USING (dyad) GROUP BY conflict_new_id;
INSERT INTO records SELECT to_json({kind: 'event', id: 'event/ucdp-dyad-' || dyad, type: 'conflict', title: dyad_name, participants: participants,
    part_of: 'event/ucdp-conflict-' || conflict_new_id, codes: [code('ucdp-dyad', dyad)], codings: [coding('ucdp-ged/type_of_violence', type_of_violence),
        coding('ucdp-ged/side_a_new_id', side_a_new_id), coding('ucdp-ged/side_b_new_id', side_b_new_id)],
    basis: says('source/ucdp-ged', row, ', side_a, side_b')}) FROM dyads JOIN fights USING (dyad);

-- A point that stands for a district, a province or the country is the location of that.
CREATE TABLE spots AS SELECT *, 'place/gw-' || country_id AS country_place, country_place || '-' || slug(adm_1) AS province, province || '-' || slug(adm_2) AS district,
    coalesce(CASE where_prec WHEN '3' THEN district WHEN '4' THEN province WHEN '6' THEN country_place END,
        'place/ged-' || slug(where_coordinates) || '-' || slug_number(latitude) || '-' || slug_number(longitude)) AS place
FROM (SELECT _spot, min(_row) AS row, arg_min(COLUMNS(['region', 'country_id', 'country', 'adm_1', 'adm_2', 'where_coordinates', 'latitude', 'longitude',
    'where_prec']), _row) FROM ged GROUP BY _spot);
CREATE TABLE places AS SELECT country_id, row, unnest([
    {id: place, type: CASE WHEN where_prec = '5' THEN 'region' WHEN regexp_matches(where_coordinates, '(?i)(city|town|village|suburb|camp)$') THEN 'city' ELSE 'site' END,
        name: where_coordinates, within: coalesce(district, province, country_place), col: 'where_coordinates', lat: latitude, lon: longitude, prec: where_prec},
    {id: district, type: 'district', name: adm_2, within: province, col: 'adm_2', lat: NULL, lon: NULL, prec: NULL},
    {id: province, type: 'province', name: adm_1, within: country_place, col: 'adm_1', lat: NULL, lon: NULL, prec: NULL},
    {id: country_place, type: 'country', name: country, within: 'place/' || slug(region), col: 'country', lat: NULL, lon: NULL, prec: NULL},
    {id: 'place/' || slug(region), type: 'region', name: region, within: NULL, col: 'region', lat: NULL, lon: NULL, prec: NULL}], recursive := true) FROM spots;
INSERT INTO records SELECT to_json({kind: 'place', id: id, type: type, name: trim(name), country: CASE WHEN col <> 'region' THEN word('gleditsch-ward/number', country_id, 'place.country') END,
    location: CASE WHEN lat IS NOT NULL THEN {latitude: lat::DOUBLE, longitude: lon::DOUBLE} END, precision: word('ucdp-ged/where_prec', prec, 'place.precision'), within: within,
    codes: CASE type WHEN 'country' THEN [code('gleditsch-ward', country_id)] END, basis: says('source/ucdp-ged', row, ', ' || col)})
FROM (SELECT id, arg_min(COLUMNS(['row', 'type', 'name', 'within', 'col', 'country_id']), (prec IS NOT NULL, row)), arg_min(COLUMNS(['lat', 'lon', 'prec']), row)
    FROM places WHERE id IS NOT NULL GROUP BY id);

-- Three lists that go together. If a headline holds a semicolon of its own, nobody can tell its parts, and the text stays whole.
CREATE TABLE articles AS SELECT _row, office, day, headline, 'source/' || slug(office) || '-' || day || '-' || left(md5(headline), 8) AS source FROM (
    SELECT _row, trim(unnest(offices)) AS office, trim(unnest(string_split(source_date, ';'))) AS day,
        trim(unnest(CASE WHEN len(offices) = len(headlines) THEN headlines ELSE [whole FOR x IN offices] END)) AS headline
    FROM (SELECT _row, source_date, string_split(source_office, ';') AS offices, html_text(source_headline) AS whole, string_split(whole, ';') AS headlines FROM ged));
INSERT INTO records SELECT to_json({kind: 'source', id: source, title: min(headline), publisher: min(office), type: 'news-article', published: min(day)})
FROM articles GROUP BY source;

-- Few events are told by a party. Theirs alone get standpoints, because to look for what is null takes time.
INSERT INTO records SELECT CASE WHEN told IS NULL THEN event ELSE json_merge_patch(event, {basis: {standpoints: told}}) END
FROM (SELECT told, to_json({kind: 'event', id: 'event/ged-' || ged.id, type: word('ucdp-ged/type_of_violence', type_of_violence, 'event.type'),
    title: dyad_name || ': ' || label_of('ucdp-ged/type_of_violence', type_of_violence) || ', ' || trim(where_coordinates), "when": _when,
    extent: CASE event_clarity WHEN '2' THEN 'series' ELSE 'single' END, places: [{place: place, role: 'site'}], participants: participants,
    part_of: 'event/ucdp-dyad-' || dyad_new_id, codes: [code('ucdp-ged', ged.id)], codings: [coding('ucdp-ged/type_of_violence', type_of_violence),
        coding('ucdp-ged/event_clarity', event_clarity), coding('ucdp-ged/date_prec', date_prec), coding('ucdp-ged/active_year', active_year),
        coding('ucdp-ged/number_of_sources', number_of_sources), coding('ucdp-ged/priogrid_gid', priogrid_gid), coding('ucdp-ged/source_original', trim(source_original, e' \n'))],
    basis: {modality: 'reported', evidence: cite('source/ucdp-ged', ged.id, '') || cited}}) AS event
    FROM ged JOIN fights ON dyad = dyad_new_id JOIN (SELECT _spot, place FROM spots) USING (_spot)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {source: source, locator: 'headline'})) AS cited FROM articles GROUP BY _row) USING (_row)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {holder: actor, stance: 'asserts', evidence: cite('source/ucdp-ged', _row, ', source_original')})) AS told
        FROM (SELECT _row, trim(unnest(string_split_regex(source_original, '[;,/]'))) AS name FROM ged) JOIN members USING (name) GROUP BY _row) USING (_row));

-- The toll, and whose dead are part of it. A 0 is no observation: the dead of whom nothing is known may be of that side.
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/ged-' || id || '-killed', about: 'event/ged-' || id, measure: 'killed', value: {low: low::INT, best: best::INT, high: high::INT},
    "when": _when, basis: {modality: 'estimated', evidence: cite('source/ucdp-ged', id, ', low, best, high')}, note: 'The estimate is UCDP''s own.'}) FROM ged WHERE ascends(low::INT, best::INT, high::INT) AND high <> '0';
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/ged-' || id || '-killed', about: 'event/ged-' || id, measure: 'killed', value: {best: best::INT}, "when": _when,
    codings: [coding('ucdp-ged/low', low), coding('ucdp-ged/high', high)], basis: {modality: 'estimated', evidence: cite('source/ucdp-ged', id, ', low, best, high')},
    note: 'The estimate is UCDP''s own. It gives ' || low || ' as low and ' || high || ' as high, which do not ascend with the best. The best is the sum of the parts.'}) FROM ged WHERE NOT ascends(low::INT, best::INT, high::INT);
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/ged-' || id || '-' || side, about: 'event/ged-' || id, of: of, measure: 'killed', value: {best: dead::INT},
    part_of: 'observation/ged-' || id || '-killed', "when": _when, basis: {modality: 'estimated', evidence: cite('source/ucdp-ged', id, ', deaths_' || side)}, note: 'The estimate is UCDP''s own.'})
FROM (SELECT id, _when, unnest([{side: 'a', dead: deaths_a, of: of_a}, {side: 'b', dead: deaths_b, of: of_b}], recursive := true) FROM ged JOIN fights ON dyad = dyad_new_id) WHERE dead <> '0';
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/ged-' || id || '-' || side, about: 'event/ged-' || id, measure: 'killed', value: {best: dead::INT}, population: who,
    part_of: 'observation/ged-' || id || '-killed', "when": _when, basis: {modality: 'estimated', evidence: cite('source/ucdp-ged', id, ', deaths_' || side)}, note: 'The estimate is UCDP''s own.'})
FROM (SELECT id, _when, unnest([{side: 'civilians', dead: deaths_civilians, who: 'civilians'}, {side: 'unknown', dead: deaths_unknown, who: 'persons of unknown affiliation'}], recursive := true) FROM ged)
WHERE dead <> '0';
INSERT INTO records SELECT opening('ucdp-ged', 'UCDP Georeferenced Event Dataset', 'Uppsala Conflict Data Program', 'CC-BY-4.0', 'https://ucdp.uu.se/downloads/');
SELECT no_nulls(record) FROM records;
