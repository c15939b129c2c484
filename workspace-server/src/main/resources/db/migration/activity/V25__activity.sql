-- How many things have happened in each topic that can be followed.
create table topic_version (
    topic text primary key,
    version bigint not null check (version > 0)
);

-- What still has to be heard by those who must not miss anything (Spring Modulith, structure 2).
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);

create index on event_publication using hash (serialized_event);
create index on event_publication (completion_date);
