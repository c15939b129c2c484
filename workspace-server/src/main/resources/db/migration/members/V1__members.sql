create table member (
    id            uuid primary key,
    name          text not null check (length(name) between 1 and 100),
    email         text not null unique check (email = lower(email)),
    password_hash text not null,
    may           text not null check (may in ('READ', 'WRITE')),
    administrator boolean not null,
    joined_at     timestamptz not null
);

-- A log-in in one browser. Only hashes of its secrets stand here.
create table login (
    id            uuid primary key,
    member_id     uuid not null references member on delete cascade,
    secret_hash   bytea not null,
    previous_hash bytea,
    rotated_at    timestamptz not null,
    expires_at    timestamptz not null
);

create table access_token (
    id         uuid primary key,
    member_id  uuid not null references member on delete cascade,
    hash       bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index login_member on login (member_id);
create index access_token_member on access_token (member_id);
