-- By whose word a case would have gone if that had the right to send it, and where: what confirmed cases say of it. Null in
-- what an earlier version kept, and where nothing spoke clearly.
alter table cases
    add column claimed_by text,
    add column claimed_for text;
create index cases_claimed_confirmed on cases (government, claimed_by, confirmed_at)
    where confirmed_at is not null and claimed_by is not null;
create index cases_sure_of_confirmed on cases (government, sure_of, confirmed_at)
    where confirmed_at is not null and sure_of is not null;

-- Whether a rule, what was learned, or an agency may be dispatched by or to. Who has no row has the right to start with.
create table dispatch_right (
    government text not null,
    kind text not null,
    holder text not null,
    enabled boolean not null,
    -- How often it was right counts from then.
    since timestamptz not null,
    -- Null when the system itself gave or took it.
    changed_by text,
    -- What had been measured when the system did.
    measured int,
    correct int,
    primary key (government, kind, holder)
);
