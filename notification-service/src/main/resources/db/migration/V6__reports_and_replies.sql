-- Replies of conversations stand in the ledger too: as their complaint the conversation, as their id the reply's own. The
-- version before has no sender for them and leaves them alone.
alter table delivery
    drop constraint delivery_message_check,
    add constraint delivery_message_check check (message in
        ('RECEIVED', 'INFORMATION_REQUESTED', 'ANSWERED', 'REFERRED_OUTSIDE', 'SCREENED_OUT', 'DIALOGUE')) not valid,
    -- Until when the provider's report is waited for. UNKNOWN: it counts as failed then. SENT: its words go then.
    add column report_until timestamptz,
    -- The attempt that the provider says has failed; who made it has nothing to add.
    add column failed_attempt integer,
    drop constraint done_is_done,
    add constraint done_is_done check (
        (state in ('PENDING', 'SENDING', 'UNKNOWN') or words is null or (state = 'SENT' and report_until is not null))
        and (state in ('PENDING', 'SENDING') or next_attempt_at is null)) not valid;
create index delivery_unreported on delivery (report_until) where report_until is not null;
create index delivery_dialogue on delivery (complaint_id, happened_at)
    where message = 'DIALOGUE' and state in ('PENDING', 'SENDING');
