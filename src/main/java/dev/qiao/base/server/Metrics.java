package dev.qiao.base.server;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry of all figures: the machine's, the pool's, and what rooms count themselves. */
@Configuration(proxyBeanMethods = false)
class Metrics {
    @Bean
    PrometheusMeterRegistry meters(HikariDataSource pool) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return registry;
    }

    @Bean
    JvmGcMetrics collections(PrometheusMeterRegistry registry) {
        var collections = new JvmGcMetrics();
        collections.bindTo(registry);
        return collections;
    }
}
