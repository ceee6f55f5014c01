-- What we must know of a complaint to write to its citizen. A row without a number is only a place kept: the answer came
-- before the complaint, which travels on another topic. No address ever.
create table recipient (
    complaint_id uuid primary key,
    number text,
    reachable_by text[],
    constraint known_whole check ((number is null) = (reachable_by is null))
);

-- The ledger: one row for every message to a citizen, for good.
create table delivery (
    id uuid primary key,
    complaint_id uuid not null references recipient,
    government text not null,
    message text not null check (message in ('RECEIVED', 'ANSWERED')),
    way text not null check (way in ('EMAIL')),
    state text not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'NO_ADDRESS')),
    -- Counts the claims; he who finishes an attempt shows the number he claimed with.
    attempts integer not null default 0,
    -- PENDING: when to begin, null while the recipient is unknown. SENDING: the end of the lease. Else null.
    next_attempt_at timestamptz,
    try_until timestamptz,
    -- A class or a code, never a message: messages quote addresses.
    last_cause text,
    agency text,
    -- Kept until the message is out and no longer.
    answer text,
    traceparent text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (complaint_id, message, way),
    constraint done_is_done
        check (state in ('PENDING', 'SENDING') or (next_attempt_at is null and answer is null))
);
create index delivery_due on delivery (next_attempt_at) where next_attempt_at is not null;
create index delivery_open on delivery (created_at) where state in ('PENDING', 'SENDING');
create index delivery_page on delivery (government, created_at, id);
create index delivery_page_of_state on delivery (government, state, created_at, id);
