-- The files that came with a complaint, as its event told of them: id, media type and size. Null when none did; what an older
-- replica was told of comes when the desk is rebuilt.
alter table case_text add column attachments jsonb;
