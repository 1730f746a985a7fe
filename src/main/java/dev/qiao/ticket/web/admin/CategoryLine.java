package dev.qiao.ticket.web.admin;

import dev.qiao.ticket.Categories.Category;

/**
 * A branch in its place of the tree.
 *
 * @param depth 0 at the top
 */
public record CategoryLine(Category category, int depth) {}
