-- Dossiers whose results are asked for, because the partner's contract tells nothing by itself.
CREATE TABLE poll (
    dossier TEXT PRIMARY KEY,
    since BIGINT NOT NULL,
    next_at BIGINT,
    asked_at BIGINT,
    answered_at BIGINT,
    failures BIGINT NOT NULL
);
CREATE INDEX poll_next ON poll (next_at) WHERE next_at IS NOT NULL;
