-- As before, with the words that are wanted one by one: the rarer of them are looked up, and what is found is asked for the rest.
-- The index reads all cases of a beginning before it tells the first, and of an exclusion all that are excluded. What stands in
-- more than one in fifty of some cases is taken to be common; if all of them are, they are looked up together. An older replica
-- asks in the way of before.
create function found_cases(of_government text, wanted tsquery[], asked tsquery, asked_before tsquery, most integer)
    returns setof uuid language plpgsql stable set enable_seqscan = off as $$
declare
    looked_up tsquery := coalesce(
        (select string_agg(format('(%s)', part), ' & ')::tsquery
         from unnest(wanted) as part
         where cardinality(wanted) = 1
            or (select count(*) from (select words from case_text limit 500) as few where few.words @@ part) <= 10),
        asked);
begin
    if exists (select from case_text where not words @@ '''^1'''::tsquery) then
        return query
            select told.case_id from case_text as told
            where told.government = of_government
              and told.words @@ (('''^1'''::tsquery && looked_up) || (!!'''^1'''::tsquery && asked_before))
              and case when told.words @@ '''^1'''::tsquery then told.words @@ asked else true end
            limit most;
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
