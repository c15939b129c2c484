-- Since when a motion is in lists: since it has a title. Until then it is in those of whoever began it and of whom she invited.
alter table motion add column listed_at timestamptz;
update motion set listed_at = created_at where title <> '';

-- Since when it is laid aside, and by whom.
alter table motion add column discarded_at timestamptz;
alter table motion add column discarded_by uuid references member;
alter table motion add check ((discarded_at is null) = (discarded_by is null));
