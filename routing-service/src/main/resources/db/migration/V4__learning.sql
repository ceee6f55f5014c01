-- Which agency a case turned out to be for, and of which the system had been sure.
alter table cases
    add column confirmed_at timestamptz,
    add column sure_of text;
update cases set confirmed_at = answered_at where answered_at is not null and agency is not null;
-- What can be learned, the newest first; and how often the system was right when it was sure.
create index cases_confirmed on cases (government, confirmed_at) where confirmed_at is not null;
create index cases_sure_confirmed on cases (government, confirmed_at)
    where confirmed_at is not null and sure_of is not null;

-- Whether the system may dispatch by itself; a government without a row may. How often it was right counts from then.
create table automatic_dispatch (
    government text primary key,
    enabled boolean not null,
    since timestamptz not null,
    -- Null when the system itself switched it off.
    changed_by text,
    -- What had been measured when the system switched it off.
    measured int,
    correct int
);
