-- What offices do with a complaint that its citizen is told of: it is given to a division, or taken to another agency.
alter table progress
    add column disposed_at timestamptz,
    add column taken_back_at timestamptz;
