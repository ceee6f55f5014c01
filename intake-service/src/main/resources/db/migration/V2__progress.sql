-- What else the citizen is told: the group, a referral with its advice, the end.
alter table progress
    add column forwarded_at timestamptz,
    add column referred_at timestamptz,
    add column institution text,
    add column advice text,
    add column closed_at timestamptz;
