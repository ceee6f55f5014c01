-- The auditor reads a government's accesses, the newest first.
alter table vault_access add column government text;
update vault_access set government = complaint.government from complaint where complaint.id = complaint_id;
alter table vault_access alter column government set not null;
create index vault_access_page on vault_access (government, accessed_at, id);
create index vault_access_page_of_officer on vault_access (government, accessed_by, accessed_at, id);
