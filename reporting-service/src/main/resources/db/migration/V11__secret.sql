-- Visibility.isSecret for statements: what is not known to be open counts as secret.
alter table complaint_fact
    add column secret boolean generated always as (coalesce(visibility not in ('PUBLIC', 'ANONYMOUS'), true)) virtual;
