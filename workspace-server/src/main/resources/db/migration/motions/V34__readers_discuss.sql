-- Whether all who may read a motion may talk about it, not only those who take part where it belongs.
alter table motion add column readers_discuss boolean not null default false;
