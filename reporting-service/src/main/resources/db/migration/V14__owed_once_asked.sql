-- Who is asked owes the next step until the reply, until the office goes on without it, or until the answer; and so does a
-- division that was asked, whether it or the agency answers. What was told of silent citizens before, a rebuild finds.
alter table complaint_fact add column reply_overdue_at timestamptz;

alter table complaint_fact alter column owed_by set expression as (
    case
        when asked_at > greatest(replied_at, reply_overdue_at, answered_at, '-infinity') then 'COMPLAINANT'
        when returned_at > coalesce(dispatched_at, '-infinity') then 'COORDINATOR'
        when agency is null then 'INTAKE_OFFICER'
        when disposed_at > greatest(division_answered_at, dispatched_at, answered_at, '-infinity') then 'DIVISION'
        else 'AGENCY_ADMIN'
    end);

-- The sums anew, by what they mean now, while nobody folds them.
select pg_advisory_xact_lock(hashtext('rollup'));
delete from rollup_delta;
delete from rollup;
insert into rollup select * from rollup_scan;
