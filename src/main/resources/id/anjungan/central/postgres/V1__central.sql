-- The central database as PostgreSQL has it; the same tables as the SQLite file. Ids are 16 bytes, times
-- milliseconds since 1970, flags 0 or 1. Released steps are never changed, only added.
CREATE TABLE meta(key text PRIMARY KEY, value text NOT NULL);
CREATE TABLE counter(one integer PRIMARY KEY CHECK(one = 1), seq bigint NOT NULL);
INSERT INTO counter VALUES(1, 0);
CREATE TABLE entity(
  n bigint GENERATED ALWAYS AS IDENTITY, kind text NOT NULL, id bytea PRIMARY KEY, seq bigint NOT NULL, grade integer NOT NULL, about bytea,
  channel text, district text, flags text NOT NULL, body text NOT NULL,
  holder text, fencing bigint NOT NULL, since bigint NOT NULL, due bigint,
  category text, received bigint, lat double precision, lon double precision) WITH (fillfactor = 80);
CREATE INDEX entity_page ON entity(grade, n);
CREATE INDEX entity_about ON entity(about) WHERE about IS NOT NULL;
CREATE INDEX entity_due ON entity(due) WHERE due IS NOT NULL;
CREATE INDEX entity_holder ON entity(holder) WHERE holder IS NOT NULL;
CREATE INDEX entity_recent ON entity(category, received) WHERE grade = 1 AND lat IS NOT NULL;
CREATE TABLE change_log(
  seq bigint PRIMARY KEY, kind text NOT NULL, id bytea NOT NULL, command bytea NOT NULL, left_scope text);
CREATE TABLE audit(
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, command bytea NOT NULL, console bytea, actor text NOT NULL, at bigint NOT NULL,
  received_at bigint NOT NULL, type text NOT NULL, touches text NOT NULL, outcome text NOT NULL);
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail only grows'; END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TABLE console(
  id bytea PRIMARY KEY, last_number bigint NOT NULL DEFAULT 0, projection text);
CREATE TABLE settled(
  command bytea PRIMARY KEY, console bytea NOT NULL, number bigint NOT NULL, answer text NOT NULL,
  UNIQUE(console, number));
CREATE TABLE session(
  token_hash text PRIMARY KEY, operator text NOT NULL, console bytea NOT NULL,
  created_at bigint NOT NULL, ended_at bigint);
CREATE TABLE case_number(prefix text PRIMARY KEY, last bigint NOT NULL);
CREATE TABLE aside(
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at bigint NOT NULL, channel text NOT NULL, source_id text NOT NULL,
  reason text NOT NULL, line text NOT NULL);
CREATE TABLE outbox(
  id bytea PRIMARY KEY, channel text NOT NULL, source_id text NOT NULL, message bytea,
  ends integer NOT NULL, not_before bigint NOT NULL, n bigint, released_at bigint,
  handed integer NOT NULL DEFAULT 0);
CREATE INDEX outbox_ready ON outbox(channel, n) WHERE n IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox(not_before) WHERE n IS NULL;
CREATE TABLE outbox_counter(one integer PRIMARY KEY CHECK(one = 1), n bigint NOT NULL);
INSERT INTO outbox_counter VALUES(1, 0);
-- Who may do what only one node does at a time. `until` in milliseconds by the database's own clock; `fencing`
-- grows with each new holder.
CREATE TABLE lease(name text PRIMARY KEY, holder bytea NOT NULL, fencing bigint NOT NULL, until bigint NOT NULL);
