-- Evidence lies in files from now on, sealed with one key for each case; who deletes the key erases them.
create table file_key (
    case_id uuid primary key references desk_case,
    wrapped_key bytea not null
);

-- What an earlier version wrote here moves into a file while the service runs.
alter table evidence
    alter column content drop not null,
    add column lat double precision,
    add column lon double precision;
create index evidence_to_move on evidence (added_at) where content is not null;
