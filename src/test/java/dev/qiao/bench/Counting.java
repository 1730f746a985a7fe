package dev.qiao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many people with many saved views before them: what the figures cost, and what everybody's list costs meanwhile. */
final class Counting {
    private static final int PEOPLE = 30;
    private static final int VIEWS = 30;
    private static final int WARM = 50;
    private static final int TIMES = 200;
    private static final int PAUSE = 1_000;
    private static final double LIMIT = 20;

    private Counting() {}

    static void measure(Desk desk, Fixture fixture, String size) throws Exception {
        save(fixture);
        var over = new AtomicBoolean();
        var open = new ArrayList<Thread>();
        var staff = fixture.staff();
        for (var engineer : staff.engineers().stream().limit(PEOPLE).toList())
            open.add(Thread.ofVirtual().start(() -> watch(desk, engineer.browser(), over)));
        try {
            Thread.sleep(2 * PAUSE);
            row("counts, 30 views", "/tickets/views", staff.engineers().getFirst(), desk, size);
            row("queue beside counts", "/tickets", staff.engineers().getLast(), desk, size);
        } finally {
            over.set(true);
            for (var thread : open) thread.join();
        }
    }

    /** Each asks for the open work of the team in another way, so that no two are the same. */
    private static void save(Fixture fixture) {
        var staff = fixture.staff();
        for (int n = 0; n < VIEWS; n++) {
            var not = staff.requesters().get(n).id();
            var address = "requester=!" + not + "&or=priority:urgent,normal;stage:waiting&or=kind:incident;service:"
                    + staff.services().get(n % 2);
            fixture.owner()
                    .update(
                            """
                    insert into ticket.saved_view (name, address, team_id, shared, made_by, made_at, changed_at)
                    values (?, ?, ?, true, ?, now(), now())
                    """,
                            "视图" + n,
                            address,
                            staff.team(),
                            staff.manager().me().id());
        }
    }

    private static void row(String name, String path, Staff.SignedIn who, Desk desk, String size) throws IOException {
        var times = new double[TIMES];
        try (var wire = new Wire(desk.port(), who.browser())) {
            for (int n = -WARM; n < TIMES; n++) {
                long began = System.nanoTime();
                wire.get(path).must(200);
                if (n >= 0) times[n] = (System.nanoTime() - began) / 1e6;
            }
        }
        double p99 = Table.percentile(times, 99);
        Table.row(
                "%s × %d people @%s".formatted(name, PEOPLE, size),
                "p99 %.1f ms, half within %.1f ms".formatted(p99, Table.percentile(times, 50)),
                "≤ %.0f ms".formatted(LIMIT),
                p99 / LIMIT);
    }

    private static void watch(Desk desk, String identity, AtomicBoolean over) {
        try (var wire = new Wire(desk.port(), identity)) {
            while (!over.get()) {
                wire.get("/tickets/views").must(200);
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
