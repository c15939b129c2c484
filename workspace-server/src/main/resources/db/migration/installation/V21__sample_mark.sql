-- Marks a database that holds the sample association, whose passwords everybody knows. Earlier the
-- mark was a comment, which only the owner can write.
create table sample_mark (
    only_one boolean primary key default true check (only_one)
);

insert into sample_mark
select true where obj_description('public'::regnamespace, 'pg_namespace') = 'Rotfaden: sample association';
