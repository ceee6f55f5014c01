-- The procedures that cases run by, each version under the fingerprint of its text.
create table sop_version (
    government text not null,
    version text not null,
    number text not null,
    texts jsonb not null,
    first_used_at timestamptz not null default now(),
    primary key (government, version)
);

-- A case and where it stands in its life.
alter table dispatch_case rename to cases;
alter table cases
    add column type text not null default 'ORDINARY',
    add column visibility text not null default 'PUBLIC',
    add column sop text not null default '',
    add column state text not null default 'DISPATCHED',
    add column prior text,
    add column proposal text not null default '{"options": [], "automatic": false}',
    add column target text,
    add column return_reason text,
    add column forwarded_at timestamptz,
    add column replied_at timestamptz,
    add column ended_at timestamptz,
    alter column agency drop not null,
    alter column rule drop not null,
    alter column reason drop not null,
    alter column dispatched_at drop not null;
update cases set state = 'ANSWERED' where answered_at is not null;
alter table cases alter column type drop default, alter column visibility drop default, alter column sop drop default,
    alter column state drop default, alter column proposal drop default;
-- What waits for a coordinator or for the group.
create index cases_waiting on cases (government, received_at, complaint_id)
    where state in ('VERIFIED', 'FORWARDED', 'REDELEGATED');

-- What a case is about, masked, for who must find its agency. Nothing of a secret one.
create table case_text (
    complaint_id uuid primary key,
    title text,
    text text,
    category text,
    region text
);

-- One row per run of a deadline.
alter table clock
    add column government text not null default '',
    add column rule text not null default 'promise',
    add column agency text,
    add column pauses text not null default '',
    add column rung int not null default 0,
    add column ended_at timestamptz,
    add column took_seconds bigint,
    drop constraint clock_pkey,
    add primary key (complaint_id, rule, started_at);
update clock set government = cases.government, agency = cases.agency, rung = case when missed_at is null then 0 else 99 end
from cases where cases.complaint_id = clock.complaint_id;
alter table clock alter column government drop default, alter column rule drop default, alter column pauses drop default,
    alter column rung drop default;
create index clock_steps on clock (government, started_at) where kind = 'STEP';

-- When a clock must next be looked at.
alter table timer
    add column rule text not null default 'promise',
    add column started_at timestamptz,
    drop constraint timer_pkey;
update timer set started_at = clock.started_at from clock
where clock.complaint_id = timer.complaint_id and clock.kind = timer.kind;
alter table timer
    alter column rule drop default,
    drop column kind,
    add primary key (complaint_id, rule, started_at);

-- Moves between agencies: the way of a case, and who keeps sight of it.
create table redelegation (
    complaint_id uuid not null,
    hop int not null,
    government text not null,
    from_agency text not null,
    to_agency text not null,
    reason text not null,
    moved_at timestamptz not null,
    primary key (complaint_id, hop)
);
create index redelegation_matrix on redelegation (government, moved_at);

-- The calendar that open due dates go by.
create table calendar_in_force (
    government text primary key,
    version text not null,
    since timestamptz not null default now()
);
