-- The dates that a citizen is told beside the promised answer, of each purpose the newest.
create table term (
    complaint_id uuid not null,
    purpose text not null,
    -- Null when there is no such date any more.
    due_at timestamptz,
    primary key (complaint_id, purpose)
);

-- What a citizen adds unasked, and that the Ombudsman may be told; both move nothing.
alter table addition
    drop constraint addition_step_check,
    add constraint addition_step_check
        check (step in ('REPLIED', 'OBJECTED', 'WITHDRAWN', 'SURVEYED', 'SUPPLEMENTED', 'OMBUDSMAN_AGREED'));
create unique index addition_ombudsman on addition (complaint_id) where step = 'OMBUDSMAN_AGREED';
