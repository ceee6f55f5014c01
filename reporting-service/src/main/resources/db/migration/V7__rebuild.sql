-- How the rebuilding of what the topics told is getting on; one row.
create table rebuild (
    only_one boolean primary key default true check (only_one),
    state text not null,
    done bigint not null,
    total bigint not null,
    corrected bigint not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    cause text
);
