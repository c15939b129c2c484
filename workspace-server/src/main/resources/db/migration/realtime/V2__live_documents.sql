-- A live document. Its words are the updates below, in the order of their sequence.
create table live_document (
    id              uuid primary key,
    subject_type    text not null,
    subject_id      uuid not null,
    last_sequence   bigint not null default 0,
    -- up to where the feature that owns the subject was told of changes
    told_sequence   bigint not null default 0,
    created_at      timestamptz not null
);

create index live_document_subject on live_document (subject_type, subject_id);
create index live_document_untold on live_document (id) where last_sequence > told_sequence;

-- Append only: what was acknowledged stands here for as long as the document lives.
create table live_document_update (
    document_id uuid not null references live_document on delete cascade,
    sequence    bigint not null,
    bytes       bytea not null,
    author_id   uuid not null,
    recorded_at timestamptz not null,
    primary key (document_id, sequence)
);

-- Shortens loading: the whole state after the update with this sequence.
create table live_document_snapshot (
    document_id uuid not null references live_document on delete cascade,
    sequence    bigint not null,
    bytes       bytea not null,
    taken_at    timestamptz not null,
    primary key (document_id, sequence)
);

-- Signs the short-lived tickets of browsers; one row.
create table live_ticket_key (
    key        bytea not null,
    only_one   boolean primary key default true check (only_one)
);
