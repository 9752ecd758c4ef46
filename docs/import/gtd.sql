-- Global Terrorism Database, in gtd.csv, with the columns of 2018. Records go to standard output, the ledger to standard error.
.bail on
.mode list
.headers off
.read standpoint.sql
CREATE TABLE gtd AS SELECT *, row_number() OVER () AS _row, edtf_of(iyear::INT, imonth::INT, iday::INT) AS _day,
    CASE WHEN extended = '1' AND coalesce(TRY_CAST(resolution AS DATE), try_strptime(resolution, ['%m/%d/%Y', '%d/%m/%Y'])::DATE) IS NOT NULL AND length(_day) = 10
        THEN edtf_through(_day, coalesce(TRY_CAST(resolution AS DATE), try_strptime(resolution, ['%m/%d/%Y', '%d/%m/%Y'])::DATE)::VARCHAR) ELSE _day END AS _when
FROM read_csv('gtd.csv', all_varchar = true);
INSERT INTO ledger VALUES
    ('eventid', 'exact', 'code of the event'),
    ('iyear, imonth, iday', 'exact', 'when of the event'),
    ('extended, resolution', 'coded', 'codings of the event; when goes on to the day of the resolution'),
    ('country_txt, region_txt, provstate, city', 'exact', 'places, one within the other'),
    ('latitude, longitude', 'exact', 'location of the city'),
    ('country, region', 'redundant', 'numbers of GTD for country_txt and region_txt'),
    ('approxdate, specificity, vicinity, location, crit1, crit2, crit3, doubtterr, multiple, suicide, individual', 'coded', 'codings of the event'),
    ('summary, motive, addnotes', 'coded', 'codings of the event: the description would be in words of your own'),
    ('success', 'coded', 'coding of the event; its outcome follows from it'),
    ('attacktype1, attacktype2, attacktype3', 'coded', 'codings of the event; its type follows from the first'),
    ('targtype1, targsubtype1, targtype2, targsubtype2, targtype3, targsubtype3', 'coded', 'codings of the event; the type of a target that is a party follows from them'),
    ('target1, natlty1_txt, target2, natlty2_txt, target3, natlty3_txt', 'exact', 'targets that are parties, with their country; the others are codings'),
    ('corp1, corp2, corp3', 'coded', 'codings of the event'),
    ('gname, gname2, gname3', 'exact', 'initiators; Unknown is none'),
    ('gsubname, gsubname2, gsubname3, guncertain1, guncertain2, guncertain3, nperpcap', 'coded', 'codings of the event'),
    ('claimed, claim2, claim3', 'exact', 'standpoints that claim responsibility'),
    ('claimmode, claimmode2, claimmode3', 'exact', 'by what channel'),
    ('compclaim', 'coded', 'coding of the event'),
    ('nperps, nkill, nkillus, nkillter, nwound, nwoundus, nwoundte, propvalue, nhostkid, nhostkidus, nhours, ndays, ransomamt, ransompaid, nreleased', 'exact', 'observations; -99 is not known, and a 0 is none'),
    ('ransomamtus, ransompaidus', 'coded', 'codings of the event'),
    ('weaptype1, weapsubtype1, weaptype2, weapsubtype2, weaptype3, weapsubtype3, weaptype4, weapsubtype4, weapdetail', 'coded', 'codings of the event'),
    ('property, propextent, propcomment, ishostkid, divert, kidhijcountry, ransom, ransomnote, hostkidoutcome', 'coded', 'codings of the event'),
    ('alternative, dbsource, INT_LOG, INT_IDEO, INT_MISC, INT_ANY, related', 'coded', 'codings of the event'),
    ('scite1, scite2, scite3', 'exact', 'sources, which the event cites'),
    ('alternative_txt, attacktype1_txt, attacktype2_txt, attacktype3_txt, targtype1_txt, targsubtype1_txt, targtype2_txt, targsubtype2_txt, targtype3_txt, targsubtype3_txt', 'redundant', 'labels of the codes'),
    ('weaptype1_txt, weapsubtype1_txt, weaptype2_txt, weapsubtype2_txt, weaptype3_txt, weapsubtype3_txt, weaptype4_txt, weapsubtype4_txt', 'redundant', 'labels of the codes'),
    ('natlty1, natlty2, natlty3, claimmode_txt, claimmode2_txt, claimmode3_txt, propextent_txt, hostkidoutcome_txt', 'redundant', 'numbers or labels of the columns beside them');
