-- What a map needs that makes records of somebody's table, in DuckDB's SQL. docs/import/README.md says how to write one.

-- A map fills these two tables.
CREATE TABLE records (record JSON);
CREATE TABLE ledger (columns VARCHAR, fate VARCHAR, why VARCHAR);

-- Others' codes with a word for each, names of countries, and the fields and words of the model.
