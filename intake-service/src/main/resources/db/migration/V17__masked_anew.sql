-- The last time that what citizens wrote was masked anew from the vault, or is: of complaints up to that moment, in the order
-- of their ids, which is that of their receipt.
create table masking_anew (
    only_one boolean primary key default true check (only_one),
    asked_at timestamptz not null,
    asked_by text not null,
    request uuid,
    -- The last complaint that was done, and when it and the first one came.
    position uuid not null default '00000000-0000-0000-0000-000000000000',
    since timestamptz,
    through timestamptz,
    done bigint not null default 0,
    -- Those whose person was erased, and those that do not open.
    left_alone bigint not null default 0,
    ended_at timestamptz
);
