-- Who wrote a complaint down for the citizen, at the counter or from a letter.
alter table complaint add column taken_by text;

-- An officer may find that nothing can be done; who found so is kept.
alter table office_statement drop constraint office_statement_step_check;
alter table office_statement add check (step in ('NEEDS_INFO', 'ANSWERED', 'REJECTED'));
alter table office_statement add column said_by text;
