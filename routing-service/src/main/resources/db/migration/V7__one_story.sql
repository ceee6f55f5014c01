-- A case's story has one order, and knows whom it was taken from: an answer that was given before may call a move off.
alter table cases add column told_at timestamptz, add column taken_from text, add column taken_at timestamptz;

-- What people decided, by what their request is known when it comes again.
create table decision (
    request uuid primary key,
    complaint_id uuid not null,
    decided_at timestamptz not null
);

-- A replica of an earlier version reads whole rows by statements that it has prepared, and holds it against the event when
-- such a statement does not fit the table any more. A connection that is lost is none of the event's faults.
select pg_terminate_backend(pid)
from pg_stat_activity
where datname = current_database() and usename = current_user and application_name = 'vertx-pg-client';
