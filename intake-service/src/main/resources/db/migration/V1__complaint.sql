-- A complaint as it was accepted. What the citizen wrote and who it was stands in the vault.
create table complaint (
    id uuid primary key,
    government text not null,
    number text not null,
    channel text not null,
    type text not null,
    visibility text not null,
    category text,
    region_code text,
    received_at timestamptz not null,
    idempotency_key bytea,
    request_hash bytea,
    constraint complaint_number unique (number)
);
create unique index complaint_idempotency_key on complaint (idempotency_key) where idempotency_key is not null;

-- Sealed with a key of the complaint's own, which is wrapped with the master key. Without wrapped_key the person is
-- erased; the row stays as proof.
create table vault (
    complaint_id uuid primary key,
    wrapped_key bytea,
    sealed bytea not null,
    secret_hash bytea not null
);

-- Who looked into the vault, and what for (UU 27/2022).
create table vault_access (
    id uuid primary key,
    complaint_id uuid not null,
    accessed_at timestamptz not null,
    accessed_by text not null,
    what text not null,
    purpose text not null
);
create index vault_access_complaint on vault_access (complaint_id, accessed_at);

-- What the other services told about a complaint, as far as its citizen may know. Each event has its own columns, so
-- that the order in which topics are read does not matter.
create table progress (
    complaint_id uuid primary key,
    agency text,
    agency_name text,
    dispatched_at timestamptz,
    due_at timestamptz,
    accepted_at timestamptz,
    answered_at timestamptz,
    answer text
);
