package dev.qiao.base.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.base.Db;
import dev.qiao.base.Vault;
import dev.qiao.base.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans that everything stands on: the database, its pool, and time. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
    private static final int CONNECTIONS = 16;

    @Bean
    @Primary
    HikariDataSource dataSource(Database database) {
        var pool = new HikariConfig();
        pool.setPoolName("qiao");
        pool.setDataSource(database.app());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(3).toMillis());
        pool.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        pool.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        pool.setConnectionInitSql(
                "set statement_timeout = '30s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '30s'");
        return new HikariDataSource(pool);
    }

    @Bean
    @FlywayDataSource
    javax.sql.DataSource ownerSource(Database database) {
        return database.owner();
    }

    @Bean
    FlywayConfigurationCustomizer grants(Database database) {
        return flyway -> flyway.placeholders(Map.of("app", "\"" + database.appRole() + "\""));
    }

    @Bean
    Db db(JdbcClient client, PlatformTransactionManager transactions) {
        return new Db(client, transactions);
    }

    @Bean
    Vault vault(Settings settings) {
        return new Vault(settings.data().resolve("files"));
    }

    /** In microseconds, as the database keeps time: what is computed from a moment is the same before and after it was stored. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
