package dev.qiao.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final List<Service> stored = new ArrayList<>(List.of(service(1, "mail")));
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Catalogue catalogue = new Catalogue(
            () -> {
                reads.incrementAndGet();
                return List.copyOf(stored);
            },
            nanos::get);

    @Test
    void readsOnceForManyQuestions() {
        for (int i = 0; i < 100; i++) assertThat(catalogue.shelf().byCode()).containsKey("mail");
        assertThat(reads).hasValue(1);
    }

    @Test
    void seesTheChangeOfAnotherNodeWithinASecond() {
        catalogue.shelf();
        stored.add(service(2, "erp"));
        assertThat(catalogue.shelf().byId()).doesNotContainKey(2L);
        nanos.set(1_000_000_000);
        assertThat(catalogue.shelf().byId()).containsKey(2L);
    }

    @Test
    void seesItsOwnChangeAtOnce() {
        catalogue.shelf();
        stored.add(service(2, "erp"));
        catalogue.forget();
        assertThat(catalogue.shelf().byCode()).containsKey("erp");
    }

    private static Service service(long id, String code) {
        return new Service(id, code, code, false, null, List.of(), true, 1);
    }
}
