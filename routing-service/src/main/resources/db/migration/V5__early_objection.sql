-- An objection that was heard before the answer that it disputes.
alter table cases add column objected_at timestamptz;
