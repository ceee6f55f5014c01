-- What is known of a complaint, one row each. Every topic has its own columns and only its own statement writes them,
-- so no event needs another one first.
create table complaint_fact (
    complaint_id uuid primary key,
    government text not null,

    -- complaint.intake.v1
    number text,
    channel text,
    type text,
    visibility text,
    category text,
    region text,
    received_at timestamptz,
    -- The first day of the month of the receipt, in the government's time zone. Null until the receipt is known: the
    -- row counts in no recap before.
    month date,

    -- complaint.routing.v1
    agency text,
    agency_name text,
    hop int,
    dispatched_at timestamptz,
    promise_due_at timestamptz,
    promise_met_at timestamptz,
    promise_late boolean,
    promise_missed_at timestamptz,

    -- complaint.response.v1
    accepted_at timestamptz,
    answered_at timestamptz,

    -- complaint.notification.v1
    messages_sent int not null default 0,
    messages_failed int not null default 0
) with (fillfactor = 60); -- room for the later events of a row on its own page, so that they touch no index

-- A month of a government, in the order of its pages.
create index complaint_fact_month on complaint_fact (government, month, received_at, complaint_id)
    where month is not null;

-- The words of a complaint, apart from what is counted: sums read short rows, and a short row is quickly written anew.
-- Title, text and address are masked by intake and stay empty when the visibility is SECRET; the answer is the official
-- text as published.
create table complaint_words (
    complaint_id uuid primary key,
    title text,
    text text,
    address text,
    answer text
) with (fillfactor = 80);
