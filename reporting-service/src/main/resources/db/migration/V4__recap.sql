-- The recap of a month on its way from the end of the month to the archive.
create table monthly_recap (
    id uuid primary key,
    government text not null,
    month date not null,
    -- RUNNING, DUE, COMPILED, EVALUATED, DISPOSED, ARCHIVED
    state text not null,
    -- The last version that was compiled of the whole month; 0 when none was.
    version int not null,
    -- How often it was returned ("perlu evaluasi").
    loops int not null,
    -- The procedure that it began with, by file name.
    sop jsonb not null,
    unique (government, month)
);

-- The recap as it was compiled, once and for all.
create table recap_version (
    recap_id uuid not null references monthly_recap,
    version int not null,
    -- COMPILING, then COMPILED
    state text not null,
    -- Compiled before the month was over.
    preliminary boolean not null,
    requested_by text,
    requested_by_name text,
    requested_at timestamptz not null,
    as_of timestamptz,
    complaints int,
    -- Leaf 0 of the Merkle tree: government, month, version and figures, as JSON.
    head text,
    root bytea,
    -- Roots of every 1,024 leaves, one after the other.
    chunks bytea,
    primary key (recap_id, version)
);
create unique index recap_version_one_at_a_time on recap_version (recap_id) where state = 'COMPILING';

-- One complaint of a compiled recap: leaf NO of the Merkle tree.
create table recap_entry (
    recap_id uuid not null,
    version int not null,
    no int not null,
    complaint_id uuid not null,
    entry text not null,
    leaf bytea not null,
    primary key (recap_id, version, no),
    foreign key (recap_id, version) references recap_version
);
create unique index recap_entry_complaint on recap_entry (complaint_id, recap_id, version);

-- What was done with a recap, each deed linked to the one before.
create table recap_deed (
    recap_id uuid not null references monthly_recap,
    seq int not null,
    kind text not null,
    version int not null,
    done_by text,
    done_by_name text,
    text text,
    -- As it went into the link, to the last digit.
    done_at text not null,
    link bytea not null,
    primary key (recap_id, seq)
);

-- What is compiled or archived does not change, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a compiled or archived recap does not change' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger archived_recap_stays before update or delete on monthly_recap
    for each row when (old.state = 'ARCHIVED') execute function refuse_change();
create trigger compiled_version_stays before update or delete on recap_version
    for each row when (old.state = 'COMPILED') execute function refuse_change();
create trigger entry_stays before update or delete on recap_entry for each row execute function refuse_change();
create trigger deed_stays before update or delete on recap_deed for each row execute function refuse_change();
create trigger recaps_stay before truncate on monthly_recap execute function refuse_change();
create trigger versions_stay before truncate on recap_version execute function refuse_change();
create trigger entries_stay before truncate on recap_entry execute function refuse_change();
create trigger deeds_stay before truncate on recap_deed execute function refuse_change();

create function refuse_late_entries() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct recap_id, version from added) as touched
               join recap_version using (recap_id, version) where state <> 'COMPILING') then
        raise exception 'a compiled recap takes no more complaints' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;
create trigger no_late_entries after insert on recap_entry
    referencing new table as added for each statement execute function refuse_late_entries();

create function refuse_late_deed() returns trigger language plpgsql as $$
begin
    if exists (select from monthly_recap where id = new.recap_id and state = 'ARCHIVED') then
        raise exception 'nothing is done any more with an archived recap'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger no_late_deed before insert on recap_deed for each row execute function refuse_late_deed();

-- What the citizen and the office wrote, as one digest. Words that were erased have none.
create function words_digest(words complaint_words) returns text language sql immutable as $$
    select encode(sha256(convert_to(concat_ws(e'\n', words.title, words.text, words.address, words.answer), 'UTF8')), 'hex')
    where num_nonnulls(words.title, words.text, words.address, words.answer) > 0
$$;

create function at_utc(at timestamptz) returns text language sql immutable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
