-- What providers brought, each once, sealed, until it is dealt with. By no number, name or id of a provider, which tell who
-- wrote: what is compared is a keyed fingerprint.
create table inbound_event (
    id uuid primary key,
    account text not null,
    external_id bytea not null,
    -- Of whom it is; null of what is about no citizen.
    contact bytea,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    state text not null check (state in ('WAITING', 'DONE', 'QUARANTINED', 'DISCARDED')),
    attempts integer not null default 0,
    -- When it is to be looked at again, of what is about no citizen; a citizen's waits for its conversation.
    next_attempt_at timestamptz,
    -- A class, or the place that could not be read; never what stood there.
    cause text,
    -- Gone a week after it was dealt with.
    wrapped_key bytea,
    sealed bytea,
    unique (account, external_id),
    constraint opens_while_needed check (state in ('DONE', 'DISCARDED') or sealed is not null)
);
create index inbound_waiting on inbound_event (account, contact, happened_at, id) where state = 'WAITING';
create index inbound_due on inbound_event (next_attempt_at) where state = 'WAITING' and contact is null;
create index inbound_quarantine on inbound_event (received_at, id) where state = 'QUARANTINED';
create index inbound_past on inbound_event (received_at) where state in ('DONE', 'DISCARDED');

-- A citizen on one account. Who it is, and what is under way, is sealed.
create table conversation (
    id uuid primary key,
    account text not null,
    contact bytea not null,
    wrapped_key bytea,
    sealed bytea,
    -- Wants nothing of us on this account.
    stopped boolean not null default false,
    -- Until when the provider takes free words.
    free_until timestamptz,
    -- Since when something waits to be heard, and when it is to be heard; null while nothing does.
    waiting_since timestamptz,
    due_at timestamptz,
    leased_until timestamptz,
    lease integer not null default 0,
    failures integer not null default 0,
    -- Something that was brought is at fault: it is heard one by one until that shows itself.
    alone boolean not null default false,
    touched_at timestamptz not null,
    unique (account, contact),
    constraint waits_whole check ((waiting_since is null) = (due_at is null))
);
create index conversation_due on conversation (due_at) where due_at is not null;

-- Which complaints were brought in a conversation: whoever writes there is their author.
create table conversation_complaint (
    complaint_id uuid primary key references complaint,
    conversation_id uuid not null references conversation
);
create index conversation_complaint_of on conversation_complaint (conversation_id);

-- What was said, by both, as it was. Sealed with the key of its complaint, or with the conversation's as long as it has none.
create table conversation_entry (
    id uuid primary key,
    conversation_id uuid not null references conversation,
    complaint_id uuid references complaint,
    ours boolean not null,
    said_at timestamptz not null,
    sealed bytea not null
);
create index conversation_entry_of on conversation_entry (conversation_id, said_at, id);
create index conversation_entry_of_complaint on conversation_entry (complaint_id) where complaint_id is not null;
