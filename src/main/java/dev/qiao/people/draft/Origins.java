package dev.qiao.people.draft;

import dev.qiao.base.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of drafts what they are about, as far as their writer still may know it; a room contributes one for its forms. */
public interface Origins {
    /** Those of these drafts that it knows, by their names. */
    Map<String, Origin> of(Collection<Draft> drafts, Page page);

    /**
     * Where one was begun.
     *
     * @param act what its form is for; null: that is said already
     * @param path where it waits; null: nowhere that its writer may go
     * @param words what was written, as people read it
     */
    record Origin(
            String about, @Nullable String act, @Nullable String path, List<String> words) {}
}
