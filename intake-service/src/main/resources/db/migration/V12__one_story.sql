-- What citizens add and what officers screen out waits for routing's word, which brings it into the order of the case:
-- act_id is the event that proposed it, taken_at when it has its effect there, refused why it has none. In older rows all
-- three are null: those had their effect at once.
-- In the order in which pages and batches take them.
lock table progress, office_statement, addition in access exclusive mode;

alter table addition
    add column act_id uuid,
    add column taken_at timestamptz,
    add column refused text;
create unique index addition_act on addition (act_id) where act_id is not null;

alter table office_statement
    add column act_id uuid,
    add column taken_at timestamptz,
    add column refused text,
    add column seen_at timestamptz;
create unique index office_statement_act on office_statement (act_id) where act_id is not null;
-- What its officer has still to be told.
create index office_statement_refused on office_statement (said_by, said_at) where refused is not null and seen_at is null;

alter table progress add column called_off_at timestamptz;
