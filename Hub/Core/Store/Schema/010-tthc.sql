-- Where a dossier came from, and which TTHC system of the province holds it.
ALTER TABLE dossier ADD COLUMN origin TEXT NOT NULL DEFAULT 'vneid';
ALTER TABLE dossier ADD COLUMN tthc TEXT NOT NULL DEFAULT 'tthc';

-- Numbers asked from TTHC ahead of the dossiers that will get them.
CREATE TABLE number_pool (
    number TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX number_pool_day ON number_pool (day, at);
