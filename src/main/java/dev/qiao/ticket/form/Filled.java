package dev.qiao.ticket.form;

import java.util.List;
import java.util.Map;

/**
 * A form as somebody fills it in, not checked yet.
 *
 * @param version the number of the row that was opened: a newer one does not change what is asked of them
 * @param given by the codes of fields; one value or several, as text
 */
public record Filled(long version, Map<String, List<String>> given) {}
