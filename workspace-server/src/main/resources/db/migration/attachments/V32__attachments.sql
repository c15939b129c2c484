-- Files of anything. Until something holds one it is unclaimed: its member's alone, for a day.
create table attachment (
    id          uuid primary key,
    member_id   uuid not null references member,
    name        text not null check (name <> '' and length(name) <= 120),
    kind        text not null,
    media_type  text not null,
    size        bigint not null check (size > 0),
    hash        bytea not null,
    -- of pictures
    width       int check (width > 0),
    height      int check (height > 0),
    uploaded_at timestamptz not null,
    holder_type text,
    holder_id   uuid,
    -- where it stands among those of its holder
    place       int,
    check ((width is null) = (height is null)),
    check ((holder_type is null) = (holder_id is null) and (holder_type is null) = (place is null))
);

create index attachment_holder on attachment (holder_type, holder_id);
create index attachment_member on attachment (member_id, uploaded_at);
create index attachment_unclaimed on attachment (uploaded_at) where holder_type is null;

-- What a file holds, in pieces, so that nobody has a whole one in memory.
create table attachment_piece (
    attachment_id uuid references attachment on delete cascade,
    number        int,
    bytes         bytea not null,
    primary key (attachment_id, number)
);

-- Most kinds of files are pressed already.
alter table attachment_piece alter column bytes set storage external;
