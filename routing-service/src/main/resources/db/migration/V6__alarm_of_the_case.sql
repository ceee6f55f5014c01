-- A case knows when the next of its clocks rings; a row for each clock was three of them for a case that arrived. Timers
-- that are armed already stay and ring as they are, so that a replica of an earlier version may go on beside.
alter table cases add column next_alarm_at timestamptz;
create index cases_next_alarm on cases (next_alarm_at) where next_alarm_at is not null;
