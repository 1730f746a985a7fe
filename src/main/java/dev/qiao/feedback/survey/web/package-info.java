/** Surveys: where they are made and read, and where they are answered. */
@NullMarked
package dev.qiao.feedback.survey.web;

import org.jspecify.annotations.NullMarked;
