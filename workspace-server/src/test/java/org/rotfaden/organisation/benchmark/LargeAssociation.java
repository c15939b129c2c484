package org.rotfaden.organisation.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A large association, made in bulk: two trees, homes, boards with terms, groups, grants, motions.
/// What it holds depends on its size alone.
final class LargeAssociation {

    private static final int WHOLE = 100_000;
    private static final int[] PARTY = {1, 16, 380, 3_000, 14_603};
    private static final int[] YOUTH = {1, 16, 380, 1_603};
    private static final int UNIT = 1;
    private static final int MEMBER = 2;
    private static final int BODY = 3;
    private static final int GROUP = 5;
    private static final int MOTION = 6;

    private final JdbcClient jdbc;
    private final int members;
    private final int units;
    private final int bodies;
    private final int groups;
    private final int motions;
    private int partyLeaf;
    private int party;

    LargeAssociation(JdbcClient jdbc, int members) {
        this.jdbc = jdbc;
        this.members = members;
        this.units = sum(PARTY) + sum(YOUTH);
        this.bodies = units / 2;
        this.groups = scaled(2_000);
        this.motions = scaled(20_000);
    }

    /// Refers to the thing of a kind with a number, as the database makes it: as scattered as real
    /// ones are.
    private static UUID id(int kind, int number) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("MD5")
                                    .digest((kind + "-" + number).getBytes(US_ASCII)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    MemberId member(Random random) {
        return new MemberId(id(MEMBER, 1 + random.nextInt(members)));
    }

    UnitId unit(Random random) {
        return new UnitId(id(UNIT, 1 + random.nextInt(units)));
    }

    /// The unit at the very top.
    UnitId top() {
        return new UnitId(id(UNIT, 1));
    }

    /// A unit, a body, a group or a motion.
    Subject subject(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> unit(random).subject();
            case 1 -> new BodyId(id(BODY, 1 + random.nextInt(bodies))).subject();
            case 2 -> new WorkingGroupId(id(GROUP, 1 + random.nextInt(groups))).subject();
            default -> new Subject("motion", id(MOTION, 1 + random.nextInt(motions)));
        };
    }

    void fill() {
        run(
                """
                create function made(kind int, number bigint) returns uuid language sql immutable strict
                    return md5(kind || '-' || number)::uuid
                """);
        run(
                """
                create function any_of(number bigint, salt bigint, bound int) returns int language sql immutable strict
                    return (hashint8extended(number, salt) & 1073741823)::int % bound
                """);
        plant();
        people();
        boards();
        circles();
        things();
        run("update structure set changes = changes + 1");
        run("vacuum analyze");
    }

    private void plant() {
        List<Integer> levels = new ArrayList<>();
        List<@Nullable Integer> parents = new ArrayList<>();
        grow(PARTY, levels, parents);
        party = levels.size();
        partyLeaf = scaled(PARTY[0]) + scaled(PARTY[1]) + scaled(PARTY[2]) + 1;
        grow(YOUTH, levels, parents);
        run(
                "insert into unit_tree values (made(7, 1), 'Partei', 'grosse-partei', 90), (made(7,"
                        + " 2), 'Jugend', 'grosse-jugend', 91)");
        run(
                """
                insert into unit_level
                select made(7, tree), level, 'Ebene ' || level, 'Ebenen ' || level
                from generate_series(1, 2) tree, generate_series(1, 5) level
                """);
        jdbc.sql(
                        """
                        insert into unit (id, tree_id, slug)
                        select made(1, n), made(7, case when n <= ? then 1 else 2 end), 'grosse-einheit-' || n
                        from generate_series(1, ?) n
                        """)
                .params(party, units)
                .update();
        jdbc.sql(
                        """
                        insert into unit_state (unit_id, from_day, parent_id, level, name)
                        select made(1, n), date '2015-01-01', made(1, parent), level,
                            (array ['Ortsverein', 'Kreis', 'Bezirk', 'Verband'])[1 + any_of(n, 1, 4)] || ' '
                                || (array ['Nord', 'Süd', 'Über', 'Alt', 'Neu', 'Ober', 'Unter'])[1 + any_of(n, 2, 7)]
                                || (array ['dorf', 'stadt', 'bach', 'ingen', 'hausen', 'feld'])[1 + any_of(n, 3, 6)]
                                || ' ' || n
                        from unnest(?::int[], ?::int[]) with ordinality as planted (level, parent, n)
                        """)
                .param(levels.toArray(Integer[]::new))
                .param(parents.toArray(Integer[]::new))
                .update();
        run(
                """
                insert into rule_version
                select id, (array ['MEMBERS_WRITE_MOTIONS', 'MEMBERS_SEE_EACH_OTHER', 'LONGEST_TERM'])[1 + any_of(n, 4, 3)],
                    date '2020-01-01', case any_of(n, 4, 3) when 2 then '24' else 'yes' end, '§ 7', true
                from (select id, row_number() over (order by id) as n from unit) numbered where n % 60 = 0
                """);
    }

