-- Whether a scanner found nothing in it. Null, as in rows of before and of an earlier replica: nobody looked.
alter table evidence add column scanned boolean;
