-- To whom a motion belongs; those from before belong to the association as a whole.
alter table motion add column owner_type text not null default 'association';
alter table motion add column owner_id uuid not null default '00000000-0000-0000-0000-000000000000';

create index motion_owner on motion (owner_type, owner_id, changed_at desc);

-- Whether every member may read it, as what belongs to the association or one of its units.
alter table motion add column open_to_all boolean not null default true;
