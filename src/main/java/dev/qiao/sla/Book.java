package dev.qiao.sla;

import java.util.List;
import java.util.Map;

/** All agreements as they stand, every version of their terms, and where they apply. */
record Book(Revision revision, List<Agreement> agreements, List<Selection> selections, Map<Long, Terms> versions) {

    /** Of the agreements themselves, and of the calendars that they count on. */
    record Revision(long agreements, long calendars) {}

    Terms choose(Attributes attributes) {
        return selections.stream()
                .filter(selection -> selection.fits(attributes))
                .findFirst()
                .map(selection -> newest(selection.agreement()))
                .orElseGet(this::standard);
    }

    Terms newest(String agreement) {
        return agreements.stream()
                .filter(a -> a.code().equals(agreement))
                .findFirst()
                .orElseThrow()
                .terms();
    }

    private Terms standard() {
        return agreements.stream()
                .filter(Agreement::standard)
                .findFirst()
                .orElseThrow()
                .terms();
    }
}
