-- What members talk about, each beside one subject.
create table discussion_thread (
    id         uuid primary key,
    number     int not null unique generated always as identity,
    about_type text not null,
    about_id   uuid not null,
    -- empty for the one that stands beside a thing
    title      text not null check (length(title) <= 200),
    -- whether every member may read it
    open_to_all boolean not null,
    -- the words of a live document at which it stands, by relative positions of Yjs, and what they
    -- were when it began
    passage_root  text,
    passage_start text check (length(passage_start) <= 200),
    passage_end   text check (length(passage_end) <= 200),
    quoted        text not null default '' check (length(quoted) <= 300),
    begun_by   uuid not null references member,
    begun_at   timestamptz not null,
    -- of its newest post; each post is later than the one before
    last_at    timestamptz not null,
    -- how many can be read
    posts      int not null,
    version    bigint not null default 1,
    closed_at  timestamptz,
    closed_by  uuid references member,
    check ((closed_at is null) = (closed_by is null)),
    check (title = '' or passage_root is null),
    check (num_nulls(passage_root, passage_start, passage_end) in (0, 3))
);

create index discussion_thread_about on discussion_thread (about_type, about_id, last_at desc);
create unique index discussion_thread_beside on discussion_thread (about_type, about_id)
    where title = '' and passage_root is null;

create table post (
    id         uuid primary key,
    thread_id  uuid not null references discussion_thread,
    -- what it answers, and the post at the beginning of its answers: itself where it answers none
    reply_to   uuid references post,
    root_id    uuid not null references post,
    root_at    timestamptz not null,
    author_id  uuid not null references member,
    posted_at  timestamptz not null,
    words      text not null check (length(words) <= 10000),
    version    int not null default 1,
    edited_at  timestamptz,
    deleted_at timestamptz,
    deleted_by uuid references member,
    mark       text,
    -- by what its author tells it from her others, so that it is posted once
    once       uuid not null,
    check ((deleted_at is null) = (deleted_by is null)),
    unique (author_id, once)
);

create index post_as_written on post (thread_id, posted_at);
create index post_as_shown on post (thread_id, root_at, posted_at);
create index post_answers on post (reply_to);

-- What stood in a post before it was edited.
create table post_before (
    post_id    uuid not null references post,
    version    int not null,
    words      text not null,
    written_at timestamptz not null,
    primary key (post_id, version)
);

create table post_reaction (
    post_id   uuid not null references post,
    kind      text not null,
    member_id uuid not null references member,
    at        timestamptz not null,
    primary key (post_id, kind, member_id)
);

-- Until when a member has read a thread; for her eyes alone.
create table read_mark (
    member_id uuid not null references member,
    thread_id uuid not null references discussion_thread,
    read_to   timestamptz not null,
    primary key (member_id, thread_id)
);
