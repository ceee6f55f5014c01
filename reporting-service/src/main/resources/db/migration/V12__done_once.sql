-- By what the request that began it is known when it comes again.
alter table rebuild add column request uuid;

-- What else people asked for and was granted, likewise. They are as few as the deeds that they led to, and stay as long.
create table granted (
    request uuid primary key,
    granted_at timestamptz not null
);
