/**
 * The page frame: layouts, components, languages, time wording, assets, refusals.
 *
 * <p>Every template has {@code @param dev.qiao.base.web.Page page}; it is in every model, and controllers may take it as an argument.
 *
 * <pre>
 * Layouts
 *   base.web.layout(page, title, body = @`…`, note = null, acts = @`…`, head = @`…`, frame = false)
 *       the desk; head replaces the bar that title, note and acts make; frame is exactly one window high
 *   base.web.door(page, title, body = @`…`, under = null)      sign-in, first administrator, reset
 *   base.web.help(page, title, body = @`…`)                    the requester's pages, phone first
 * Components
 *   base.web.icon(page, name, large = false)        i-name of icons.svg; names with m- are marks
 *   base.web.mark(page, code, word)                 priority, stage, service, target: shape + word + colour
 *   base.web.clock(page, clock)                     ring and words of a {@link dev.qiao.base.web.ClockView}
 *   base.web.av(page, face, size = 24)              avatar of a {@link dev.qiao.base.web.Face}
 *   base.web.who(page, face, size = 20)             avatar, name, organization, VIP
 *   base.web.time(page, at, exact = false)          a moment in the reader's words
 *   base.web.btn(page, label, icon, primary, …)     a submit button; link = … makes it a link
 *   base.web.field(page, name, label, value, …)     label, input, hint, error; kind text, password, email, textarea, …
 *   base.web.select(page, name, label, options, value)
 *   base.web.check(page, name, label, checked)
 *   base.web.token(page, name, value, remove)       a filter token
 *   base.web.blank(page, title, text, body = @`…`)  empty state; broken = true for what went wrong
 *   base.web.notice(page, text, kind)               a line in the flow
 *   base.web.csrf(page)                             hidden field for forms that are sent without htmx
 * </pre>
 *
 * <p>Forms are sent by htmx. A {@link dev.qiao.base.Refused} needs no handling in a controller: its problems appear under the
 * fields that they name, the others in a toast, and what was typed stays. A {@code redirect:} works for both kinds of request.
 */
@NullMarked
@NamedInterface("web")
package dev.qiao.base.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
