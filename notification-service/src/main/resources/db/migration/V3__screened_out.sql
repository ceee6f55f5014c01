alter table delivery
    drop constraint delivery_message_check,
    add check (message in ('RECEIVED', 'INFORMATION_REQUESTED', 'ANSWERED', 'REFERRED_OUTSIDE', 'SCREENED_OUT'));
