package dev.qiao.base.web;

import dev.qiao.base.Coded;

/** How bright the pages are: as the device wants it, or as the person does. */
public enum Theme implements Coded {
    SYSTEM,
    LIGHT,
    DARK
}
