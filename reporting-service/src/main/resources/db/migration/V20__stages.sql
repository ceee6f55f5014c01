-- Answered, done in the field (tuntas) and closed are three things: of the answered ones, those that are done since the last
-- objection, and those that are closed. Without a default: a replica of before cannot fold what it does not know, and leaves
-- it to the next.
alter table rollup add column resolved bigint not null default 0, add column closed bigint not null default 0;
alter table rollup_delta add column resolved bigint not null default 0, add column closed bigint not null default 0;
alter table rollup alter column resolved drop default, alter column closed drop default;

drop view rollup_scan;
drop view survey_scan;
drop function counted(complaint_fact);

-- What one complaint adds to the sums of its month; nothing until its receipt is known.
create function counted(fact complaint_fact)
    returns table (cut text, key text, label text, received int, answered int, open int, ended int, overdue int,
                   late int, objected int, kept int, missed int, moved int, unpromised int,
                   resolved int, closed int)
    language sql immutable
as $$
    select cut, key, label, 1,
           (fact.state = 'ANSWERED')::int, (fact.state = 'OPEN')::int, (fact.state = 'ENDED')::int,
           (fact.state = 'OPEN' and fact.promise_missed_at is not null)::int,
           (fact.state = 'ANSWERED' and coalesce(fact.promise_late, fact.answered_at > fact.promise_due_at, false))::int,
           (fact.objected_at is not null)::int, 0, 0, 0,
           (fact.state = 'ANSWERED' and coalesce(fact.promise_late, fact.answered_at > fact.promise_due_at) is null)::int,
           (fact.state = 'ANSWERED' and coalesce(fact.resolved_at > coalesce(fact.objected_at, '-infinity'), false))::int,
           (fact.state = 'ANSWERED' and fact.closed_at is not null)::int
    from (values ('ALL', '', null),
                 ('AGENCY', coalesce(fact.agency, ''), fact.agency_name),
                 ('CATEGORY', coalesce(fact.category, ''), null),
                 ('TYPE', coalesce(fact.type, ''), null),
                 ('CHANNEL', coalesce(fact.channel, ''), null),
                 ('AREA', coalesce(fact.region, ''), null),
                 ('DAY', coalesce(fact.received_on::text, ''), null)) as cuts (cut, key, label)
    where fact.month is not null
    union all
    select 'OPEN_SINCE', concat_ws('>', fact.owed_by, coalesce(fact.agency, ''), fact.received_on), fact.agency_name,
           0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    where fact.month is not null and fact.state = 'OPEN'
    union all
    select 'RULE', rule, null, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0
    from unnest(fact.kept) as rule where fact.month is not null
    union all
    select 'RULE', rule, null, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0
    from unnest(fact.missed) as rule where fact.month is not null
    union all
    select 'MOVE', move, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0
    from unnest(fact.moves) as move where fact.month is not null
    union all
    select 'ANSWERED_AFTER', took.power::text, null, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from (select ceil(ln(greatest(extract(epoch from fact.answered_at - fact.received_at), 1)) / ln(1.05))::int as power)
             as took
    where fact.month is not null and fact.answered_at is not null
$$;

create view survey_scan as
    select government, month, 'SATISFACTION'::text as cut, 'U' || element || '>' || score as key, null::text as label,
           count(*) as received, 0::bigint as answered, 0::bigint as open, 0::bigint as ended, 0::bigint as overdue,
           0::bigint as late, 0::bigint as objected, 0::bigint as kept, 0::bigint as missed, 0::bigint as moved,
           0::bigint as unpromised, 0::bigint as resolved, 0::bigint as closed
    from satisfaction_survey, unnest(scores) with ordinality as given (score, element)
    group by government, month, element, score;

create view rollup_scan as
    select fact.government, fact.month, it.cut, it.key, max(it.label) as label,
           sum(it.received) as received, sum(it.answered) as answered, sum(it.open) as open, sum(it.ended) as ended,
           sum(it.overdue) as overdue, sum(it.late) as late, sum(it.objected) as objected, sum(it.kept) as kept,
           sum(it.missed) as missed, sum(it.moved) as moved, sum(it.unpromised) as unpromised,
           sum(it.resolved) as resolved, sum(it.closed) as closed
    from complaint_fact as fact, counted(fact) as it
    group by fact.government, fact.month, it.cut, it.key
    union all
    select * from survey_scan;

-- Each statement on the facts appends the difference that it makes, summed over all its rows.
create or replace function append_rollup_delta() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into rollup_delta
        select after.government, after.month, it.cut, it.key, max(it.label), sum(it.received), sum(it.answered),
               sum(it.open), sum(it.ended), sum(it.overdue), sum(it.late), sum(it.objected), sum(it.kept),
               sum(it.missed), sum(it.moved), sum(it.unpromised), sum(it.resolved), sum(it.closed)
        from after, counted(after) as it
        group by 1, 2, 3, 4;
    elsif tg_op = 'DELETE' then
        insert into rollup_delta
        select before.government, before.month, it.cut, it.key, null, -sum(it.received), -sum(it.answered),
               -sum(it.open), -sum(it.ended), -sum(it.overdue), -sum(it.late), -sum(it.objected), -sum(it.kept),
               -sum(it.missed), -sum(it.moved), -sum(it.unpromised), -sum(it.resolved), -sum(it.closed)
        from before, counted(before) as it
        group by 1, 2, 3, 4;
    else
        insert into rollup_delta
        select government, month, cut, key, max(label), sum(received), sum(answered), sum(open), sum(ended),
               sum(overdue), sum(late), sum(objected), sum(kept), sum(missed), sum(moved), sum(unpromised),
               sum(resolved), sum(closed)
        from (
            select after.government, after.month, it.* from after, counted(after) as it
            union all
            select before.government, before.month, it.cut, it.key, null, -it.received, -it.answered, -it.open,
                   -it.ended, -it.overdue, -it.late, -it.objected, -it.kept, -it.missed, -it.moved, -it.unpromised,
                   -it.resolved, -it.closed
            from before, counted(before) as it
        ) as changed
        group by government, month, cut, key
        having (sum(received), sum(answered), sum(open), sum(ended), sum(overdue), sum(late), sum(objected), sum(kept),
                sum(missed), sum(moved), sum(unpromised), sum(resolved), sum(closed))
               <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    end if;
    return null;
end
$$;

create or replace function append_survey_delta() returns trigger language plpgsql as $$
begin
    insert into rollup_delta
    select government, month, 'SATISFACTION', 'U' || element || '>' || score, null,
           case when tg_op = 'DELETE' then -count(*) else count(*) end, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from changed, unnest(scores) with ordinality as given (score, element)
    group by government, month, element, score;
    return null;
end
$$;
-- The sums anew, by what they mean now.
delete from rollup_delta;
delete from rollup;
insert into rollup select * from rollup_scan;
