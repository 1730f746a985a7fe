package dev.qiao.base.web;

/**
 * What the request says about the reader's page.
 *
 * @param path without the query
 * @param shortcuts whether single keys act
 * @param fragment whether htmx asks, so that only the fragment is wanted
 * @param mark what the page could see at most: what commits after it is news to it; empty for what is not a page
 */
public record Visit(
        String path, Theme theme, boolean shortcuts, boolean fragment, String csrf, String csrfHeader, String mark) {}
