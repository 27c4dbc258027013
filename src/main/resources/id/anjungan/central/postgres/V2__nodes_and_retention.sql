-- When desks were last heard, at whichever node.
CREATE TABLE heard(operator text PRIMARY KEY, at bigint NOT NULL, losing integer NOT NULL);
-- How far the change log has been compacted: a cursor below `seq` takes a snapshot. And where its head was when, so
-- that it can be compacted by age.
CREATE TABLE log_floor(one integer PRIMARY KEY CHECK(one = 1), seq bigint NOT NULL);
INSERT INTO log_floor VALUES(1, 0);
CREATE TABLE log_mark(at bigint PRIMARY KEY, seq bigint NOT NULL);
