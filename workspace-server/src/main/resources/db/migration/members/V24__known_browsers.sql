-- In which browsers a member has logged in before, by the hash of a secret that the browser keeps
-- beyond logging out. It opens nothing: it only keeps strangers from slowing the member down.
create table known_browser (
    member_id uuid not null references member on delete cascade,
    secret_hash bytea not null,
    seen_at timestamptz not null,
    primary key (member_id, secret_hash)
);
