-- When what goes to an address may go there. The address is a keyed fingerprint, and a row goes an hour after its time.
create table room (
    delivery_id uuid primary key,
    recipient bytea not null,
    at timestamptz not null
);
create index room_of_recipient on room (recipient, at);
create index room_past on room (at);
