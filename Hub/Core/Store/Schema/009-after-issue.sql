-- Every certificate of a dossier with what became of it. Numbers, states and hashes outlive the content.
CREATE TABLE certificate (
    dossier TEXT NOT NULL,
    number TEXT NOT NULL,
    sha256 TEXT,
    issued_on TEXT,
    status TEXT NOT NULL,
    replaces TEXT,
    replaced_by TEXT,
    decision TEXT,
    at BIGINT NOT NULL,
    event_seq BIGINT NOT NULL,
    PRIMARY KEY (dossier, number)
);
CREATE INDEX certificate_number ON certificate (number);
INSERT INTO certificate (dossier, number, status, at, event_seq)
SELECT number, certificate_no, 'InForce', event_at, changed_seq FROM dossier WHERE certificate_no IS NOT NULL;

-- Decisions about certificates: bổ sung, đính chính, thu hồi, hủy bỏ.
CREATE TABLE certificate_decision (
    dossier TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    certificate TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    partner TEXT NOT NULL,
    at BIGINT NOT NULL,
    event_seq BIGINT NOT NULL,
    PRIMARY KEY (dossier, number)
);

-- A decision was reported: the software is asked often again until the new certificate is seen.
ALTER TABLE poll ADD COLUMN awaits BIGINT NOT NULL DEFAULT 0;

-- Reminders of requests for a supplement that nobody has answered: each of each request at most once.
CREATE TABLE supplement_reminder (
    dossier TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dossier, asked_at, kind)
);
CREATE INDEX dossier_supplement ON dossier (number) WHERE state = 5;
