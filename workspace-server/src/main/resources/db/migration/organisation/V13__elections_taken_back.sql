-- What it takes to take back the same day what was written down wrongly: which election an office
-- comes from, when that and its early end were written down, and until when it was to last.
alter table office
    add column election_id   uuid,
    add column written_on    date,
    add column elected_until date,
    add column ended_on      date,
    add column succeeded_by  uuid;

create index office_election on office (election_id);
create index office_succeeded_by on office (succeeded_by);
