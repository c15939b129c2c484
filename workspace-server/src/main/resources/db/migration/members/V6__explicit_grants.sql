-- A right that somebody gave: to administer, to operate, or to read or write one thing. It says
-- until when, and who gave it.
create table explicit_grant (
    id           uuid primary key,
    member_id    uuid not null references member on delete cascade,
    role         text not null check (role in ('ADMINISTRATOR', 'OPERATOR', 'WRITER', 'READER')),
    subject_type text not null,
    subject_id   uuid not null,
    from_day     date not null,
    last_day     date check (last_day >= from_day - 1),
    given_by     uuid references member on delete set null
);

create index explicit_grant_member on explicit_grant (member_id);
create index explicit_grant_subject on explicit_grant (subject_type, subject_id);

insert into explicit_grant
select gen_random_uuid(), id, role, 'association', '00000000-0000-0000-0000-000000000000', joined_at::date, null, null
from member, unnest(array ['ADMINISTRATOR', 'OPERATOR']) role
where administrator;

alter table member drop column administrator;
alter table member add column born date;

-- What a person's page is called in its address.
alter table member add column slug text;

update member
set slug = numbered.base || case when numbered.place = 1 then '' else '-' || numbered.place end
from (
    select id, base, row_number() over (partition by base order by joined_at, id) as place
    from (
        select id, joined_at,
            coalesce(nullif(trim('-' from regexp_replace(
                replace(replace(replace(replace(lower(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
                '[^a-z0-9]+', '-', 'g')), ''), 'mitglied') as base
        from member) named) numbered
where numbered.id = member.id;

alter table member alter column slug set not null;
alter table member add constraint member_slug unique (slug);