.once /dev/stderr
FROM checked_ledger('gtd');
SET VARIABLE coded = ledger_columns('coded') || ['target1', 'target2', 'target3'];

-- A target is a party only if its sort is one: a bridge is none. It is an actor of this event alone, for GTD gives targets no id.
CREATE TABLE parties AS SELECT *, CASE role WHEN 'initiator' THEN 'actor/gtd-' || slug(name) ELSE 'actor/gtd-' || eventid || '-' || slug(name) END AS actor
FROM (SELECT _row, eventid, unnest([
    {role: 'initiator', col: 'gname', name: gname, type: 'armed-group', land: NULL, claim: claimed, via: claimmode},
    {role: 'initiator', col: 'gname2', name: gname2, type: 'armed-group', land: NULL, claim: claim2, via: claimmode2},
    {role: 'initiator', col: 'gname3', name: gname3, type: 'armed-group', land: NULL, claim: claim3, via: claimmode3},
    {role: 'target', col: 'target1', name: target1, type: word('gtd/targtype1', targtype1, 'actor.type'), land: natlty1_txt, claim: NULL, via: NULL},
    {role: 'target', col: 'target2', name: target2, type: word('gtd/targtype1', targtype2, 'actor.type'), land: natlty2_txt, claim: NULL, via: NULL},
    {role: 'target', col: 'target3', name: target3, type: word('gtd/targtype1', targtype3, 'actor.type'), land: natlty3_txt, claim: NULL, via: NULL}], recursive := true) FROM gtd)
WHERE known(name) IS NOT NULL AND type IS NOT NULL;
INSERT INTO records SELECT to_json({kind: 'actor', id: actor, type: any_value(type ORDER BY _row), name: trim(any_value(name ORDER BY _row)), country: country_named(any_value(land)),
    basis: says('source/gtd', arg_min(eventid, _row), ', ' || arg_min(col, _row))}) FROM parties GROUP BY actor;
CREATE TABLE spots AS SELECT *, 'place/gtd-' || slug(region_txt) AS p_region, 'place/gtd-' || slug(country_txt) AS p_country, p_country || '-' || slug(known(provstate)) || '-province' AS p_province,
    coalesce(p_province, p_country) || '-' || slug(known(city)) AS p_city FROM gtd;
INSERT INTO records SELECT to_json({kind: 'place', id: id, type: any_value(type), name: trim(any_value(name ORDER BY _row)), country: CASE WHEN any_value(col) <> 'region_txt' THEN country_named(any_value(country_txt)) END,
    location: CASE WHEN arg_min(lat, _row) IS NOT NULL AND arg_min(lon, _row) IS NOT NULL THEN {latitude: arg_min(lat, _row)::DOUBLE, longitude: arg_min(lon, _row)::DOUBLE} END, within: any_value(within),
    basis: says('source/gtd', arg_min(eventid, _row), ', ' || any_value(col))})
FROM (SELECT _row, eventid, country_txt, unnest([
    {id: p_city, type: 'city', name: city, within: coalesce(p_province, p_country), col: 'city', lat: latitude, lon: longitude},
    {id: p_province, type: 'province', name: provstate, within: p_country, col: 'provstate', lat: NULL, lon: NULL},
    {id: p_country, type: 'country', name: country_txt, within: p_region, col: 'country_txt', lat: NULL, lon: NULL},
    {id: p_region, type: 'region', name: region_txt, within: NULL, col: 'region_txt', lat: NULL, lon: NULL}], recursive := true) FROM spots) WHERE id IS NOT NULL GROUP BY id;
CREATE TABLE told AS SELECT _row, trim(unnest([scite1, scite2, scite3])) AS name, 'source/gtd-' || slug(name) AS source FROM gtd;
INSERT INTO records SELECT to_json({kind: 'source', id: source, title: any_value(name), type: 'other'}) FROM told WHERE name <> '' GROUP BY source;

