-- Words by the second rules of search-kit, made anew in the background; this index, empty when all are, finds those that wait.
-- They bear the mark of the first rules too: to a replica of then they are as good as its own.
create index case_words_of_rules_before on case_text (case_id) where not words @@ '''^2'''::tsquery;

-- As before, with the words that are wanted one by one: the rarer of them are looked up, and what is found is asked for the rest.
-- The index reads all cases of a beginning before it tells the first, and of an exclusion all that are excluded. What stands in
-- more than one in fifty of some cases is taken to be common; if all of them are, they are looked up together. As long as there
-- are words of before, cases are found as before. An older replica asks in the way of before.
-- In less memory the index would tell pages instead of rows, each of which were read.
create function found_cases(of_government text, wanted tsquery[], asked tsquery, asked_before tsquery, most integer)
    returns setof uuid language plpgsql stable set enable_seqscan = off set work_mem = '64MB' as $$
declare
    looked_up tsquery := coalesce(
        (select string_agg(format('(%s)', part), ' & ' order by part)::tsquery
         from unnest(wanted) as part
         where cardinality(wanted) = 1
            or (select count(*) from (select words from case_text limit 500) as few where few.words @@ part) <= 10),
        (select string_agg(format('(%s)', part), ' & ' order by part)::tsquery from unnest(wanted) as part),
        asked);
begin
    if exists (select from case_text where not words @@ '''^2'''::tsquery) then
        return query select * from found_cases(of_government, asked, asked_before, most);
    else
        return query
            select told.case_id from case_text as told
            where told.government = of_government
              and told.words @@ looked_up
              and case when told.words @@ asked then true else false end
            limit most;
    end if;
end
$$;
