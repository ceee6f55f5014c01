-- The clocks that run for a case, by their names, each with the moment at which it is due; paused and met ones are not
-- among them. PROMISE is the one to the citizens, all others are steps of the SOP.
alter table desk_case add column clocks jsonb not null default '{}';

-- What was remembered of them so far; the name of the step was not.
update desk_case
set clocks = jsonb_strip_nulls(jsonb_build_object(
    'PROMISE', case when answered_at is null and status <> 'NEEDS_INFO' then due_at end,
    'STEP', case when status in ('IN_PROGRESS', 'DISPOSED', 'OBJECTED')
                   or status = 'DISPATCHED' and step_due_at > dispatched_at then step_due_at end))
where due_at is not null or step_due_at is not null;

-- Immutable: each moment is written with its zone.
create function nearest_clock(in status text, in clocks jsonb, in division_due_at timestamptz,
                              in follow_up_due_at timestamptz, out name text, out due_at timestamptz)
language sql immutable
begin atomic
    select running.clock, running.due
    from (select told.key as clock, (told.value #>> '{}')::timestamptz as due
          from jsonb_each(nearest_clock.clocks) as told
          where nearest_clock.status in ('DISPATCHED', 'IN_PROGRESS', 'DISPOSED', 'NEEDS_INFO', 'OBJECTED')
          union all
          select 'DIVISION', nearest_clock.division_due_at where nearest_clock.status = 'DISPOSED'
          union all
          select 'FOLLOW_UP', nearest_clock.follow_up_due_at where nearest_clock.status = 'ANSWERED') as running
    where running.due is not null
    order by running.due, running.clock
    limit 1;
end;

-- What somebody at the desk has to do next, and by when; null when it is nobody's turn. Where no clock was told of, a case
-- that has come is due at once.
alter table desk_case
    add column next_clock text generated always as (
        case
            when number is not null and agency is not null
            then (nearest_clock(status, clocks, division_due_at, follow_up_due_at)).name
        end) stored,
    alter column next_due_at set expression as (
        case
            when number is not null and agency is not null
            then coalesce(
                (nearest_clock(status, clocks, division_due_at, follow_up_due_at)).due_at,
                case when due_at is null and status in ('DISPATCHED', 'IN_PROGRESS', 'DISPOSED') then dispatched_at end)
        end);
alter table desk_case drop column step_due_at;

-- Open are those that wait for their answer, also while a clock stands still.
drop index desk_due_of_all;
create index desk_due_of_all on desk_case (government, next_due_at, id) where next_due_at is not null;
create index desk_open on desk_case (government, agency) include (received_at, next_due_at)
    where number is not null and agency is not null
      and status in ('DISPATCHED', 'IN_PROGRESS', 'DISPOSED', 'NEEDS_INFO', 'OBJECTED');