INSERT INTO records SELECT to_json({kind: 'event', id: 'event/gtd-' || eventid, type: coalesce(word('gtd/attacktype1', attacktype1, 'event.type'), 'attack'),
    title: coalesce(upper(label_of('gtd/attacktype1', attacktype1)[1]) || label_of('gtd/attacktype1', attacktype1)[2:], 'Attack') || ', ' || coalesce(known(city), known(provstate), country_txt), "when": _when,
    outcome: CASE success WHEN '0' THEN 'failed' END, places: [{place: coalesce(p_city, p_province, p_country), role: 'site'}], participants: participants, codes: [code('gtd', eventid)], codings: codings,
    basis: {modality: 'reported', evidence: cite('source/gtd', eventid, '') || coalesce(sources, []), standpoints: claims}, note: 'GTD names its sources, and nobody whose word it is.'})
FROM gtd JOIN (SELECT _row, p_city, p_province, p_country FROM spots) USING (_row) JOIN codings_of('gtd', 'gtd', blank := '-9') USING (_row)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {source: source, locator: 'not given'})) AS sources FROM told WHERE name <> '' GROUP BY _row) USING (_row)
    LEFT JOIN (SELECT _row, list_sort(list(DISTINCT {actor: actor, role: role})) AS participants,
        list({holder: actor, stance: 'claims-responsibility', via: word('gtd/claimmode', via, 'standpoints.via'), evidence: cite('source/gtd', eventid, ', claimed')}) FILTER (claim = '1') AS claims
        FROM parties GROUP BY _row) USING (_row);
INSERT INTO records SELECT to_json({kind: 'observation', id: 'observation/gtd-' || eventid || '-' || col, about: 'event/gtd-' || eventid, measure: measure, unit: unit, value: {best: TRY_CAST(told AS DOUBLE)},
    part_of: 'observation/gtd-' || eventid || '-' || whole, population: who, "when": _when, basis: {modality: 'reported', evidence: cite('source/gtd', eventid, ', ' || col)}, note: 'GTD names its sources, and nobody whose word it is.'})
FROM (SELECT eventid, _when, unnest([
    {col: 'nkill', told: nkill, measure: 'killed', unit: NULL, whole: NULL, who: NULL},
    {col: 'nkillus', told: nkillus, measure: 'killed', unit: NULL, whole: CASE WHEN nkill::DOUBLE > 0 THEN 'nkill' END, who: 'citizens of the United States'},
    {col: 'nkillter', told: nkillter, measure: 'killed', unit: NULL, whole: CASE WHEN nkill::DOUBLE > 0 THEN 'nkill' END, who: 'attackers'},
    {col: 'nwound', told: nwound, measure: 'injured', unit: NULL, whole: NULL, who: NULL},
    {col: 'nwoundus', told: nwoundus, measure: 'injured', unit: NULL, whole: CASE WHEN nwound::DOUBLE > 0 THEN 'nwound' END, who: 'citizens of the United States'},
    {col: 'nwoundte', told: nwoundte, measure: 'injured', unit: NULL, whole: CASE WHEN nwound::DOUBLE > 0 THEN 'nwound' END, who: 'attackers'},
    {col: 'nperps', told: nperps, measure: 'participants', unit: NULL, whole: NULL, who: 'attackers'},
    {col: 'nhostkid', told: nhostkid, measure: 'abducted', unit: NULL, whole: NULL, who: NULL},
    {col: 'nhostkidus', told: nhostkidus, measure: 'abducted', unit: NULL, whole: CASE WHEN nhostkid::DOUBLE > 0 THEN 'nhostkid' END, who: 'citizens of the United States'},
    {col: 'nreleased', told: nreleased, measure: 'released', unit: NULL, whole: NULL, who: 'hostages who were released, escaped or were rescued'},
    {col: 'nhours', told: nhours, measure: 'duration', unit: 'h', whole: NULL, who: 'the holding of hostages'},
    {col: 'ndays', told: ndays, measure: 'duration', unit: 'd', whole: NULL, who: 'the holding of hostages'},
    {col: 'propvalue', told: propvalue, measure: 'damage', unit: 'USD', whole: NULL, who: NULL},
    {col: 'ransomamt', told: ransomamt, measure: 'ransom', unit: 'USD', whole: NULL, who: 'asked'},
    {col: 'ransompaid', told: ransompaid, measure: 'ransom', unit: 'USD', whole: NULL, who: 'paid'}], recursive := true) FROM gtd) WHERE TRY_CAST(told AS DOUBLE) > 0;
INSERT INTO records SELECT opening('gtd', 'Global Terrorism Database', 'START, University of Maryland', 'LicenseRef-GTD', 'https://www.start.umd.edu/gtd/');
SELECT no_nulls(record) FROM records;
