-- Whether the citizen wants no name known; of those that came before this was known a letter too many is ticked off.
alter table recipient add column anonymous boolean not null default false;

-- What no way brought and an officer prints. Its id is that of the delivery with which the ladder ended. No address ever.
create table letter (
    id uuid primary key references delivery,
    complaint_id uuid not null references recipient,
    government text not null,
    message text not null,
    -- What it tells of, the latest where there is more: who gets that on a way needs no letter.
    happened_at timestamptz not null,
    since timestamptz not null,
    why text not null check (why in ('NO_ADDRESS', 'FAILED')),
    done_at timestamptz,
    -- The officer's id in Keycloak.
    done_by text,
    remark text,
    constraint done_whole check ((done_at is null) = (done_by is null) and (done_at is not null or remark is null))
);
create unique index letter_owed_once on letter (complaint_id, message) where done_at is null;
create index letter_open on letter (government, since, id) where done_at is null;
create index letter_done on letter (government, done_at, id) where done_at is not null;
