package dev.qiao.signal;

/**
 * What one word of the senders for badness means.
 *
 * @param word in small letters
 */
public record Grade(String word, Severity severity) {}
