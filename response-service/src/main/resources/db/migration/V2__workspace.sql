-- The words of a complaint are written once and searched; what changes stays narrow beside them.
create table case_text (
    case_id uuid primary key,
    government text not null,
    title text,
    text text,
    address text,
    lat double precision,
    lon double precision,
    words tsvector not null
);
insert into case_text (case_id, government, title, text, address, words)
select id, government, title, text, address,
       to_tsvector('simple', number) || to_tsvector('indonesian', concat_ws(' ', title, text, address))
from desk_case
where number is not null;
create index case_words on case_text using gin (words);

alter table desk_case
    drop column title,
    drop column text,
    drop column address,
    -- What was told of the case by other services, oldest first; what the desk did itself is in "deed".
    add column history jsonb not null default '[]',
    -- The deadline of the agency's SOP step that began last.
    add column step_due_at timestamptz,
    add column dispatch_reason text,
    add column hop integer,
    add column ended_at timestamptz,

    add column back_to text,
    add column assignee text,
    add column assignee_name text,
    add column division text,
    add column division_name text,
    add column division_due_at timestamptz,
    add column approval_requested boolean not null default false,
    add column follow_up text,
    add column follow_up_by date,
    add column follow_up_due_at timestamptz,
    add column resolved_at timestamptz;

-- What somebody at the desk has to do next, and by when; null when it is nobody's turn.
alter table desk_case
    add column next_due_at timestamptz generated always as (
        case
            when number is null or agency is null then null
            when status in ('DISPATCHED', 'IN_PROGRESS', 'NEEDS_INFO') then coalesce(due_at, dispatched_at)
            when status = 'DISPOSED' then least(due_at, division_due_at)
            when status = 'OBJECTED' then coalesce(step_due_at, due_at)
            when status = 'ANSWERED' then follow_up_due_at
        end) stored;

drop index desk_queue;
create index desk_newest on desk_case (government, agency, received_at desc, id desc)
    where number is not null and agency is not null;
create index desk_newest_of_all on desk_case (government, received_at desc, id desc)
    where number is not null and agency is not null;
create index desk_due on desk_case (government, agency, next_due_at, id) where next_due_at is not null;
create index desk_due_of_all on desk_case (government, next_due_at, id) include (agency, received_at, status)
    where next_due_at is not null;
create index desk_assignee on desk_case (assignee, next_due_at, id) where assignee is not null;
create index desk_follow_up on desk_case (government, agency) where status = 'ANSWERED' and next_due_at is not null;
create index desk_approval on desk_case (government, agency) where approval_requested;
create index desk_answered on desk_case (government, answered_at) where answered_at is not null;

create table disposition (
    id uuid primary key,
    case_id uuid not null references desk_case,
    agency text not null,
    parent uuid references disposition,
    division text not null,
    division_name text not null,
    instruction text not null,
    due_at timestamptz not null,
    issued_at timestamptz not null,
    issued_by text not null,
    issued_by_name text not null,
    answer text,
    answered_at timestamptz,
    answered_by text,
    answered_by_name text,
    voided_at timestamptz
);
create index disposition_case on disposition (case_id);
create index disposition_division on disposition (agency, division, case_id);

create table draft (
    case_id uuid primary key references desk_case,
    text text not null,
    follow_up text,
    follow_up_by date,
    version integer not null,
    edited_by text not null,
    edited_by_name text not null,
    edited_at timestamptz not null,
    approval text not null default 'NONE',
    reviewed_by_name text,
    remark text
);

create table deed (
    id bigint generated always as identity primary key,
    case_id uuid not null references desk_case,
    action text not null,
    agency text not null,
    division text,
    officer text not null,
    officer_name text not null,
    text text,
    done_at timestamptz not null
);
create index deed_case on deed (case_id, id);

-- Words among colleagues. Nothing that leaves the office reads this table.
create table note (
    id uuid primary key,
    case_id uuid not null references desk_case,
    agency text not null,
    author text not null,
    author_name text not null,
    text text not null,
    written_at timestamptz not null
);
create index note_case on note (case_id, written_at);

create table evidence (
    id uuid primary key,
    case_id uuid not null references desk_case,
    agency text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    content bytea not null,
    added_by text not null,
    added_by_name text not null,
    added_at timestamptz not null
);
create index evidence_case on evidence (case_id, added_at);
alter table evidence alter column content set storage external;

-- Who has opened a case's file.
create table look (
    case_id uuid not null references desk_case,
    officer text not null,
    officer_name text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null,
    primary key (case_id, officer)
);

create table template (
    id uuid primary key,
    government text not null,
    -- Null for all agencies of the government.
    agency text,
    name text not null,
    text text not null,
    version integer not null,
    edited_by_name text not null,
    edited_at timestamptz not null
);
create unique index template_name on template (government, coalesce(agency, ''), lower(name));

-- How many cases lie in which status, kept up by each statement that changes some. Several rows per count, so that
-- those who change cases at the same time seldom wait for each other; their sum counts.
create table desk_count (
    government text not null,
    agency text not null,
    status text not null,
    slot integer not null,
    cases integer not null,
    primary key (government, agency, status, slot)
);
insert into desk_count
select government, agency, status, 0, count(*)
from desk_case
where number is not null and agency is not null
group by government, agency, status;

create function count_desk_cases() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into desk_count as known
        select government, agency, status, pg_backend_pid() % 8, count(*)
        from after_it
        where number is not null and agency is not null
        group by government, agency, status
        order by government, agency, status
        on conflict (government, agency, status, slot) do update set cases = known.cases + excluded.cases;
    else
        insert into desk_count as known
        select government, agency, status, pg_backend_pid() % 8, sum(change)
        from (select government, agency, status, 1 as change from after_it
              where number is not null and agency is not null
              union all
              select government, agency, status, -1 from before_it
              where number is not null and agency is not null) as moved
        group by government, agency, status
        having sum(change) <> 0
        order by government, agency, status
        on conflict (government, agency, status, slot) do update set cases = known.cases + excluded.cases;
    end if;
    return null;
end
$$;
create trigger count_new after insert on desk_case
    referencing new table as after_it for each statement execute function count_desk_cases();
create trigger count_changed after update on desk_case
    referencing old table as before_it new table as after_it for each statement execute function count_desk_cases();
