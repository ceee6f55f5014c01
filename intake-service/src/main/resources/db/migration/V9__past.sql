-- Files of the past that are looked through and taken over. The file holds persons: it is sealed with a key of its own,
-- and both are erased when it is done with.
create table past_import (
    id uuid primary key,
    government text not null,
    file_name text not null,
    -- Alleged misconduct is taken over as secret, whatever the source says.
    oversight_secret boolean not null,
    state text not null check (state in ('CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'REFUSED')),
    refusal text,
    source text,
    -- Of the pass under way; the check tells how many there are.
    rows_done int not null default 0,
    rows_total int,
    fresh int not null default 0,
    changed int not null default 0,
    known int not null default 0,
    faulty int not null default 0,
    created_at timestamptz not null,
    created_by text not null,
    finished_at timestamptz,
    wrapped_key bytea,
    file bytea
);
create index past_import_page on past_import (government, created_at, id);
create index past_import_waiting on past_import (created_at) where state in ('CHECKING', 'IMPORTING');

-- What the check has to say of rows: never what stands in them.
create table past_finding (
    import_id uuid not null references past_import on delete cascade,
    row_no int not null,
    column_name text not null,
    reason text not null,
    -- Otherwise a remark: the row is taken over all the same.
    fault boolean not null,
    sheet text,
    sheet_row int not null,
    primary key (import_id, row_no, column_name, reason)
);

-- What was taken over, by what its source calls it, so that nothing is taken twice.
create table past_complaint (
    government text not null,
    source text not null,
    source_id text not null,
    complaint_id uuid not null,
    -- Fingerprint of all that was told of it.
    content bytea not null,
    import_id uuid not null,
    primary key (government, source, source_id)
);
