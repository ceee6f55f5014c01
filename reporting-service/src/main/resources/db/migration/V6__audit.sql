-- The last search for what is not as it was, of each government.
create table audit (
    government text primary key,
    -- CHECKING, DONE, FAILED
    state text not null,
    checked bigint not null,
    findings jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
