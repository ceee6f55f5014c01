-- When the words that stand were masked: at the receipt, or anew since. Null for words of before, which anything newer replaces.
alter table complaint_fact add column masked_at timestamptz;
