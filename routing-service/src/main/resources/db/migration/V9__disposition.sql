-- The divisions that an agency gave a case to: they alone of its divisions see it.
create table disposition (
    complaint_id uuid not null,
    agency text not null,
    division text not null,
    primary key (complaint_id, agency, division)
);

-- Who was given what before, this service did not keep: of those cases all divisions of the agency that has them do.
insert into disposition (complaint_id, agency, division)
select complaint_id, agency, '*' from cases where agency is not null;
