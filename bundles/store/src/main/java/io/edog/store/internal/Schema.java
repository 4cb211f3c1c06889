package io.edog.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database up to the schema that this version needs, step by step. */
final class Schema {
    private static final String CHANGELOG = "io/edog/store/db/changelog.xml";

    private Schema() {}

    /**
     * Applies the migrations that the database has not seen.
     *
     * @throws SQLException if it can't be reached or a migration fails; the next try goes on from there
     */
    static void migrate(DataSource dataSource) throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Scope.class.getClassLoader());
        try (Connection connection = dataSource.getConnection()) {
            updateAndLetGo(connection);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Liquibase commits what it changes, and leaves a transaction open in which it only read: without a pool it stands in the way. */
    private static void updateAndLetGo(Connection connection) throws SQLException {
        try {
            update(connection);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private static void update(Connection connection) throws SQLException {
        try {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(scope(), () -> update(database));
        } catch (Exception e) {
            throw new SQLException("the schema can't be brought up to date: " + Causes.deepest(e), e);
        }
    }

    /** Liquibase would write to the console otherwise. */
    private static Map<String, Object> scope() {
        return Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(Schema.class.getClassLoader()));
    }

    private static void update(Database database) throws LiquibaseException {
        dropLockOfTheDead(database);
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .execute();
    }

    /** An embedded Derby admits one process at a time: whoever holds a lock when we come was killed holding it. */
    private static void dropLockOfTheDead(Database database) throws LiquibaseException {
        if (database instanceof DerbyDatabase) {
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        }
    }
}
