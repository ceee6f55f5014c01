-- Words by the second rules of search-kit, made anew in the background like those that are not made yet. They bear the mark of
-- the first rules too: to a replica of then they are as good as its own.
create index complaint_to_be_found_anew on complaint_search (complaint_id) where (words @@ '''^2'''::tsquery) is not true;

-- As before, with the words that are wanted one by one: the rarer of them are looked up, and what is found is asked for the rest.
-- The index reads all complaints of a beginning before it tells the first, and of an exclusion all that are excluded. What stands
-- in more than one in fifty of some complaints is taken to be common; if all of them are, they are looked up together. As long as
-- there are words of before, complaints are found as before. An older replica asks in the way of before.
-- In less memory the index would tell pages instead of rows, each of which were read.
create function found_complaints(wanted tsquery[], asked tsquery, most integer)
    returns setof uuid language plpgsql stable set enable_seqscan = off set work_mem = '64MB' as $$
declare
    looked_up tsquery := coalesce(
        (select string_agg(format('(%s)', part), ' & ' order by part)::tsquery
         from unnest(wanted) as part
         where cardinality(wanted) = 1
            or (select count(*) from (select words from complaint_search limit 500) as few where few.words @@ part) <= 10),
        (select string_agg(format('(%s)', part), ' & ' order by part)::tsquery from unnest(wanted) as part),
        asked);
begin
    if exists (select from complaint_search where (words @@ '''^2'''::tsquery) is not true and words is not null) then
        return query select * from found_complaints(asked, most);
    else
        return query
            select told.complaint_id from complaint_search as told
            where told.words @@ looked_up
              and case when told.words @@ asked then true else false end
            limit most;
    end if;
end
$$;
