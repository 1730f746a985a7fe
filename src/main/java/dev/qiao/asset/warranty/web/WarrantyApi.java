package dev.qiao.asset.warranty.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.Warranty;
import dev.qiao.asset.warranty.WarrantyDraft;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Until when what services run on is under warranty. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
@RequestMapping("/api/v1/warranties")
class WarrantyApi {
    private static final String LIST = "warranties";
    private static final int USUAL_NOTICE = 60;

    /**
     * A warranty as it should be.
     *
     * @param service the code of whose it is
     * @param endsOn the last day on which it holds
     * @param noticeDays so many days before that it is time to see to it; absent: 60
     * @param version that was seen; absent: whatever it is
     */
    record Given(
            @Nullable String name,
            @Nullable String service,
            @Nullable String supplier,
            @Nullable String contract,
            @Nullable LocalDate endsOn,
            @Nullable Integer noticeDays,
            @Nullable String note,
            @Nullable Integer version) {}

    /** A warranty as programs see it. */
    record Shown(
            long id,
            String name,
            @Nullable Ref service,
            String supplier,
            String contract,
            LocalDate endsOn,
            int noticeDays,
            String note,
            int version) {}

    private final Warranties warranties;
    private final Services services;
    private final InstantSource clock;

    WarrantyApi(Warranties warranties, Services services, InstantSource clock) {
        this.warranties = warranties;
        this.services = services;
        this.clock = clock;
    }

    /** Those that end first come first. */
    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL, Permission.DESK_CONFIGURE})
    @GetMapping
    Slice<Shown> index(Paging paging, Me me) {
        var after = paging.after(LIST);
        var from = after == null ? null : warranties.find(after.number(0), me);
        var rows = warranties.list(from, paging.limit() + 1, me);
        return Slice.of(rows, paging.limit(), last -> Keyset.of(LIST, last.id()))
                .map(this::shown);
    }

    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL, Permission.DESK_CONFIGURE})
    @GetMapping("/{id}")
    Shown show(@PathVariable long id, Me me) {
        return shown(warranties.find(id, me));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Given given, Me me) {
        return shown(warranties.create(draft(given), me, clock.instant()));
    }

    @PutMapping("/{id}")
    Shown update(@PathVariable long id, @RequestBody Given given, Me me) {
        int seen =
                given.version() == null ? warranties.find(id, me).version() : Objects.requireNonNull(given.version());
        return shown(warranties.update(id, seen, draft(given), me, clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long id, Me me) {
        warranties.delete(id, me, clock.instant());
    }

    private WarrantyDraft draft(Given given) {
        if (given.endsOn() == null) throw Refused.invalid("endsOn", "asset.warranty_no_day");
        var code = given.service();
        var service = code == null
                ? null
                : services.byCode(code)
                        .map(Service::id)
                        .orElseThrow(() -> Refused.invalid("service", "asset.unknown_service", code));
        return new WarrantyDraft(
                said(given.name()),
                service,
                said(given.supplier()),
                said(given.contract()),
                Objects.requireNonNull(given.endsOn()),
                Objects.requireNonNullElse(given.noticeDays(), USUAL_NOTICE),
                said(given.note()));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private Shown shown(Warranty warranty) {
        var draft = warranty.draft();
        var service = draft.service();
        return new Shown(
                warranty.id(),
                draft.name(),
                service == null
                        ? null
                        : services.find(service)
                                .map(it -> new Ref(it.code(), it.name()))
                                .orElse(null),
                draft.supplier(),
                draft.contract(),
                draft.endsOn(),
                draft.noticeDays(),
                draft.note(),
                warranty.version());
    }
}
