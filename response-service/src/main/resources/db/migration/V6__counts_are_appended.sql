-- Counts are appended, and added up now and then. Updated in place, the count of a busy agency left a dead version behind
-- with every batch, and while a long transaction was open (a dump, a report) each further change walked along all of them.
-- Who changes cases meanwhile waits here, before the trigger, and not within its former body.
lock table desk_case in share row exclusive mode;
alter table desk_count drop constraint desk_count_pkey, drop column slot;
create index desk_count_agency on desk_count (government, agency);

create function fold_desk_counts() returns void language plpgsql as $$
begin
    if pg_try_advisory_xact_lock(hashtext('desk_count')) then
        with gone as (delete from desk_count returning *)
        insert into desk_count (government, agency, status, cases)
        select government, agency, status, sum(cases) from gone
        group by government, agency, status
        having sum(cases) <> 0;
    end if;
end
$$;

create or replace function count_desk_cases() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into desk_count (government, agency, status, cases)
        select government, agency, status, count(*)
        from after_it
        where number is not null and agency is not null
        group by government, agency, status;
    else
        insert into desk_count (government, agency, status, cases)
        select government, agency, status, sum(change)
        from (select government, agency, status, 1 as change from after_it
              where number is not null and agency is not null
              union all
              select government, agency, status, -1 from before_it
              where number is not null and agency is not null) as moved
        group by government, agency, status
        having sum(change) <> 0;
    end if;
    -- Some thousand rows as a rule, which a reader adds up in a millisecond.
    if random() < 0.003 then
        perform fold_desk_counts();
    end if;
    return null;
end
$$;
