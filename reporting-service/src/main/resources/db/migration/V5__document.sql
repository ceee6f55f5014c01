-- Documents of compiled recaps. What is done with a recap after one was made makes another.
create table recap_document (
    recap_id uuid not null,
    version int not null,
    -- How many deeds it tells of.
    deeds int not null,
    -- MAKING, READY, FAILED
    state text not null,
    requested_at timestamptz not null,
    -- How often it was begun; one that brings the service down is not begun for ever.
    attempts int not null default 0,
    made_at timestamptz,
    bytes bytea,
    primary key (recap_id, version, deeds),
    foreign key (recap_id, version) references recap_version
);

create trigger made_document_stays before update or delete on recap_document
    for each row when (old.state = 'READY') execute function refuse_change();
create trigger documents_stay before truncate on recap_document execute function refuse_change();
