-- Catalogues that a province entered in place of those shipped. Every version stays, the latest of a name counts; who and why stand in the event.
CREATE TABLE catalogue (
    event_seq BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    bytes {blob} NOT NULL
);
CREATE INDEX catalogue_name ON catalogue (name, event_seq);
