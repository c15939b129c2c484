package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the workspace may do in its own database.
@WorkspaceTest
class WorkingRoleTests {

    @Autowired private JdbcClient jdbc;
    @Autowired private Database database;
    @Autowired private TablesOwner owner;

    @Test
    void the_workspace_owns_nothing() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from pg_shdepend
                                        where refobjid = current_user::regrole and deptype = 'o'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(jdbc.sql("show is_superuser").query(String.class).single()).isEqualTo("off");
    }

    @Test
    void it_reads_and_writes_all_tables_and_only_continues_the_audit_trail() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select string_agg(table_name || ' ' || rights, ', ' order by table_name) from (
                                            select table_name::text,
                                                string_agg(privilege_type, ' ' order by privilege_type) as rights
                                            from information_schema.table_privileges
                                            where grantee = current_user group by table_name) granted
                                        where rights <> 'DELETE INSERT SELECT UPDATE'
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("audit_entry INSERT SELECT");
        assertThat(
                        owner.jdbc()
                                .sql(
                                        """
                                        select relname from pg_class
                                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                                            and not has_table_privilege('workspace', oid, 'select')
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("flyway_schema_history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table audit_entry disable trigger user",
                "drop trigger audit_entry_is_kept on audit_entry",
                "create or replace function keep_audit_entry() returns trigger language plpgsql"
                        + " as 'begin return null; end'",
                "set session_replication_role = replica",
                "drop table audit_entry",
                "create table audit_entry_of_mine (sequence bigint)",
                "create temporary table audit_entry (sequence bigint)",
                "set role rotfaden"
            })
    void it_cannot_switch_off_what_keeps_the_audit_trail(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting("SQLState")
                .isEqualTo("42501");
        assertThat(database.keepsAuditTrail()).isTrue();
    }
}
