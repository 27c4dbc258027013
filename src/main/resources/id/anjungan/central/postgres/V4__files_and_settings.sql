-- Files, in pieces: what is known of one, and its bytes.
CREATE TABLE blob(
  sha256 text PRIMARY KEY, media_type text NOT NULL, bytes bigint NOT NULL, received bigint NOT NULL,
  complete integer NOT NULL, named integer NOT NULL, restricted integer NOT NULL, at bigint NOT NULL);
CREATE INDEX blob_unnamed ON blob(at) WHERE named = 0;
CREATE TABLE blob_piece(
  sha256 text NOT NULL, begins bigint NOT NULL, data bytea NOT NULL, PRIMARY KEY(sha256, begins));
-- Pictures are packed already.
ALTER TABLE blob_piece ALTER COLUMN data SET STORAGE EXTERNAL;
-- What operators have set, each setting with the moment it was set.
CREATE TABLE operator_setting(
  operator text NOT NULL, key text NOT NULL, value text NOT NULL, at bigint NOT NULL, PRIMARY KEY(operator, key));
