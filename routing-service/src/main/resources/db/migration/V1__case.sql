-- Where a complaint is.
create table dispatch_case (
    complaint_id uuid primary key,
    government text not null,
    number text not null,
    agency text not null,
    rule text not null,
    reason text not null,
    hop int not null default 0,
    received_at timestamptz not null,
    dispatched_at timestamptz not null,
    answered_at timestamptz
);

-- Its deadlines, and what became of them.
create table clock (
    complaint_id uuid not null,
    kind text not null,
    standard text not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    met_at timestamptz,
    missed_at timestamptz,
    primary key (complaint_id, kind)
);

-- Deadlines that are waited for. Found by due time, claimed by one replica, deleted when fired or met.
create table timer (
    complaint_id uuid not null,
    kind text not null,
    due_at timestamptz not null,
    primary key (complaint_id, kind)
);
create index timer_due on timer (due_at);
alter table timer set (autovacuum_vacuum_scale_factor = 0.02);
