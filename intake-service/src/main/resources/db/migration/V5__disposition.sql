-- The divisions that an agency gave a complaint to: they may open its words too.
create table disposition (
    complaint_id uuid not null,
    agency text not null,
    division text not null,
    primary key (complaint_id, agency, division)
);
