package dev.qiao.base;

/** How somebody wants pages to look: it goes with them to every device on which they sign in. */
public record Look(Theme theme, Size size, Motion motion) {
    public static final Look STANDARD = new Look(Theme.SYSTEM, Size.NORMAL, Motion.SYSTEM);

    /** How bright the pages are: as the device wants it, or as the person does; or with the strongest contrast. */
    public enum Theme implements Coded {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST
    }

    /** How large texts are: 100, 112 or 125 percent. */
    public enum Size implements Coded {
        NORMAL,
        LARGE,
        LARGEST
    }

    /** Whether things move: as the device wants it, or not. */
    public enum Motion implements Coded {
        SYSTEM,
        NONE
    }
}
