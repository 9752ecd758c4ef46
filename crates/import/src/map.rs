//! The places of a map as a table: what a geographic information system says of where they are.

use std::path::Path;

use serde_json::Value;

use crate::{TablesError, cell::Content, sheet::Sheet};

/// The columns, as the tables of records call them.
const HEADER: [&str; 3] = ["id", "location_longitude", "location_latitude"];

/// The furthest that a coordinate moves, in degrees, where a program keeps seven digits of it, as GDAL does by default.
const ROUNDED: f64 = 0.5e-7;

/// The places of a `FeatureCollection` of `GeoJSON`, a row each. Events are where their places are, and have none.
pub(crate) fn places(path: &Path, bytes: &[u8]) -> Result<Sheet, TablesError> {
    let malformed = |message: String| TablesError::Map { path: path.into(), message };
    let map: Value = serde_json::from_slice(bytes).map_err(|error| malformed(error.to_string()))?;
    let Some(features) = map["features"].as_array() else {
        return Err(malformed("it is no `FeatureCollection`".into()));
    };
    let mut sheet = Sheet::new("place");
    let header = HEADER.map(|name| Content::Text(name.into()));
    let places = features.iter().enumerate().filter(|(_, feature)| is_place(feature));
    for (at, feature) in places {
        let cells =
            row(feature).ok_or_else(|| malformed(format!("the place of feature {} is not one point", at + 1)))?;
        // The header comes first.
        add(&mut sheet, at + 1, cells);
    }
    add(&mut sheet, 0, header.map(Some));
    Ok(sheet)
}

/// Whether a feature is a place, as whatever somebody drew is.
fn is_place(feature: &Value) -> bool {
    feature["properties"]["kind"].as_str().is_none_or(|kind| kind == "place")
}

/// The cells of a place: its id, and where it is unless that is where its record has it.
fn row(feature: &Value) -> Option<[Option<Content>; 3]> {
    let point = point(&feature["geometry"])?;
    let record = record(&feature["properties"]["record"]);
    // GDAL keeps the id of a feature among its properties.
    let id = [&feature["id"], &feature["properties"]["id"], &record["id"]].into_iter().find_map(Value::as_str);
    let known = ["longitude", "latitude"].map(|name| record["location"][name].as_f64());
    let is_moved = |(new, old): (&f64, Option<f64>)| old.is_none_or(|old| (new - old).abs() > ROUNDED);
    let [longitude, latitude] = match point[..] {
        [east, north] if point.iter().zip(known).any(is_moved) => {
            [east, north].map(|degrees| Some(Content::Number(degrees)))
        }
        _ => [None, None],
    };
    Some([id.map(|id| Content::Text(id.into())), longitude, latitude])
}

/// The two coordinates of a geometry that is one point; none, if there is no geometry.
fn point(geometry: &Value) -> Option<Vec<f64>> {
    let coordinates = &geometry["coordinates"];
    let point = match geometry["type"].as_str() {
        None if geometry.is_null() => return Some(Vec::new()),
        Some("Point") => coordinates,
        Some("MultiPoint") => match coordinates.as_array()?.as_slice() {
            [point] => point,
            _ => return None,
        },
        _ => return None,
    };
    Some(vec![point[0].as_f64()?, point[1].as_f64()?])
}

/// The record that a feature holds, which some programs write as the text of its JSON.
fn record(written: &Value) -> Value {
    let text = written.as_str().and_then(|text| serde_json::from_str(text).ok());
    text.unwrap_or_else(|| written.clone())
}

fn add(sheet: &mut Sheet, row: usize, cells: [Option<Content>; 3]) {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    for (column, content) in (0..).zip(cells) {
        if let Some(content) = content {
            sheet.add((row, column), content);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(features: &Value) -> Result<Vec<[Option<Content>; 3]>, TablesError> {
        let map = json!({ "type": "FeatureCollection", "features": features });
        let (table, _, _) =
            places(Path::new("map.geojson"), map.to_string().as_bytes())?.into_table(Path::new("map.geojson"), 0);
        let cell = |row: &crate::table::Row, column| row.cell(column).map(|cell| cell.content.clone());
        Ok(table.rows.iter().map(|row| [0, 1, 2].map(|column| cell(row, column))).collect())
    }

    fn place(id: &str, geometry: &Value, location: &Value) -> Value {
        let record = json!({ "kind": "place", "id": id, "location": location });
        json!({ "type": "Feature", "geometry": geometry, "properties": { "kind": "place", "record": record } })
    }

    #[test]
    fn a_place_is_where_its_point_is_unless_its_record_has_it_there() {
        let text = |text: &str| Some(Content::Text(text.into()));
        let number = |number| Some(Content::Number(number));
        let bridge = json!({ "longitude": 69.212_345_67, "latitude": -0.5 });
        let point = json!({ "type": "Point", "coordinates": [69.212_345_7, -0.5] });
        let moved = json!({ "type": "MultiPoint", "coordinates": [[69.25, -0.5]] });
        let rows = read(&json!([
            place("place/new", &point, &Value::Null),
            place("place/rounded", &point, &bridge),
            place("place/moved", &moved, &bridge),
            place("place/nowhere", &Value::Null, &bridge),
            { "type": "Feature", "geometry": point, "properties": { "kind": "event", "id": "event/march" } },
            { "type": "Feature", "geometry": moved, "properties": { "id": "place/drawn" } },
        ]));
        assert_eq!(
            rows.unwrap(),
            [
                [text("place/new"), number(69.212_345_7), number(-0.5)],
                [text("place/rounded"), None, None],
                [text("place/moved"), number(69.25), number(-0.5)],
                [text("place/nowhere"), None, None],
                [text("place/drawn"), number(69.25), number(-0.5)],
            ]
        );
    }

    #[test]
    fn a_record_may_be_the_text_of_its_json() {
        let record = json!({ "id": "place/bridge", "location": { "longitude": 1.0, "latitude": 2.0 } }).to_string();
        let at = |east: f64| {
            let geometry = json!({ "type": "Point", "coordinates": [east, 2.0] });
            let feature = json!({ "geometry": geometry, "properties": { "kind": "place", "record": record } });
            read(&json!([feature])).unwrap()[0][1].clone()
        };
        assert_eq!((at(1.0), at(1.5)), (None, Some(Content::Number(1.5))));
    }

    #[test]
    fn what_is_no_map_of_points_is_refused() {
        let area = json!({ "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]] });
        let two = json!({ "type": "MultiPoint", "coordinates": [[0, 0], [1, 1]] });
        for geometry in [area, two, json!({ "type": "Point", "coordinates": ["1", "2"] })] {
            let error = read(&json!([place("place/a", &geometry, &Value::Null)])).unwrap_err();
            assert!(error.to_string().ends_with("the place of feature 1 is not one point"), "{error}");
        }
        assert!(places(Path::new("map"), b"{}").is_err());
        assert!(places(Path::new("map"), b"[").is_err());
    }
}
