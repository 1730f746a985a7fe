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
 *   base.web.part.icon(page, name, large = false)        i-name of icons.svg; names with m- are marks
 *   base.web.part.mark(page, code, word)                 priority, stage, service, target: shape + word + colour
 *   base.web.part.clock(page, clock)                     ring and words of a {@link dev.qiao.base.web.ClockView}
 *   base.web.part.deck(page, deck, table = true)         a {@link dev.qiao.base.web.DeckView}, span by span, and why
 *   base.web.part.crossing(page, crossing)               the requester's deck, a {@link dev.qiao.base.web.Crossing}
 *   base.web.part.av(page, face, size = 24)              avatar of a {@link dev.qiao.base.web.Face}
 *   base.web.part.who(page, face, size = 20, bare)       avatar (not if bare), name, organization, VIP
 *   base.web.part.time(page, at, exact, stamp)           a moment in the reader's words; exact with day and time, stamp with the day unless today
 *   base.web.part.btn(page, label, icon, primary, …)     a submit button; link = … makes it a link
 *   base.web.part.field(page, name, label, value, …)     label, input, hint, error; kind text, password, email, textarea, …
 *   base.web.part.select(page, name, label, options, value)
 *   base.web.part.check(page, name, label, checked)
 *   base.web.part.token(page, name, value, remove)       a filter token
 *   base.web.part.blank(page, title, text, body = @`…`)  empty state; broken = true for what went wrong
 *   base.web.part.notice(page, text, kind)               a line in the flow
 *   base.web.part.more(page, next, columns = 1)          last row of a list: fetches the next rows when it comes into sight
 *   base.web.part.appearance(page)                       brightness and single-key shortcuts of this device
 *   base.web.part.csrf(page)                             hidden field for forms that are sent without htmx
 *   base.web.part.opened(page)                           in forms of the configuration: what is typed is a draft, and what crosses is merged by field
 * </pre>
 *
 * <p>Live: {@code <div id="talk" data-live="ticket:20437" data-src="/tickets/20437">} is taken anew from that page when the
 * ticket changed, {@code data-live="queue"} when any did, {@code data-part} only after an act of one's own; rows with {@code id} and
 * {@code data-version} wash when they differ. So an act just answers {@code redirect:/tickets/20437}: on that page its parts are
 * exchanged in place. Keys: {@code data-key="E"} is pressed by that key. {@code form data-draft="…"} keeps what is typed on the
 * device; {@code form data-upload="/…"} takes files by drop, paste and choice; {@code textarea data-mentions="/…"} offers people.
 *
 * <p>Forms are sent by htmx. A {@link dev.qiao.base.Refused} needs no handling in a controller: its problems appear under the
 * fields that they name, the others in a toast, and what was typed stays. A {@code redirect:} works for both kinds of request.
 */
@NullMarked
@NamedInterface("web")
package dev.qiao.base.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
