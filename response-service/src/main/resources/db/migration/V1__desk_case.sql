-- One row per complaint with all that the desk shows. Each topic has its own columns; a case is on the desk once it is
-- known what it is (number) and whose it is (agency).
create table desk_case (
    id uuid primary key,
    government text not null,

    number text,
    channel text,
    type text,
    visibility text,
    category text,
    title text,
    text text,
    address text,
    region_code text,
    received_at timestamptz,

    agency text,
    agency_name text,
    dispatched_at timestamptz,
    due_at timestamptz,

    status text not null default 'DISPATCHED',
    accepted_at timestamptz,
    accepted_by text,
    answer text,
    answered_at timestamptz,
    answered_by text,
    version integer not null default 0
);
create index desk_queue on desk_case (government, agency, received_at desc, id desc);