    /// Each level hangs evenly below the one above it.
    private void grow(int[] shape, List<Integer> levels, List<@Nullable Integer> parents) {
        int above = 0;
        int firstAbove = 0;
        for (int level = 1; level <= shape.length; level++) {
            int first = levels.size() + 1;
            int here = scaled(shape[level - 1]);
            for (int number = 0; number < here; number++) {
                levels.add(level);
                parents.add(level == 1 ? null : firstAbove + (int) ((long) number * above / here));
            }
            above = here;
            firstAbove = first;
        }
    }

    private void people() {
        jdbc.sql(
                        """
                        insert into member (id, name, email, password_hash, may, joined_at, born, slug)
                        select made(2, n),
                            (array ['Anna', 'Bekir', 'Clara', 'Dilek', 'Emil', 'Fatma', 'Gül', 'Hanna', 'Ines', 'Jonas', 'Kemal',
                                'Lena', 'Mehmet', 'Nora', 'Oskar', 'Paula'])[1 + any_of(n, 5, 16)] || ' '
                                || (array ['Adler', 'Busch', 'Çelik', 'Dorn', 'Ebert', 'Fuchs', 'Groß', 'Hahn', 'Işık', 'Jäger',
                                'Kaya', 'Lang', 'Müller', 'Nowak', 'Öztürk', 'Pohl'])[1 + any_of(n, 6, 16)]
                                || (array ['', 'mann', 'berg', 'er', '-Weiß', 'au', 'feld', 'stein'])[1 + any_of(n, 7, 8)],
                            'grosses-mitglied-' || n || '@example.org', '', case when n % 50 = 0 then 'READ' else 'WRITE' end,
                            now(), date '1950-01-01' + any_of(n, 8, 20000), 'grosses-mitglied-' || n
                        from generate_series(1, ?) n
                        """)
                .param(members)
                .update();
        jdbc.sql(
                        """
                        insert into membership
                        select made(8, n), made(2, n), made(7, 1), made(1, ? + any_of(n, 9, ?)),
                            case when n % 20 = 0 then 'SUPPORTER' else 'FULL' end, date '2015-01-01' + any_of(n, 10, 3000), null, null
                        from generate_series(1, ?) n
                        union all
                        select made(8, n + 10000000), made(2, n), made(7, 2), made(1, ? + any_of(n, 11, ?)), 'FULL',
                            date '2020-01-01', date '2020-01-01' + 2300 + any_of(n, 12, 2000), 'AGE_LIMIT'
                        from generate_series(1, ?, 7) n
                        """)
                .params(
                        partyLeaf,
                        party - partyLeaf + 1,
                        members,
                        party + 1,
                        units - party,
                        members)
                .update();
        jdbc.sql(
                        """
                        insert into following
                        select made(2, 1 + any_of(n, 13, ?)), made(1, 1 + any_of(n, 14, ?)) from generate_series(1, ?) n
                        on conflict do nothing
                        """)
                .params(members, units, members)
                .update();
    }

