create extension if not exists unaccent;

-- The words of a name as people type them: without accents, umlauts in both spellings.
create function name_words(name text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector(
        'simple',
        translate(
            unaccent('unaccent', normalize(name)) || ' ' || unaccent(
                'unaccent',
                replace(replace(replace(replace(replace(replace(
                    normalize(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'Ae'), 'Ö', 'Oe'), 'Ü', 'Ue')),
            '-_./:@&()+''',
            '           '));

create index member_words on member using gin (name_words(name));

-- Bodies of the same name stand in many units; their address names the unit.
create index body_words on body using gin (name_words(name || ' ' || slug));
create index working_group_words on working_group using gin (name_words(name));
