-- Times are UTC milliseconds. {identity} and {blob} are the dialect's words.
CREATE TABLE payload (
    hash TEXT PRIMARY KEY,
    key_id TEXT NOT NULL,
    size BIGINT NOT NULL,
    stored_at BIGINT NOT NULL,
    bytes {blob} NOT NULL
);

CREATE TABLE dossier (
    number TEXT PRIMARY KEY,
    profile TEXT NOT NULL,
    province TEXT NOT NULL,
    version BIGINT NOT NULL,
    state BIGINT NOT NULL,
    step BIGINT,
    paper BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    accepted_at BIGINT,
    event_at BIGINT NOT NULL,
    due_date TEXT,
    tthc_due_date TEXT,
    lltp_id TEXT,
    certificate_no TEXT,
    certificate TEXT,
    changed_seq BIGINT NOT NULL,
    row_version BIGINT NOT NULL
);
CREATE INDEX dossier_changed ON dossier (changed_seq);

CREATE TABLE dossier_version (
    dossier TEXT NOT NULL,
    version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    identity_hash TEXT NOT NULL,
    content TEXT NOT NULL,
    content_size BIGINT NOT NULL,
    original TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dossier, version)
);

CREATE TABLE event (
    seq {identity},
    id TEXT NOT NULL UNIQUE,
    recorded_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    dossier TEXT,
    version BIGINT,
    kind TEXT NOT NULL,
    partner TEXT NOT NULL,
    door TEXT,
    from_state BIGINT,
    to_state BIGINT,
    step BIGINT,
    due_date TEXT,
    delivery TEXT,
    attempt BIGINT,
    original TEXT,
    content TEXT,
    sent_hash TEXT,
    evidence TEXT,
    detail TEXT
);
CREATE INDEX event_dossier ON event (dossier, seq);

CREATE TABLE delivery (
    seq {identity},
    id TEXT NOT NULL UNIQUE,
    dossier TEXT NOT NULL,
    version BIGINT NOT NULL,
    partner TEXT NOT NULL,
    kind TEXT NOT NULL,
    show BIGINT,
    state TEXT NOT NULL,
    reason TEXT,
    due_at BIGINT,
    lease_until BIGINT,
    attempt BIGINT NOT NULL,
    maybe_done BIGINT NOT NULL,
    owed_at BIGINT NOT NULL,
    first_attempt_at BIGINT,
    done_at BIGINT,
    event_seq BIGINT NOT NULL,
    content TEXT,
    reference TEXT,
    hint TEXT,
    size BIGINT NOT NULL
);
CREATE INDEX delivery_dossier ON delivery (dossier, partner, seq);
CREATE INDEX delivery_due ON delivery (partner, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_lease ON delivery (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX delivery_state ON delivery (state, partner) WHERE state NOT IN ('Delivered', 'Cancelled');

CREATE TABLE lookup (
    dossier TEXT NOT NULL,
    id TEXT NOT NULL,
    delivery TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (dossier, id)
);

CREATE TABLE display (
    dossier TEXT NOT NULL,
    partner TEXT NOT NULL,
    state BIGINT NOT NULL,
    at BIGINT NOT NULL,
    event_seq BIGINT NOT NULL,
    PRIMARY KEY (dossier, partner)
);

CREATE TABLE seen (
    door TEXT NOT NULL,
    message_key TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    event_seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (door, message_key)
);

CREATE TABLE refusal (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    door TEXT NOT NULL,
    partner TEXT,
    address TEXT,
    dossier TEXT,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    reason TEXT NOT NULL,
    key_id TEXT,
    bytes {blob},
    expires_at BIGINT
);
CREATE INDEX refusal_expiry ON refusal (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE work_item (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    dossier TEXT,
    delivery TEXT,
    detail TEXT,
    closed_at BIGINT
);
CREATE INDEX work_item_open ON work_item (kind, at) WHERE closed_at IS NULL;

CREATE TABLE number_counter (
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (unit, day)
);
CREATE TABLE number_issued (
    number TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);
