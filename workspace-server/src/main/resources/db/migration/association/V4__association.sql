-- The association itself: one row, from the day on which it is set up.
create table association (
    only_one  boolean primary key default true check (only_one),
    name      text not null check (length(name) between 1 and 100),
    language  text not null check (language in ('de', 'en')),
    time_zone text not null,
    accent    text check (accent ~ '^#[0-9a-f]{6}$'),
    logo      bytea check (length(logo) <= 200000),
    logo_type text,
    version   bigint not null default 1
);
