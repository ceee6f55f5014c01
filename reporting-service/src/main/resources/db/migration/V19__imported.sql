-- What another system handled is found without the many that were lodged here.
create index complaint_fact_imported on complaint_fact (government, month) where source is not null;
