package dev.qiao.ticket.web.left;

/**
 * What somebody wrote for an act that nobody can do any more, such as a solution when a colleague was quicker.
 *
 * @param draft under which name it is kept
 * @param act in words
 * @param audience for whom it was meant
 * @param words what can go on in a reply
 * @param files that were put in and stand nowhere yet, by their numbers
 * @param fields all that is kept, as JSON, so that it can be taken back
 */
public record Left(String draft, String act, String audience, String words, String files, String fields) {}
