-- The auditor reads what people opened; notification opens the contact of nearly every complaint.
create index vault_access_page_of_people on vault_access (government, accessed_at, id) where what <> 'contact';
