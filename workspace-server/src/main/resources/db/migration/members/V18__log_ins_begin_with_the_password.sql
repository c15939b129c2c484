-- A log-in begins in the step in which the password is checked, before a browser has a secret of
-- it. Its mark tells a secret that was good once from one that never was. Members see in which
-- browsers they are logged in, and since when.
alter table login
    alter column secret_hash drop not null,
    add column mark bytea,
    add column begun_at timestamptz,
    add column browser text check (length(browser) <= 60);

update login set begun_at = rotated_at;

alter table login alter column begun_at set not null;
