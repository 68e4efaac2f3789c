-- One row per fault that was ever seen; open faults survive a restart and are not told twice.
CREATE TABLE alert_fault (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    pending_since BIGINT,
    opened_at BIGINT,
    closed_at BIGINT,
    detail TEXT NOT NULL,
    row_version BIGINT NOT NULL,
    PRIMARY KEY (kind, subject)
);

-- One row per alert and channel.
CREATE TABLE alert_message (
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    at BIGINT NOT NULL,
    detail TEXT NOT NULL,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (id, channel)
);
CREATE INDEX alert_message_due ON alert_message (due_at) WHERE state = 'Waiting';

-- Parked and often tried deliveries are few: the watch reads them without a scan.
CREATE INDEX delivery_tried ON delivery (partner, first_attempt_at) WHERE attempt > 2 AND state NOT IN ('Delivered', 'Cancelled');
