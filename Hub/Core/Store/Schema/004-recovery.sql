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

-- A backup was restored: what happened between restored_to and set_at is not in this database. Deliveries are held until the mark is lifted.
CREATE TABLE restore_mark (
    id TEXT PRIMARY KEY,
    restored_to BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    reconciled_at BIGINT,
    lifted_at BIGINT
);
CREATE INDEX restore_mark_held ON restore_mark (set_at) WHERE lifted_at IS NULL;

-- Up to here numbers of the lost span may have been given out without a trace in this database.
CREATE TABLE restored_counter (
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    up_to BIGINT NOT NULL,
    PRIMARY KEY (unit, day)
);
