-- One row per partner says whether anything may be sent; its history is kept.
CREATE TABLE breaker (
    partner TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    failures BIGINT NOT NULL,
    breaks BIGINT NOT NULL,
    until BIGINT,
    probe TEXT,
    holder TEXT,
    restored_at BIGINT,
    changed_at BIGINT NOT NULL
);

CREATE TABLE breaker_change (
    seq {identity},
    partner TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    until BIGINT,
    holder TEXT,
    reason TEXT
);
CREATE INDEX breaker_change_partner ON breaker_change (partner, seq);

-- Whose lease it is: a process that comes back takes its own deliveries back at once.
ALTER TABLE delivery ADD COLUMN node TEXT;

-- One memory per partner, whichever door a message comes in by.
ALTER TABLE seen RENAME COLUMN door TO partner;
UPDATE seen SET partner = 'tthc' WHERE partner LIKE 'tthc.%' AND NOT EXISTS (
    SELECT 1 FROM seen other WHERE other.message_key = seen.message_key AND other.partner LIKE 'tthc%' AND other.partner < seen.partner);
UPDATE seen SET partner = 'lltp' WHERE partner = 'lltp.push';
UPDATE seen SET partner = 'v06' WHERE partner LIKE 'v06.%';
CREATE INDEX seen_at ON seen (at);
