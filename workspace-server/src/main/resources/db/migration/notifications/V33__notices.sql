-- What concerned a member. Whatever it says of others is asked for when she looks.
create table notice (
    id           uuid primary key,
    member_id    uuid not null references member,
    why          text not null,
    subject_type text not null,
    subject_id   uuid not null,
    -- which of the things it was that happened to the subject: what is heard twice is here once
    version      bigint not null,
    -- whether she was meant herself; of the rest several that wait are shown as one
    in_person    boolean not null,
    by_id        uuid references member,
    -- by the clock of the subject
    at           timestamptz not null,
    read_at      timestamptz,
    unique (member_id, subject_type, subject_id, version)
);

create index notice_newest on notice (member_id, at desc);
create index notice_unread on notice (member_id) where read_at is null;
create index notice_oldest on notice (at);

-- What a member wants to hear of, and what not: of a thread, a place or a kind of notices.
create table notice_choice (
    member_id    uuid not null references member,
    subject_type text,
    subject_id   uuid,
    why          text,
    follows      boolean not null default false,
    -- 'infinity' is for good
    muted_until  timestamptz,
    check ((why is null) = (subject_id is not null)),
    check ((subject_type is null) = (subject_id is null)),
    unique nulls not distinct (member_id, subject_type, subject_id, why)
);

create index notice_choice_followers on notice_choice (subject_type, subject_id) where follows;

-- Until when a member has read what happened to a subject. What she is told of may be heard after
-- that, so it is kept for as long as something is told again.
create table notice_read (
    member_id    uuid not null references member,
    subject_type text not null,
    subject_id   uuid not null,
    read_to      timestamptz not null,
    primary key (member_id, subject_type, subject_id)
);

create index notice_read_oldest on notice_read (read_to);
