package dev.qiao.people.totp;

import java.util.List;

/**
 * A factor that is being set up, as its owner sees it until the first code was shown.
 *
 * @param secret to be typed where nothing can be scanned
 * @param recovery codes to be kept on paper; each works once
 */
public record Enrolment(Picture picture, String secret, List<String> recovery) {}
