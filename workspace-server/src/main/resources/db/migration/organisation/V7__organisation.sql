create extension if not exists btree_gist;

-- A tree of units: the party's, the youth organisation's.
create table unit_tree (
    id   uuid primary key,
    name text not null,
    slug text not null unique,
    rank int not null
);

-- What the units of a tree are called, from the top down. A unit says itself on which level it is:
-- branches differ in depth.
create table unit_level (
    tree_id uuid not null references unit_tree,
    level   int not null,
    name    text not null,
    plural  text not null,
    primary key (tree_id, level)
);

-- Counts the changes of the trees. Who gives rights holds it still, so that no unit moves meanwhile.
create table structure (
    only_one boolean primary key default true check (only_one),
    changes  bigint not null default 0
);

insert into structure default values;

create table unit (
    id      uuid primary key,
    tree_id uuid not null references unit_tree,
    slug    text not null unique,
    version bigint not null default 1
);

-- What a unit was called and where it stood, day by day: its states follow each other without gap,
-- the last day of each belongs to it. History is never rewritten, only continued. The kind is what
-- such a unit is called there, where that differs from the level's name.
create table unit_state (
    unit_id   uuid not null references unit,
    from_day  date not null,
    last_day  date check (last_day >= from_day - 1),
    parent_id uuid references unit,
    level     int not null,
    name      text not null check (length(name) between 1 and 100),
    kind      text check (length(kind) between 1 and 60),
    primary key (unit_id, from_day)
);

create unique index unit_state_open on unit_state (unit_id) where last_day is null;

-- Out of which unit which one came.
create table unit_succession (
    predecessor_id uuid not null references unit,
    successor_id   uuid not null references unit,
    from_day       date not null,
    kind           text not null check (kind in ('MERGED', 'SPLIT')),
    primary key (predecessor_id, successor_id)
);

-- Two units of different trees that work for the same place.
create table unit_link (
    unit_id  uuid not null references unit,
    other_id uuid not null references unit,
    from_day date not null,
    last_day date,
    primary key (unit_id, other_id, from_day)
);

create index unit_link_other on unit_link (other_id);

-- Units that join for a purpose across the tree (Zusammenschluss).
create table unit_union (
    id       uuid primary key,
    slug     text not null unique,
    name     text not null,
    purpose  text not null,
    from_day date not null,
    last_day date,
    version  bigint not null default 1
);

create table unit_union_part (
    union_id uuid not null references unit_union,
    unit_id  uuid not null references unit,
    primary key (union_id, unit_id)
);

create index unit_union_part_unit on unit_union_part (unit_id);

-- A rule of a unit, valid from a day on until its next version.
create table rule_version (
    unit_id     uuid not null references unit,
    rule        text not null,
    from_day    date not null,
    value       text not null,
    paragraph   text not null,
    overridable boolean not null,
    decided_by  uuid references member on delete set null,
    primary key (unit_id, rule, from_day)
);

create table membership (
    id            uuid primary key,
    member_id     uuid not null references member on delete cascade,
    tree_id       uuid not null references unit_tree,
    unit_id       uuid not null references unit,
    kind          text not null check (kind in ('FULL', 'YOUTH_ONLY', 'GUEST', 'SUPPORTER')),
    from_day      date not null,
    last_day      date check (last_day >= from_day - 1),
    ended_because text,
    -- exactly one home in each tree at a time
    constraint one_home exclude using gist
        (member_id with =, tree_id with =, daterange(from_day, last_day + 1) with &&)
);

create index membership_member on membership (member_id);
create index membership_unit on membership (unit_id, last_day);

-- Moving to another home: both sides see it, the new one decides.
create table home_move (
    id         uuid primary key,
    member_id  uuid not null references member on delete cascade,
    from_unit  uuid not null references unit,
    to_unit    uuid not null references unit,
    asked_on   date not null,
    state      text not null check (state in ('ASKED', 'DONE', 'DECLINED', 'WITHDRAWN')),
    decided_on date
);

create index home_move_from on home_move (from_unit, asked_on desc);
create index home_move_to on home_move (to_unit, asked_on desc);
create unique index home_move_asked on home_move (member_id) where state = 'ASKED';

create table following (
    member_id uuid not null references member on delete cascade,
    unit_id   uuid not null references unit,
    primary key (member_id, unit_id)
);

create index following_unit on following (unit_id);

create table body (
    id          uuid primary key,
    slug        text not null unique,
    unit_id     uuid not null references unit,
    kind        text not null,
    name        text not null check (length(name) between 1 and 100),
    composition text not null check (length(composition) <= 2000),
    term_months int not null check (term_months between 1 and 60),
    from_day    date not null,
    last_day    date check (last_day >= from_day),
    version     bigint not null default 1
);

create index body_unit on body (unit_id);

-- How many of which office a body has.
create table body_seat (
    body_id uuid not null references body,
    role    text not null,
    title   text not null,
    seats   int not null check (seats between 1 and 1000),
    rank    int not null,
    primary key (body_id, title)
);

create table office (
    id            uuid primary key,
    body_id       uuid not null references body,
    member_id     uuid not null references member,
    role          text not null,
    title         text not null,
    from_day      date not null,
    last_day      date not null check (last_day >= from_day - 1),
    elected_on    date,
    elected_by    text check (length(elected_by) <= 100),
    ended_because text
);

create index office_body on office (body_id, from_day);
create index office_member on office (member_id);

create table working_group (
    id          uuid primary key,
    slug        text not null unique,
    name        text not null check (length(name) between 1 and 100),
    purpose     text not null check (length(purpose) <= 2000),
    kind        text not null check (kind in ('WORKING_GROUP', 'INTEREST_GROUP')),
    admission   text not null check (admission in ('OPEN', 'ON_REQUEST', 'INVITED')),
    founded_on  date not null,
    archived_on date,
    version     bigint not null default 1
);

create table working_group_unit (
    group_id uuid not null references working_group,
    unit_id  uuid not null references unit,
    primary key (group_id, unit_id)
);

create index working_group_unit_unit on working_group_unit (unit_id);

create table group_membership (
    group_id  uuid not null references working_group,
    member_id uuid not null references member on delete cascade,
    state     text not null check (state in ('ASKED', 'INVITED', 'MEMBER', 'HOST')),
    since     date not null,
    primary key (group_id, member_id)
);

create index group_membership_member on group_membership (member_id);
