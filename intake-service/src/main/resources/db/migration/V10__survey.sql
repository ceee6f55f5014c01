-- How satisfied the citizen is: the nine elements of the survey in their order, 1 to 4 (Permen PANRB 14/2017).
alter table addition drop constraint addition_step_check;
alter table addition
    add constraint addition_step_check check (step in ('REPLIED', 'OBJECTED', 'WITHDRAWN', 'SURVEYED')),
    add column scores int[],
    add constraint addition_scores check ((step = 'SURVEYED') = (scores is not null));
-- Once for each complaint, whatever happens side by side.
create unique index addition_survey on addition (complaint_id) where step = 'SURVEYED';
