-- As before, with the words that are wanted one by one: the rarer of them are looked up, and what is found is asked for the rest.
-- The index reads all complaints of a beginning before it tells the first, and of an exclusion all that are excluded. What stands
-- in more than one in fifty of some complaints is taken to be common; if all of them are, they are looked up together. An older
-- replica asks in the way of before.
create function found_complaints(wanted tsquery[], asked tsquery, most integer)
    returns setof uuid language plpgsql stable set enable_seqscan = off as $$
declare
    looked_up tsquery := coalesce(
        (select string_agg(format('(%s)', part), ' & ')::tsquery
         from unnest(wanted) as part
         where cardinality(wanted) = 1
            or (select count(*) from (select words from complaint_search limit 500) as few where few.words @@ part) <= 10),
        asked);
begin
    return query
        select told.complaint_id from complaint_search as told
        where told.words @@ looked_up
          and case when told.words @@ asked then true else false end
        limit most;
end
$$;
