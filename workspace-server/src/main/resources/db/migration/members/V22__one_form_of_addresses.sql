-- E-mail addresses are kept in the form in which they are looked for: composed (NFKC), without what
-- nobody sees. Where two members would have the same one, both keep theirs and are found by it.
update member
set email = one.form
from (
    select id, form, count(*) over (partition by form) as claims
    from (
        select id,
            btrim(regexp_replace(
                replace(lower(normalize(regexp_replace(email, unseen, '', 'g'), nfkc)), 'ς', 'σ'),
                U&'(i)\0307+', '\1', 'g')) as form
        from member,
            (values (U&'[\0001-\0008\000E-\001F\007F-\00A0\00AD\034F\061C\115F\1160\1680\17B4\17B5\180B-\180F\2000-\200F\2028-\202F\205F-\206F\3000\3164\FE00-\FE0F\FEFF\FFA0\FFF0-\FFFB\+01BCA0-\+01BCA3\+01D173-\+01D17A\+0E0000-\+0E0FFF]')) pattern (unseen)) said) one
where one.id = member.id and one.claims = 1 and one.form <> member.email
    and one.form ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(one.form) <= 254;

-- Names and titles are composed, as what is looked for in them is.
update member set name = normalize(name) where normalize(name) <> name and length(normalize(name)) <= 100;
update motion set title = normalize(title) where normalize(title) <> title and length(normalize(title)) <= 200;
