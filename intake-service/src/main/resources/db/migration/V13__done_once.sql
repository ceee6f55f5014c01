-- By what the officer's word to take it over is known when it comes again.
alter table past_import add column run_request uuid;
