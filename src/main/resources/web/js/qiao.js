/** The page wakes up. */
