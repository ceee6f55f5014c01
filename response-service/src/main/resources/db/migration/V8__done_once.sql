-- By what the request that began it is known when it comes again.
alter table rebuild add column request uuid;
