/** The pages and the API of people. */
@NullMarked
package dev.qiao.people.web;

import org.jspecify.annotations.NullMarked;
