package broken.attic;

/** What the cellar reaches for. */
public record Chest() {}
