CREATE VIRTUAL TABLE search USING fts5 (record UNINDEXED, field UNINDEXED, text);

INSERT INTO search
  SELECT id, 'name', name FROM actor
  UNION ALL SELECT actor_id, 'aliases', text FROM actor_aliases
  UNION ALL SELECT id, 'name', name FROM place
  UNION ALL SELECT id, 'title', title FROM source
  UNION ALL SELECT id, 'title', title FROM event
  UNION ALL SELECT id, 'title', title FROM interest
  UNION ALL SELECT id, 'text', text FROM statement;

CREATE VIEW posture AS
  SELECT relationship.type, relationship.id AS relationship, relationship.subject AS actor_id,
    actor.name AS actor, relationship.object AS other_id, other.name AS other, relationship."when",
    coalesce(relationship.status, 'current') AS status, relationship.basis_modality AS modality
  FROM relationship
  LEFT JOIN actor ON actor.id = relationship.subject
  LEFT JOIN actor AS other ON other.id = relationship.object
  WHERE relationship.status IS NOT 'retracted';

CREATE VIEW allies AS SELECT * FROM posture WHERE type = 'ally';
CREATE VIEW partners AS SELECT * FROM posture WHERE type = 'partner';
CREATE VIEW rivals AS SELECT * FROM posture WHERE type = 'rival';
CREATE VIEW adversaries AS SELECT * FROM posture WHERE type = 'adversary';

CREATE VIEW interests AS
  SELECT interest.id AS interest, interest.actor AS actor_id, actor.name AS actor, interest.rank, interest.title,
    interest.summary, interest.category, coalesce(interest.status, 'current') AS status,
    interest.basis_modality AS modality
  FROM interest
  LEFT JOIN actor ON actor.id = interest.actor
  WHERE interest.status IS NOT 'retracted';
