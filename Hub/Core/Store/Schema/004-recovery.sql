-- Why a delivery was parked: a group of dead letters has one cause.
ALTER TABLE delivery ADD COLUMN cause TEXT;
ALTER TABLE delivery ADD COLUMN reply_code TEXT;
ALTER TABLE delivery ADD COLUMN reply_digest TEXT;
UPDATE delivery SET cause = reason || ' ' || kind WHERE state = 'Parked';
CREATE INDEX delivery_parked ON delivery (cause, seq) WHERE state = 'Parked';

-- A delivery whose content a person edited; what it replaces was cancelled.
CREATE TABLE delivery_edit (
    delivery TEXT PRIMARY KEY,
    replaces TEXT NOT NULL,
    content TEXT NOT NULL,
    is_act BIGINT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE recovery_task (
    id TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL,
    officer TEXT NOT NULL,
    act TEXT NOT NULL,
    cause TEXT NOT NULL,
    partner TEXT NOT NULL,
    cut_off BIGINT NOT NULL,
    per_second BIGINT NOT NULL,
    total BIGINT NOT NULL,
    at_seq BIGINT NOT NULL,
    done BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    state TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX recovery_task_running ON recovery_task (next_at) WHERE state = 'Running';

-- The identity of a refused message by its contract, and what became of it.
ALTER TABLE refusal ADD COLUMN message_keys TEXT;
ALTER TABLE refusal ADD COLUMN released_at BIGINT;

CREATE INDEX work_item_delivery ON work_item (delivery) WHERE closed_at IS NULL;
