-- What else is known of a complaint. Times are the latest told; arrays hold one element per event, and since an event
-- is taken once, neither needs the events in an order.
alter table complaint_fact
    -- complaint.intake.v1
    -- The day of the receipt, in the government's time zone.
    add column received_on date,
    add column screened_out_at timestamptz,
    add column screening_reason text,
    add column withdrawn_at timestamptz,
    add column linked_at timestamptz,
    add column unlinked_at timestamptz,
    add column objected_at timestamptz,
    add column replied_at timestamptz,

    -- complaint.routing.v1: ids of deadlines that were kept and missed, and each redelegation as FROM>TO>REASON
    add column ceiling_due_at timestamptz,
    add column referred_at timestamptz,
    add column returned_at timestamptz,
    add column closed_at timestamptz,
    add column kept text[] not null default '{}',
    add column missed text[] not null default '{}',
    add column moves text[] not null default '{}',

    -- complaint.response.v1
    add column asked_at timestamptz,
    add column disposed_at timestamptz,
    add column division_answered_at timestamptz,
    add column resolved_at timestamptz;

-- The governments so far live by WIB; a rebuild puts right what is told of others.
update complaint_fact
set received_on = least(greatest((received_at at time zone 'Asia/Jakarta')::date, month),
                        (month + interval '1 month' - interval '1 day')::date)
where month is not null;

-- Where the complaint stands for the recap. ENDED: it needs no answer of this government, and had none.
alter table complaint_fact
    add column state text not null generated always as (
        case
            when answered_at is not null and (objected_at is null or objected_at <= answered_at) then 'ANSWERED'
            when coalesce(screened_out_at, withdrawn_at, referred_at) is not null
              or linked_at > coalesce(unlinked_at, '-infinity') then 'ENDED'
            else 'OPEN'
        end) stored,
    -- Who owes the next step while it is open.
    add column owed_by text not null generated always as (
        case
            when asked_at > coalesce(replied_at, '-infinity') then 'COMPLAINANT'
            when returned_at > coalesce(dispatched_at, '-infinity') then 'COORDINATOR'
            when agency is null then 'INTAKE_OFFICER'
            when disposed_at > coalesce(division_answered_at, '-infinity')
             and disposed_at > coalesce(dispatched_at, '-infinity') then 'DIVISION'
            else 'AGENCY_ADMIN'
        end) stored;

create index complaint_fact_number on complaint_fact (number);

-- Sums of a month by one cut of it. A column means the same in every cut, and a cut has those that make sense there:
--   ALL, AGENCY, CATEGORY, TYPE, CHANNEL, AREA   what came in and what became of it; the key is the cut's own id
--   DAY                                          the same, by the day of the receipt
--   OPEN_SINCE                                   what is open; the key is OWED_BY>AGENCY>DAY
--   RULE                                         deadlines kept and missed; the key is the deadline's id
--   MOVE                                         redelegations; the key is FROM>TO>REASON
--   ANSWERED_AFTER                               answered, by the time it took; the key is a power of 1.05 in seconds
create table rollup (
    government text not null,
    month date not null,
    cut text not null,
    key text not null,
    label text,
    received bigint not null,
    answered bigint not null,
    open bigint not null,
    ended bigint not null,
    overdue bigint not null,
    late bigint not null,
    objected bigint not null,
    kept bigint not null,
    missed bigint not null,
    moved bigint not null,
    primary key (government, month, cut, key)
) with (fillfactor = 50);

-- What has to be added to the sums. Only ever appended to, so that writers never wait for each other; folded into the
-- sums later. Sums and deltas read in one statement are what the facts are.
create table rollup_delta (like rollup);
create index rollup_delta_month on rollup_delta (government, month);

-- What one complaint adds to the sums of its month; nothing until its receipt is known.
create function counted(fact complaint_fact)
    returns table (cut text, key text, label text, received int, answered int, open int, ended int, overdue int,
                   late int, objected int, kept int, missed int, moved int)
    language sql immutable
