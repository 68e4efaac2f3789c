-- What is read often must cost the same with ten thousand messages and with five million: no statement walks over what is done.

-- In the order of the claim, also where very many are due at the same moment.
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (partner, due_at, seq) WHERE due_at IS NOT NULL;

-- Lists of open deliveries oldest first, and how many are on their way to a partner.
DROP INDEX delivery_state;
CREATE INDEX delivery_open ON delivery (state, seq, partner) WHERE state NOT IN ('Delivered', 'Cancelled');

-- Running dossiers only: a due date stays with a dossier that is finished.
DROP INDEX dossier_due;
CREATE INDEX dossier_running ON dossier (due_date, number) WHERE state IN (1, 2, 4, 5);

-- Lists for people, newest or oldest first.
DROP INDEX work_item_open;
CREATE INDEX work_item_open ON work_item (at) WHERE closed_at IS NULL;
CREATE INDEX work_item_dossier ON work_item (dossier, kind);
CREATE INDEX refusal_at ON refusal (at);
CREATE INDEX alert_message_at ON alert_message (at);

-- Also in the order in which they are asked about: otherwise SQLite walks over those that were answered.
DROP INDEX lookup_open;
CREATE INDEX lookup_open ON lookup (dossier, id) WHERE state = 'Open';

-- What the purge forgets.
CREATE INDEX difference_closed ON difference (closed_at) WHERE closed_at IS NOT NULL;
