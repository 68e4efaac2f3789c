-- Who started a task stands, with why, in the sealed payload that act names; lists show no names of people.
ALTER TABLE recovery_task DROP COLUMN officer;
