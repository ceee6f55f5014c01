-- The events of each complaint and topic as a chain of digests: whoever changes, adds or leaves out one event changes
-- every link after it. Payloads are not kept, so that a person can be erased while the chain stays whole.
create table ledger (
    complaint_id uuid not null,
    topic text not null,
    seq int not null,
    event_id uuid not null,
    type text not null,
    -- As in the event's header, to the last digit.
    time text not null,
    payload_digest bytea not null,
    link bytea not null,
    primary key (complaint_id, topic, seq)
);

-- The last link of each chain.
create table ledger_head (
    complaint_id uuid not null,
    topic text not null,
    seq int not null,
    link bytea not null,
    primary key (complaint_id, topic)
) with (fillfactor = 70);
