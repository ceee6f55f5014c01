-- What a complaint is found by, made by search-kit in the background: empty, or without the mark of the rules in force, until
-- then. Whoever writes words, also a replica of the version before or a rebuilding, has them queued here by that alone.
create table complaint_search (
    complaint_id uuid primary key,
    words tsvector
);
insert into complaint_search (complaint_id) select complaint_id from complaint_words;
create index complaint_found on complaint_search using gin (words);
create index complaint_to_be_found on complaint_search (complaint_id) where (words @@ '''^1'''::tsquery) is not true;

create function want_search() returns trigger language plpgsql as $$
begin
    insert into complaint_search (complaint_id) values (new.complaint_id)
    on conflict (complaint_id) do update set words = null where complaint_search.words is not null;
    return null;
end
$$;
create trigger words_are_new after insert on complaint_words
    for each row execute function want_search();
create trigger words_are_others after update of title, text, address on complaint_words
    for each row when ((old.title, old.text, old.address) is distinct from (new.title, new.text, new.address))
    execute function want_search();

create function forget_search() returns trigger language plpgsql as $$
begin
    delete from complaint_search where complaint_id = old.complaint_id;
    return null;
end
$$;
create trigger words_are_gone after delete on complaint_words
    for each row execute function forget_search();

-- So many complaints as are asked for, in no order. However common PostgreSQL takes the words to be, they are looked up: it
-- knows nothing of which words stand together, and would read the whole table for the first few.
create function found_complaints(asked tsquery, most integer) returns setof uuid
language sql stable set enable_seqscan = off
begin atomic
    select told.complaint_id from complaint_search as told
    where told.words @@ found_complaints.asked
    limit found_complaints.most;
end;
