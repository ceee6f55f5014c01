-- What waits to be published. Rows are deleted once the broker has them; there is no cursor, because identity values
-- are not in the order of commits.
create table outbox (
    seq bigint generated always as identity primary key,
    topic text not null,
    id uuid not null,
    type text not null,
    source text not null,
    subject uuid not null,
    government text not null,
    time timestamptz not null,
    traceparent text,
    payload bytea not null
);
-- The table is short and turned over all the time: vacuum by count, not by share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Rows the broker refuses for good, such as a record over its size limit. An operator decides.
create table outbox_refused (like outbox, cause text not null, refused_at timestamptz not null default now());

-- The ids of the events whose effect is in this database. UUIDv7: old ones are deleted by range.
create table inbox (event_id uuid primary key);
