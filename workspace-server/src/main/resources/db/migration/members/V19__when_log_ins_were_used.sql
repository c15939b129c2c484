-- When a page was last opened with a log-in. Its secret is renewed more rarely.
alter table login add column opened_at timestamptz;
update login set opened_at = rotated_at;
alter table login alter column opened_at set not null;
