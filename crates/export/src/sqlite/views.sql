CREATE VIRTUAL TABLE search USING fts5 (record UNINDEXED, field UNINDEXED, text);

INSERT INTO search
  SELECT id, 'name', name FROM actor
  UNION ALL SELECT actor_id, 'aliases', text FROM actor_aliases
  UNION ALL SELECT id, 'name', name FROM place
  UNION ALL SELECT place_id, 'aliases', text FROM place_aliases
  UNION ALL SELECT id, 'title', title FROM source
  UNION ALL SELECT source_id, 'aliases', text FROM source_aliases
  UNION ALL SELECT id, 'title', title FROM event
  UNION ALL SELECT event_id, 'aliases', text FROM event_aliases
  UNION ALL SELECT id, 'title', title FROM interest
  UNION ALL SELECT id, 'title', title FROM issue
  UNION ALL SELECT issue_id, 'aliases', text FROM issue_aliases
  UNION ALL SELECT id, 'question', question FROM issue WHERE question IS NOT NULL
  UNION ALL SELECT id, 'text', text FROM position
  UNION ALL SELECT id, 'text', text FROM statement;

CREATE VIEW posture AS
  SELECT relationship.type, relationship.id AS relationship, relationship.subject AS actor_id,
    actor.name AS actor, relationship.object AS other_id, other.name AS other, relationship."when",
    relationship.when_earliest, relationship.when_latest,
    coalesce(relationship.status, 'current') AS status, relationship.basis_modality AS modality,
    EXISTS (
      SELECT 1 FROM relationship_basis_standpoints AS own
      WHERE own.relationship_id = relationship.id AND own.holder = relationship.subject
        AND own.stance IN ('asserts', 'claims-responsibility')
    ) AS own
  FROM relationship
  LEFT JOIN actor ON actor.id = relationship.subject
  LEFT JOIN actor AS other ON other.id = relationship.object
  WHERE relationship.status IS NOT 'retracted' AND relationship.type IN ('ally', 'partner', 'rival', 'adversary');

CREATE VIEW allies AS SELECT * FROM posture WHERE type = 'ally';
CREATE VIEW partners AS SELECT * FROM posture WHERE type = 'partner';
CREATE VIEW rivals AS SELECT * FROM posture WHERE type = 'rival';
CREATE VIEW adversaries AS SELECT * FROM posture WHERE type = 'adversary';

CREATE VIEW interests AS
  SELECT interest.id AS interest, interest.actor AS actor_id, actor.name AS actor, interest.rank, interest.title,
    interest.summary, interest.category, interest.importance, coalesce(interest.status, 'current') AS status,
    interest.basis_modality AS modality
  FROM interest
  LEFT JOIN actor ON actor.id = interest.actor
  WHERE interest.status IS NOT 'retracted';

CREATE VIEW positions AS
  WITH holder (position, actor) AS (
    SELECT position_id, actor FROM position_holders
    UNION
    SELECT position.id, event_participants.actor
    FROM position
    JOIN event_participants ON event_participants.event_id = position."in" AND event_participants.role = 'party'
    WHERE position.form = 'agreed'
      AND NOT EXISTS (SELECT 1 FROM position_holders WHERE position_holders.position_id = position.id)
  )
  SELECT position.id AS position, holder.actor AS actor_id, actor.name AS actor, position.form, position.firmness,
    position.issue AS issue_id, issue.title AS issue, position.text, position."in" AS event_id, event.title AS event,
    position.label, position."when", position.basis_modality AS modality
  FROM position
  LEFT JOIN holder ON holder.position = position.id
  LEFT JOIN actor ON actor.id = holder.actor
  LEFT JOIN issue ON issue.id = position.issue
  LEFT JOIN event ON event.id = position."in"
  WHERE position.status IS NOT 'retracted';

CREATE VIEW standpoints AS
  SELECT said.record, said.kind, said.holder AS holder_id, holder.name AS holder, said.stance, said."on", said.via,
    said.by AS by_id, "by".name AS "by", said."when", said.when_earliest, said.when_latest
  FROM basis_standpoints AS said
  LEFT JOIN actor AS holder ON holder.id = said.holder
  LEFT JOIN actor AS "by" ON "by".id = said.by;

CREATE VIEW contested AS
  SELECT DISTINCT record, kind FROM standpoints WHERE stance IN ('disputes', 'denies');

CREATE VIEW evidence AS
  SELECT cited.record, cited.kind, cited.source AS source_id, source.title AS source, cited.span_start, cited.span_end,
    cited.words, cited.quote, cited.locator
  FROM basis_evidence AS cited
  LEFT JOIN source ON source.id = cited.source;

CREATE VIEW tensions AS
  SELECT record, "with" AS other, how, note FROM basis_tensions
  UNION
  SELECT "with", record, how, note FROM basis_tensions;
