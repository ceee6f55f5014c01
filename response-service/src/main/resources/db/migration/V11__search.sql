-- The words come from search-kit now. Those that PostgreSQL cut itself, also such as a replica of the version before goes on
-- writing, bear no mark of the rules; they are made anew in the background, and this index, empty when all are, finds them.
create index case_words_of_old on case_text (case_id) where not words @@ '''^1'''::tsquery;

-- So many cases as are asked for, in no order. However common PostgreSQL takes the words to be, they are looked up: it knows
-- nothing of which words stand together, and would read the whole table for the first few. As long as there are words of
-- before, these are asked as before.
create function found_cases(of_government text, asked tsquery, asked_before tsquery, most integer) returns setof uuid
language plpgsql stable set enable_seqscan = off as $$
begin
    if exists (select from case_text where not words @@ '''^1'''::tsquery) then
        return query
            select told.case_id from case_text as told
            where told.government = of_government
              and told.words @@ (('''^1'''::tsquery && asked) || (!!'''^1'''::tsquery && asked_before))
            limit most;
    else
        return query
            select told.case_id from case_text as told
            where told.government = of_government and told.words @@ asked
            limit most;
    end if;
end
$$;
