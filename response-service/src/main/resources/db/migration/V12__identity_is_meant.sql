-- Whether an officer said that what identifies a person in an answer or a question shall leave with it. An older replica
-- does not ask, and so says false.
alter table deed add column identity_meant boolean not null default false;
