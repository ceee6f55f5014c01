-- Rows that hold no complaint (titles, sums), so that all rows of a file are accounted for. A file whose heading is not
-- known waits for an officer to say what its columns mean.
alter table past_import
    add column empty int not null default 0,
    drop constraint past_import_state_check,
    add constraint past_import_state_check
        check (state in ('CHECKING', 'UNMAPPED', 'CHECKED', 'IMPORTING', 'DONE', 'REFUSED'));

-- The label that is not known here, masked; and of what it is one, where an officer may say what it means.
alter table past_finding
    add column value text,
    add column label text;

-- All that was told of it so far, masked, so that nothing is lost when less is told. Sealed with a key of its own. Null of
-- what was taken over before, or by a version that did not keep it.
alter table past_complaint
    add column told bytea,
    add column told_key bytea;

-- What other systems call the agencies and categories of this government, as officers said. Without a target the label
-- keeps its own name.
create table past_label (
    government text not null,
    kind text not null,
    label text not null,
    target text,
    told_at timestamptz not null,
    told_by text not null,
    primary key (government, kind, label)
);

-- What the columns under a heading mean, as officers said; the heading by its fingerprint.
create table past_columns (
    government text not null,
    heading text not null,
    places text not null,
    unmarked text not null,
    told_at timestamptz not null,
    told_by text not null,
    primary key (government, heading)
);
