-- What the office said to the citizen, all of it: it may ask and answer more than once.
create table office_statement (
    complaint_id uuid not null,
    step text not null check (step in ('NEEDS_INFO', 'ANSWERED')),
    said_at timestamptz not null,
    -- Null when the complaint is secret.
    words text,
    primary key (complaint_id, said_at, step)
);
insert into office_statement (complaint_id, step, said_at, words)
select complaint_id, 'ANSWERED', answered_at, answer from progress where answered_at is not null;

alter table progress
    drop column answered_at,
    drop column answer,
    add column reply_overdue_at timestamptz,
    add column resolved_at timestamptz;

-- What the citizen added later: what was asked for, an objection, the withdrawal.
create table addition (
    id uuid primary key,
    complaint_id uuid not null,
    step text not null check (step in ('REPLIED', 'OBJECTED', 'WITHDRAWN')),
    added_at timestamptz not null,
    -- As written, sealed with the complaint's own key: deleting that erases these too. Null for a withdrawal.
    sealed bytea,
    -- Masked, as it stands in the event; null when the complaint is secret.
    words text,
    -- Fingerprint of the sender's key and of what was sent under it.
    request bytea
);
create index addition_complaint on addition (complaint_id, added_at);
create unique index addition_request on addition (complaint_id, request) where request is not null;