    private void boards() {
        jdbc.sql(
                        """
                        insert into body (id, slug, unit_id, kind, name, composition, term_months, from_day)
                        select made(3, n), 'grosses-gremium-' || n, made(1, n),
                            case when n % 10 = 0 then 'COMMITTEE' else 'EXECUTIVE_COMMITTEE' end, 'Vorstand', '', 24, '2015-01-01'
                        from generate_series(1, ?) n
                        """)
                .param(bodies)
                .update();
        run(
                """
                insert into body_seat
                select body.id, role, title, 1, rank
                from body, unnest(array ['CHAIR', 'TREASURER', 'ASSESSOR'], array ['Vorsitz', 'Kasse', 'Beisitz'], array [1, 2, 3])
                    as seat (role, title, rank)
                where slug like 'grosses-%'
                """);
        jdbc.sql(
                        """
                        insert into office (id, body_id, member_id, role, title, from_day, last_day, elected_on, elected_by)
                        select made(4, n), made(3, 1 + n / 3 % ?), made(2, 1 + any_of(n, 15, ?)),
                            (array ['CHAIR', 'TREASURER', 'ASSESSOR'])[1 + n % 3], (array ['Vorsitz', 'Kasse', 'Beisitz'])[1 + n % 3],
                            first, first + 700, first, 'Hauptversammlung'
                        from generate_series(0, ?) n,
                            lateral (select current_date - any_of(n, 16, 600) - 720 * (n / (3 * ?)) as first) begun
                        """)
                .params(bodies, members, bodies * 9 / 2 - 1, bodies)
                .update();
    }

    private void circles() {
        jdbc.sql(
                        """
                        insert into working_group (id, slug, name, purpose, kind, admission, founded_on)
                        select made(5, n), 'grosse-gruppe-' || n, 'Gruppe ' || n, '', 'WORKING_GROUP',
                            (array ['OPEN', 'ON_REQUEST', 'INVITED'])[1 + n % 3], '2020-01-01'
                        from generate_series(1, ?) n
                        """)
                .param(groups)
                .update();
        jdbc.sql(
                        """
                        insert into working_group_unit
                        select made(5, n), made(1, 1 + any_of(n, 17, ?)) from generate_series(1, ?) n
                        """)
                .params(units, groups)
                .update();
        jdbc.sql(
                        """
                        insert into group_membership
                        select made(5, 1 + n / 15), made(2, 1 + any_of(n, 18, ?)), case when n % 15 = 0 then 'HOST' else 'MEMBER' end,
                            '2020-01-01'
                        from generate_series(0, ?) n
                        on conflict do nothing
                        """)
                .params(members, groups * 15 - 1)
                .update();
    }

    private void things() {
        jdbc.sql(
                        """
                        insert into motion (id, title, document_id, author_id, created_at, changed_at, owner_type, owner_id, open_to_all)
                        select made(6, n), 'Antrag ' || n, made(16, n), made(2, 1 + any_of(n, 19, ?)), now(), now() - n * interval '1 minute',
                            (array ['unit', 'unit', 'body', 'working-group', 'member'])[1 + n % 5],
                            case n % 5 when 2 then made(3, 1 + any_of(n, 20, ?)) when 3 then made(5, 1 + any_of(n, 21, ?))
                                when 4 then made(2, 1 + any_of(n, 22, ?)) else made(1, 1 + any_of(n, 23, ?)) end,
                            n % 5 < 2
                        from generate_series(1, ?) n
                        """)
                .params(members, bodies, groups, members, units, motions)
                .update();
        jdbc.sql(
                        """
                        insert into explicit_grant
                        select made(9, n), made(2, 1 + any_of(n, 24, ?)),
                            case when n % 20 = 0 then 'ADMINISTRATOR' when n % 2 = 0 then 'WRITER' else 'READER' end,
                            case when n % 20 = 0 then 'unit' else 'motion' end,
                            case when n % 20 = 0 then made(1, 1 + any_of(n, 25, ?)) else made(6, 1 + any_of(n, 26, ?)) end,
                            '2020-01-01', null, null
                        from generate_series(1, ?) n
                        """)
                .params(members, units, motions, scaled(5_000))
                .update();
        jdbc.sql(
                        """
                        insert into unit_link
                        select made(1, n), made(1, ? + n), '2020-01-01', null from generate_series(1, ?) n
                        """)
                .params(party, Math.min(party, units - party))
                .update();
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }

    private int sum(int[] shape) {
        int sum = 0;
        for (int level : shape) {
            sum += scaled(level);
        }
        return sum;
    }

    private int scaled(int whole) {
        return (int) Math.max(1, (long) whole * members / WHOLE);
    }
}
