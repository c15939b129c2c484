create table motion (
    id          uuid primary key,
    number      int not null unique generated always as identity,
    -- as it was when the live document last lay quiet; empty when the document has none
    title       text not null check (length(title) <= 200),
    document_id uuid not null unique,
    author_id   uuid not null references member,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);

create index motion_changed on motion (changed_at desc);
