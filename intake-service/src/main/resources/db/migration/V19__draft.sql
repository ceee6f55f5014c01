-- What visitors of the pages typed, sealed with a key of its own, until it is a complaint whose receipt they have.
create table draft (
    id uuid primary key,
    -- Keyed hash of the cookie that the browser has.
    visitor bytea not null,
    government text not null,
    wrapped_key bytea,
    content bytea,
    touched_at timestamptz not null,
    -- From then on it is not changed: all attempts to send it are one.
    sent_at timestamptz,
    complaint_id uuid
);
create unique index draft_being_written on draft (visitor, government) where sent_at is null;
create index draft_sent on draft (visitor) where sent_at is not null;
create index draft_touched on draft (touched_at);
