/** The pages and the API of people, and the door of the house: sign-in, sessions, tokens. */
@NullMarked
package dev.qiao.people.web;

import org.jspecify.annotations.NullMarked;
