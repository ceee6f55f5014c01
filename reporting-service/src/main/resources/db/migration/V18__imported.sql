-- What another system handled is found without the many that were lodged here.
create index complaint_fact_imported on complaint_fact (government, month) where source is not null;

-- The first month in which something was lodged here; null before. From then on recaps are owed.
create function begun_in(asked text) returns date language sql stable as $$
    select min(month) from complaint_fact where government = asked and month is not null and source is null
$$;
