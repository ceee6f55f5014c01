-- When what is known of a complaint of the past was told, or told to hold no more.
alter table complaint_fact add column imported_at timestamptz;

-- Which import told of which complaint, and by which link of its chain for the first time.
create table import_telling (
    import_id uuid not null,
    complaint_id uuid not null,
    seq int not null,
    -- It holds no more, for the import is being taken back.
    undone boolean not null default false,
    primary key (import_id, complaint_id)
);

-- Imports that may be taken back. Until each is, no recap of these months is compiled.
create table import_take_back (
    import_id uuid primary key,
    government text not null,
    months date[] not null,
    -- How many complaints hold no more; null until all of them were told.
    complaints int
);
