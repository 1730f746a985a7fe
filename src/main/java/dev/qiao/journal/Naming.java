package dev.qiao.journal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a room calls what entries mention by number, as a bean: asked when somebody reads, for the journal itself keeps numbers only.
 *
 * @param kinds under which the journal knows it as a subject
 * @param fields in which facts mention it: one number, a list of them, or a map by them; where a field means it in one kind of
 *     entry only, that stands before it: {@code view.taken.from}
 * @param names of those that exist
 * @param retired those that are out of use by now, where that is to be said with the name
 */
public record Naming(
        Set<String> kinds,
        Set<String> fields,
        Function<Collection<Long>, Map<Long, String>> names,
        Function<Collection<Long>, Set<Long>> retired) {
    public Naming(Set<String> kinds, Set<String> fields, Function<Collection<Long>, Map<Long, String>> names) {
        this(kinds, fields, names, _ -> Set.of());
    }
}
