package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;

class DatabasesTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_fresh_database_of_each_kind_is_migrated_and_empty(Database database) {
        assertThat(database.db().sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }
}
