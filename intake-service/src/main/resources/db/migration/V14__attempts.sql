-- How often a file was begun with, from the last row on that was done, by who did not live to say how it ended.
alter table past_import add column attempts int not null default 0;
