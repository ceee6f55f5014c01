-- A compiled recap is handed out as report, as workbook and with a covering letter; those that were made are reports.
alter table recap_document
    -- PDF, XLSX, DOCX
    add column kind text not null default 'PDF',
    -- How far it has come, in steps.
    add column done int not null default 0,
    add column total int not null default 0,
    add column digest bytea generated always as (sha256(bytes)) stored,
    drop constraint recap_document_pkey,
    add primary key (recap_id, version, kind, deeds);
alter table recap_document alter column kind drop default;
