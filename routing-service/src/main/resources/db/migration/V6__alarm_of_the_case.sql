-- A case knows when the next of its clocks rings; a row for each clock was three of them for a case that arrived. Timers
-- that are armed already stay and ring as they are, so that a replica of an earlier version may go on beside.
alter table cases add column next_alarm_at timestamptz;
create index cases_next_alarm on cases (next_alarm_at) where next_alarm_at is not null;

-- A replica of an earlier version reads whole rows by statements that it has prepared, and holds it against the event when
-- such a statement does not fit the table any more. A connection that is lost is none of the event's faults.
select pg_terminate_backend(pid)
from pg_stat_activity
where datname = current_database() and usename = current_user and application_name = 'vertx-pg-client';
