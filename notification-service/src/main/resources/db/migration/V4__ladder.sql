-- Which ways there are the code knows: a sender more is no change of the schema. Both versions write rows on the way by
-- e-mail alone as long as no other sender is installed.
alter table delivery drop constraint delivery_way_check;

-- Wider than before, so that no row that exists needs looking at.
alter table delivery
    drop constraint delivery_state_check,
    add constraint delivery_state_check check (state in
        ('PENDING', 'SENDING', 'UNKNOWN', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'NO_ADDRESS')) not valid,
    -- What may not be out keeps its words: it may have to go out on another way.
    drop constraint done_is_done,
    add constraint done_is_done check (
        (state in ('PENDING', 'SENDING', 'UNKNOWN') or words is null)
        and (state in ('PENDING', 'SENDING') or next_attempt_at is null)) not valid;
