-- Whether what the office says may be mailed; of those that came before this was known, it may not.
alter table recipient add column secret boolean not null default true;

-- An office may ask, and answer, more than once.
alter table delivery rename column answer to words;
alter table delivery add column happened_at timestamptz;
update delivery set happened_at = created_at;
alter table delivery
    alter column happened_at set not null,
    drop constraint delivery_complaint_id_message_way_key,
    add unique (complaint_id, message, way, happened_at),
    drop constraint delivery_message_check,
    add check (message in ('RECEIVED', 'INFORMATION_REQUESTED', 'ANSWERED', 'REFERRED_OUTSIDE'));
