package dev.qiao.people;

import dev.qiao.base.Coded;

/** 一线, 二线, 三线: who is asked first. */
public enum Tier implements Coded {
    FIRST,
    SECOND,
    THIRD
}
