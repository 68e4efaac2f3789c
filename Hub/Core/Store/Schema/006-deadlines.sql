-- Notices of running deadlines: each share of each due date of a dossier at most once.
CREATE TABLE deadline_notice (
    dossier TEXT NOT NULL,
    due_date TEXT NOT NULL,
    share BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (dossier, due_date, share)
);
CREATE INDEX dossier_certificate ON dossier (certificate_no) WHERE certificate_no IS NOT NULL;
CREATE INDEX dossier_due ON dossier (due_date, number) WHERE due_date IS NOT NULL;
