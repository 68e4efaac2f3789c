-- Runs of the hub's own jobs, and what reconciliation found.
CREATE TABLE job_run (
    id TEXT PRIMARY KEY,
    job TEXT NOT NULL,
    node TEXT NOT NULL,
    started_by TEXT NOT NULL,
    due_at BIGINT,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    result TEXT,
    failure TEXT
);
CREATE INDEX job_run_job ON job_run (job, started_at);
CREATE INDEX job_run_started ON job_run (started_at);

CREATE TABLE reconciliation (
    partner TEXT NOT NULL,
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    compared BIGINT NOT NULL,
    unanswered BIGINT NOT NULL,
    differences BIGINT NOT NULL,
    PRIMARY KEY (partner, day)
);

CREATE TABLE difference (
    id TEXT PRIMARY KEY,
    partner TEXT NOT NULL,
    dossier TEXT NOT NULL,
    reference TEXT NOT NULL,
    class TEXT NOT NULL,
    field TEXT NOT NULL,
    ours TEXT,
    theirs TEXT,
    found_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    closed_at BIGINT,
    work_item TEXT
);
CREATE UNIQUE INDEX difference_open ON difference (partner, dossier, reference) WHERE closed_at IS NULL;
CREATE INDEX dossier_event_at ON dossier (event_at);
CREATE INDEX delivery_unanswered ON delivery (seq) WHERE state = 'Parked' AND maybe_done = 1;
CREATE INDEX lookup_open ON lookup (dossier) WHERE state = 'Open';