as $$
    select cut, key, label, 1,
           (fact.state = 'ANSWERED')::int, (fact.state = 'OPEN')::int, (fact.state = 'ENDED')::int,
           (fact.state = 'OPEN' and fact.promise_missed_at is not null)::int,
           (fact.state = 'ANSWERED' and coalesce(fact.promise_late, fact.answered_at > fact.promise_due_at, false))::int,
           (fact.objected_at is not null)::int, 0, 0, 0
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
           0, 0, 1, 0, 0, 0, 0, 0, 0, 0
    where fact.month is not null and fact.state = 'OPEN'
    union all
    select 'RULE', rule, null, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0 from unnest(fact.kept) as rule where fact.month is not null
    union all
    select 'RULE', rule, null, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0 from unnest(fact.missed) as rule
    where fact.month is not null
    union all
    select 'MOVE', move, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 from unnest(fact.moves) as move where fact.month is not null
    union all
    select 'ANSWERED_AFTER', took.power::text, null, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0
    from (select ceil(ln(greatest(extract(epoch from fact.answered_at - fact.received_at), 1)) / ln(1.05))::int as power)
             as took
    where fact.month is not null and fact.answered_at is not null
$$;

-- The same sums from the facts themselves: what the rollups must always equal, and how they are built anew.
create view rollup_scan as
    select fact.government, fact.month, it.cut, it.key, max(it.label) as label,
           sum(it.received) as received, sum(it.answered) as answered, sum(it.open) as open, sum(it.ended) as ended,
           sum(it.overdue) as overdue, sum(it.late) as late, sum(it.objected) as objected, sum(it.kept) as kept,
           sum(it.missed) as missed, sum(it.moved) as moved
    from complaint_fact as fact, counted(fact) as it
    group by fact.government, fact.month, it.cut, it.key;

-- Each statement on the facts appends the difference that it makes, summed over all its rows.
create function append_rollup_delta() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into rollup_delta
        select after.government, after.month, it.cut, it.key, max(it.label), sum(it.received), sum(it.answered),
               sum(it.open), sum(it.ended), sum(it.overdue), sum(it.late), sum(it.objected), sum(it.kept),
               sum(it.missed), sum(it.moved)
        from after, counted(after) as it
        group by 1, 2, 3, 4;
    elsif tg_op = 'DELETE' then
        insert into rollup_delta
        select before.government, before.month, it.cut, it.key, null, -sum(it.received), -sum(it.answered),
               -sum(it.open), -sum(it.ended), -sum(it.overdue), -sum(it.late), -sum(it.objected), -sum(it.kept),
               -sum(it.missed), -sum(it.moved)
        from before, counted(before) as it
        group by 1, 2, 3, 4;
    else
        insert into rollup_delta
        select government, month, cut, key, max(label), sum(received), sum(answered), sum(open), sum(ended),
               sum(overdue), sum(late), sum(objected), sum(kept), sum(missed), sum(moved)
        from (
            select after.government, after.month, it.* from after, counted(after) as it
            union all
            select before.government, before.month, it.cut, it.key, null, -it.received, -it.answered, -it.open,
                   -it.ended, -it.overdue, -it.late, -it.objected, -it.kept, -it.missed, -it.moved
            from before, counted(before) as it
        ) as changed
        group by government, month, cut, key
        having (sum(received), sum(answered), sum(open), sum(ended), sum(overdue), sum(late), sum(objected), sum(kept),
                sum(missed), sum(moved)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    end if;
    return null;
end
$$;

create trigger rollup_of_new after insert on complaint_fact
    referencing new table as after for each statement execute function append_rollup_delta();
create trigger rollup_of_changed after update on complaint_fact
    referencing old table as before new table as after for each statement execute function append_rollup_delta();
create trigger rollup_of_gone after delete on complaint_fact
    referencing old table as before for each statement execute function append_rollup_delta();

-- What was there before there were sums.
insert into rollup select * from rollup_scan;
