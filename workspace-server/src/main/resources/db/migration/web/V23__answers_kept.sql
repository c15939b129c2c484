-- Answers to requests that may be sent twice, for a day. Neither the key of a request nor the body of
-- its answer is here: both follow from the key, which only its sender has.
create table kept_answer (
    name         bytea primary key,
    -- refers to nobody, so that keeping an answer locks no member
    member_id    uuid not null,
    request_hash bytea not null,
    status       int not null,
    location     text,
    etag         text,
    content_type text,
    sealed_body  bytea not null,
    kept_at      timestamptz not null
);

create index kept_answer_member on kept_answer (member_id, kept_at);
create index kept_answer_kept on kept_answer (kept_at);
