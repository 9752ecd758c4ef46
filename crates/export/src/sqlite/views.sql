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

CREATE VIEW tensions AS
  WITH declared (record, other, how, note) AS (
    SELECT tension.actor_id, tension."with", tension.how, tension.note FROM actor_basis_tensions AS tension
      JOIN actor ON actor.id = tension.actor_id WHERE actor.status IS NOT 'retracted'
    UNION ALL SELECT tension.place_id, tension."with", tension.how, tension.note FROM place_basis_tensions AS tension
      JOIN place ON place.id = tension.place_id WHERE place.status IS NOT 'retracted'
    UNION ALL SELECT tension.event_id, tension."with", tension.how, tension.note FROM event_basis_tensions AS tension
      JOIN event ON event.id = tension.event_id WHERE event.status IS NOT 'retracted'
    UNION ALL SELECT tension.relationship_id, tension."with", tension.how, tension.note FROM relationship_basis_tensions AS tension
      JOIN relationship ON relationship.id = tension.relationship_id WHERE relationship.status IS NOT 'retracted'
    UNION ALL SELECT tension.interest_id, tension."with", tension.how, tension.note FROM interest_basis_tensions AS tension
      JOIN interest ON interest.id = tension.interest_id WHERE interest.status IS NOT 'retracted'
    UNION ALL SELECT tension.issue_id, tension."with", tension.how, tension.note FROM issue_basis_tensions AS tension
      JOIN issue ON issue.id = tension.issue_id WHERE issue.status IS NOT 'retracted'
    UNION ALL SELECT tension.position_id, tension."with", tension.how, tension.note FROM position_basis_tensions AS tension
      JOIN position ON position.id = tension.position_id WHERE position.status IS NOT 'retracted'
    UNION ALL SELECT tension.observation_id, tension."with", tension.how, tension.note FROM observation_basis_tensions AS tension
      JOIN observation ON observation.id = tension.observation_id WHERE observation.status IS NOT 'retracted'
    UNION ALL SELECT tension.statement_id, tension."with", tension.how, tension.note FROM statement_basis_tensions AS tension
      JOIN statement ON statement.id = tension.statement_id WHERE statement.status IS NOT 'retracted'
  )
  SELECT record, other, how, note FROM declared
  UNION
  SELECT other, record, how, note FROM declared;
