-- The satisfaction surveys (SKM, Permen PANRB 14/2017), one a complaint. A survey counts in the month in which it was
-- filled in, whenever the complaint came.
create table satisfaction_survey (
    complaint_id uuid primary key,
    government text not null,
    answered_at timestamptz not null,
    -- The first day of its month, in the government's time zone.
    month date not null,
    -- U1 to U9, 1 to 4 each.
    scores int[] not null,
    -- Masked by intake; empty when the complaint is secret.
    remark text
);
create index satisfaction_survey_month on satisfaction_survey (government, month);

-- SATISFACTION: the key is ELEMENT>SCORE, received the complaints that gave it.
create view survey_scan as
    select government, month, 'SATISFACTION'::text as cut, 'U' || element || '>' || score as key, null::text as label,
           count(*) as received, 0::bigint as answered, 0::bigint as open, 0::bigint as ended, 0::bigint as overdue,
           0::bigint as late, 0::bigint as objected, 0::bigint as kept, 0::bigint as missed, 0::bigint as moved,
           0::bigint as unpromised
    from satisfaction_survey, unnest(scores) with ordinality as given (score, element)
    group by government, month, element, score;

create or replace view rollup_scan as
    select fact.government, fact.month, it.cut, it.key, max(it.label) as label,
           sum(it.received) as received, sum(it.answered) as answered, sum(it.open) as open, sum(it.ended) as ended,
           sum(it.overdue) as overdue, sum(it.late) as late, sum(it.objected) as objected, sum(it.kept) as kept,
           sum(it.missed) as missed, sum(it.moved) as moved, sum(it.unpromised) as unpromised
    from complaint_fact as fact, counted(fact) as it
    group by fact.government, fact.month, it.cut, it.key
    union all
    select * from survey_scan;

-- A survey is written once, and taken away and written again by a rebuild.
create function append_survey_delta() returns trigger language plpgsql as $$
begin
    insert into rollup_delta
    select government, month, 'SATISFACTION', 'U' || element || '>' || score, null,
           case when tg_op = 'DELETE' then -count(*) else count(*) end, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from changed, unnest(scores) with ordinality as given (score, element)
    group by government, month, element, score;
    return null;
end
$$;
create trigger rollup_of_survey after insert on satisfaction_survey
    referencing new table as changed for each statement execute function append_survey_delta();
create trigger rollup_of_survey_gone after delete on satisfaction_survey
    referencing old table as changed for each statement execute function append_survey_delta();
