-- How a complaint came, for who must find its agency. What waits from before tells none.
alter table case_text add column channel text;
