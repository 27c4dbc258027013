-- The version of the profile in effect. A node that decides by another one is found out at the row that every group locks.
ALTER TABLE counter ADD COLUMN policy text;
