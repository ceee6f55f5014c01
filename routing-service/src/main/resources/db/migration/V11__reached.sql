-- How it is known that the last answer is with its citizen, and on which way it went; null as long as it is not. What the
-- version before writes leaves it as it is.
alter table cases add column reached_by text, add column reached_way text;
