package broken.cellar;

import broken.attic.Chest;

/** Reaches where it may not. */
public record Shelf(Chest chest) {}
