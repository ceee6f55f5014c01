-- What the desk did stands on it at once; routing says later what became of it.
alter table desk_case add column awaited_act uuid;

-- act_id: the event that proposed it. former: the answer that stood before, as JSON, should this one have no effect.
alter table deed
    add column act_id uuid,
    add column former text,
    add column refused_at timestamptz,
    add column refused_because text,
    add column seen_at timestamptz,
    -- By what the request that asked for it is known when it comes again.
    add column request uuid;
create unique index deed_request on deed (request) where request is not null;
create unique index deed_act on deed (act_id) where act_id is not null;
-- What its officer has still to be told.
create index deed_refused on deed (officer, refused_at) where refused_at is not null and seen_at is null;
