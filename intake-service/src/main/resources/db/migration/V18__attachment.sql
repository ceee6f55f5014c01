-- A photo or a paper that a citizen uploaded. Its row is there before its file, and goes after it: what a crash leaves between
-- is a row that nobody has a ticket for, and it goes with all others that no complaint claims.
create table attachment (
    id uuid primary key,
    -- The fingerprint of the ticket, which whoever uploaded it has alone.
    ticket bytea not null,
    -- The file's own key, wrapped with the master key. Null once a complaint has claimed it.
    wrapped_key bytea,
    -- By its content: JPEG, PNG, WEBP or PDF.
    kind text not null,
    -- In bytes, as it is kept.
    size int not null,
    scanned boolean not null,
    -- Its name and its digest, sealed with the file's key.
    details bytea not null,
    uploaded_at timestamptz not null
);
create unique index attachment_ticket on attachment (ticket);
create index attachment_unclaimed on attachment (uploaded_at) where wrapped_key is not null;

-- To which complaint an attachment belongs; the first one that claims it has it.
create table attachment_claim (
    attachment_id uuid primary key references attachment,
    complaint_id uuid not null,
    -- With what the citizen added later; null when it came with the complaint.
    addition_id uuid,
    -- Among those that came together, from 0.
    place int not null,
    -- The file's key, wrapped, and sealed with the complaint's own: deleting that erases the file too.
    sealed_key bytea not null
);
create index attachment_claim_complaint on attachment_claim (complaint_id);
