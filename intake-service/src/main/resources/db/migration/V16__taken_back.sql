-- Of what was taken over before this, or by a replica of the version before, it was not kept which import told what.
alter table past_complaint add column unkept boolean not null default true;
create index past_complaint_by_id on past_complaint (complaint_id);

-- What was told of a complaint, masked, as the event told it: so that it can be told again.
create table past_version (
    complaint_id uuid not null,
    -- As in past_complaint.
    content bytea not null,
    -- Of the receipt, its first day, by the government's own clock.
    month date not null,
    told bytea not null,
    primary key (complaint_id, content)
);

-- Which import told of which complaint, also when it told the same as another before; the last one holds.
create table past_telling (
    import_id uuid not null,
    complaint_id uuid not null,
    no bigint generated always as identity,
    content bytea not null,
    primary key (import_id, complaint_id)
);
create index past_telling_of on past_telling (complaint_id, no);

-- Imports that are to be taken back as a whole.
create table past_take_back (
    import_id uuid primary key references past_import on delete cascade,
    state text not null check (state in ('ASKED', 'UNDER_WAY', 'DONE', 'REFUSED')),
    asked_at timestamptz not null,
    asked_by text not null,
    -- Of the compiled recaps because of which it was refused.
    months text[],
    -- Of the complaints that the import told of, and what became of them.
    total int not null,
    gone int not null default 0,
    restored int not null default 0,
    stayed int not null default 0,
    -- Of how many it was told that the import's telling holds no more.
    undone int not null default 0,
    ended_at timestamptz
);
create index past_take_back_under_way on past_take_back (asked_at) where state = 'UNDER_WAY';

-- Files that seem to be another government's, and who said that they are meant all the same.
create table past_elsewhere (
    import_id uuid primary key references past_import on delete cascade,
    -- Null when they are of several, or of none that they name.
    place text,
    elsewhere int not null,
    ours int not null,
    -- A title above the table names it.
    titled boolean not null,
    meant_at timestamptz,
    meant_by text
);
