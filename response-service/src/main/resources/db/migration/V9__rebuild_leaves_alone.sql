-- Complaints of which the topics no longer tell from their first event on.
alter table rebuild add column left_alone bigint not null default 0;
