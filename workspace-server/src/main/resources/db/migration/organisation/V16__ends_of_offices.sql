-- Every early end of an office as it was written down: what is taken back leaves the others standing.
-- An office lasts until the earliest of them.
create table office_end (
    id         bigint generated always as identity primary key,
    office_id  uuid not null references office,
    last_day   date not null,
    because    text not null,
    written_on date,
    successor  uuid
);

create index office_end_office on office_end (office_id);
create index office_end_successor on office_end (successor);

insert into office_end (office_id, last_day, because, written_on, successor)
    select id, last_day, ended_because, ended_on, succeeded_by from office where ended_because is not null;

update office set elected_until = last_day where ended_because is not null and elected_until is null;

alter table office
    drop column ended_on,
    drop column succeeded_by;
