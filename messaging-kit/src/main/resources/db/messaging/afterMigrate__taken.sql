-- The ids of the events whose effect is in this database: those of one batch that were made in one tenth of a second stand
-- in one row, a hundred at most, so that none leaves its page. Flyway runs this after each migration, whatever the number of the
-- service's own last one.
do $$
begin
    perform pg_advisory_xact_lock(hashtext('taken'));
    if to_regclass('taken') is not null then
        return;
    end if;

    create table taken (tenth bigint not null, ids uuid[] not null);
    create index taken_tenth on taken (tenth);
    alter table taken alter ids set statistics 0;

    -- A replica of an earlier version keeps each id in a row of inbox. It waits for all batches that are under way, then
    -- sees what they took.
    create function wait_for_taken() returns trigger language plpgsql as $wait$
    begin
        perform pg_advisory_xact_lock(hashtext('inbox'));
        return null;
    end
    $wait$;
    create trigger wait_for_taken before insert on inbox
        for each statement execute function wait_for_taken();

    create function leave_taken() returns trigger language plpgsql as $leave$
    begin
        if exists (select
                   from taken
                   where tenth = ('x' || substr(replace(new.event_id::text, '-', ''), 1, 12))::bit(48)::bigint / 100
                     and new.event_id = any(ids)) then
            return null;
        end if;
        return new;
    end
    $leave$;
    create trigger leave_taken before insert on inbox
        for each row execute function leave_taken();
end
$$;
