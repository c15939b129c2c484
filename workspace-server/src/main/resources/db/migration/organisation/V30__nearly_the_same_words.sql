-- How near a name is to words with a letter wrong.
create extension if not exists pg_trgm;
