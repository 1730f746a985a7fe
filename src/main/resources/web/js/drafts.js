/** What is typed below data-draft="<name>" is kept while one types, first on this device and then by the server, and comes back on
 *  any device. It goes when the act has succeeded; net.js names it with the act, so that both happen at once. */
import { Draft, draftOf, press } from './draft.js';
import { bringBack, forget, outlive, watch, wholes } from './fetched.js';
import { each, me } from './page.js';

const PATIENCE = 2000;
const TYPED = 'textarea, select, input:not([type=hidden], [type=file], [type=password], [type=submit], [type=search])';

/** htmx calls a request successful only where it stays on the page. */
export function arrived({ xhr }) {
    return xhr?.status >= 200 && xhr.status < 400;
}

/** Holds back while the form is on its way, and forgets when it has arrived. What is being saved comes first: it would be saved after
 *  it was let go. */
export function follow(form, current) {
    let sent = null;
    let waits = false;
    form.addEventListener('htmx:confirm', (event) => {
        const saving = current()?.saving;
        if (event.detail.elt !== form || (!waits && !saving)) return;
        event.preventDefault();
        if (waits) return;
        waits = true;
        Promise.race([saving, new Promise((late) => setTimeout(late, PATIENCE))]).then(() => {
            waits = false;
            event.detail.issueRequest(true);
        });
    });
    form.addEventListener('htmx:beforeRequest', ({ detail }) => {
        if (detail.elt !== form) return;
        sent = current();
        sent?.hold();
    });
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !sent) return;
        if (arrived(detail)) sent.sent();
        else sent.resume();
        sent = null;
    });
}

if (me) each('form[data-draft]:not(.composer)', async (form) => {
    const line = form.querySelector('.saved');
    let dropped = null;
    const more = (some) => (!('drops' in form.dataset) ? [] : dropped ? [press('draft_take', take)] : some ? [press('draft_drop', drop)] : []);
    const begin = () => new Draft(form.dataset.draft, { line, put: (fields, whole) => put(form, fields, whole), more });
    let draft = begin();
    /** Back to an empty form: its words may have been meant for others. And back again, until something else is written. */
    function drop() {
        dropped ??= changed(form);
        put(form, {}, true);
        draft.type({});
        draft.say('');
    }
    function take() {
        const fields = dropped;
        dropped = null;
        put(form, fields, true);
        draft.type(fields);
    }
    form.dataset.sends = form.dataset.draft;
    const typed = ({ target }) => {
        settle(form, crossing(form, target.closest('.asked-set[name]')?.name ?? target.name));
        draft.line = form.querySelector('.saved');
        dropped = null;
        draft.type(changed(form));
    };
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    // Who sends with both sides in sight has chosen.
    form.addEventListener('htmx:confirm', ({ detail }) => {
        if (detail.elt === form) for (const set of form.querySelectorAll('.clash [data-was]')) settle(form, set);
    });
    form.addEventListener('htmx:afterRequest', ({ detail }) => detail.elt === form && arrived(detail) && forget(form));
    watch(form, (fields) => fill(form, fields, false));
    follow(form, () => draft);
    // What is typed goes along with the ticket, as it does in the composer.
    document.addEventListener('ticket:moved', ({ detail: { from, into } }) => {
        const before = `/tickets/${from}/`;
        if (!form.isConnected || !form.dataset.draft.startsWith(before) || form.elements.shown) return;
        draft.retire();
        form.dataset.draft = form.dataset.sends = `/tickets/${into}/${form.dataset.draft.slice(before.length)}`;
        draft = begin();
        const fields = changed(form);
        if (Object.keys(fields).length > 0) draft.type(fields);
    });
    await draft.restore(() => Object.keys(changed(form)).length > 0);
});

/** A question that took the form's place (ticket/web/clash.jte): its answer takes the draft along. */
if (me) each('form[data-sends]:not([data-draft], :has([name=opened]))', (form) => follow(form, () => draftOf(form.dataset.sends)));

/** Only what was changed is kept, with what it was changed from: the rest may change meanwhile without being set back. */
export function changed(form) {
    const fields = {};
    for (const field of form.querySelectorAll(TYPED)) {
        const name = named(field);
        if (!name || grouped(field) || value(field) === original(field) || (field.type === 'radio' && !field.checked)) continue;
        fields[name] = value(field);
        if (field.closest('.pick')) fields[`said.${name}`] = field.closest('label').textContent.trim();
        const was = form.elements[`was.${name}`];
        if (was) fields[was.name] = crossing(form, name)?.dataset.was ?? was.value;
        else if (merges(form, field)) fields[`was.${name}`] = crossing(form, name)?.dataset.was ?? original(field);
    }
    const all = wholes(form);
    for (const { name, ticks, was, now, words } of all) {
        if (ticks && now !== was) Object.assign(fields, { [name]: now, [`said.${name}`]: words(now) });
    }
    outlive(form, fields);
    if (form.elements.shown) {
        for (const { name, was } of all) if (name in fields) fields[`was.${name}`] = crossing(form, name)?.dataset.was ?? was;
    }
    return fields;
}

/** What depends on an earlier answer is brought back first and then filled in likewise. Tells how much somebody has to choose in.
 *  @param kind how both sides are called where they differ, see crossed.js; @param who changed it, in words */
export function put(form, fields, whole, kind = 'waited', who = '') {
    fill(form, fields, whole);
    return bringBack(form, fields, whole, () => fill(form, fields, whole)).then(() => both(form, fields, kind, who));
}

/** Somebody has chosen between two sides: from now on it was changed from what stands there, and is no question when it is sent. */
export function settle(form, set) {
    if (!set) return;
    const was = form.elements[`was.${set.dataset.field}`];
    if (was) was.value = set.dataset.theirs;
    delete set.dataset.was;
}

/** Answers (input[name=shown]) and fields of a ticket (was.<name>) that somebody else changed meanwhile are not written over unseen:
 *  both stand above. */
function merges(form, field) {
    return (form.elements.shown || form.elements[`was.${field.name}`]) && !field.matches('[type=checkbox], [type=radio]');
}

function crossing(form, name) {
    return [...form.querySelectorAll('.clash [data-was]')].find(({ dataset }) => dataset.field === name);
}

/** One of several boxes that are one answer together. */
function grouped(field) {
    return field.type === 'checkbox' && field.closest('.asked-set[name]');
}

/** Boxes of one name are told apart by what they stand for; the choice between two sides is no field. */
function named(field) {
    if (field.closest('.clash')) return '';
    const several = field.type === 'checkbox' && !['true', 'on'].includes(field.value);
    return several ? `${field.name}=${field.value}` : field.name;
}

async function both(form, fields, kind, who) {
    form.querySelector(':scope > .clash')?.remove();
    const single = [...form.querySelectorAll(TYPED)].filter((field) => merges(form, field)).map((field) => ({ name: field.name, theirs: original(field) }));
    const clashes = [...single, ...wholes(form).map((by) => ({ name: by.name, theirs: by.was, by }))]
        .filter(({ name }) => `was.${name}` in fields)
        .map((one) => ({ ...one, was: fields[`was.${one.name}`], mine: fields[one.name] ?? '' }))
        .filter(({ was, mine, theirs }) => theirs !== was && theirs !== mine);
    if (clashes.length > 0) (await import('./crossed.js')).show(form, clashes, kind, who).parentElement.setAttribute('role', 'alert');
    return clashes.length;
}

/** @param whole whether what is not among the fields goes back to what it was */
function fill(form, fields, whole) {
    for (const field of form.querySelectorAll(`${TYPED}, [type=hidden][name^="was."]`)) {
        const kept = fields[named(field)] ?? (whole && field.type !== 'hidden' ? original(field) : undefined);
        if (kept === undefined) continue;
        if (field.type === 'radio') field.checked = field.value === kept;
        else if (field.type === 'checkbox') field.checked = kept === 'on';
        else field.value = kept;
        if (field.type !== 'hidden') field.closest('details')?.setAttribute('open', '');
    }
    for (const { name, ticks, write } of wholes(form)) if (ticks && name in fields) write(fields[name]);
    form.dispatchEvent(new CustomEvent('draft:put'));
}

function value(field) {
    if (field.type === 'checkbox') return field.checked ? 'on' : 'off';
    if (field.type === 'radio') return field.checked ? field.value : '';
    return field.value;
}

function original(field) {
    if (field.type === 'checkbox') return field.defaultChecked ? 'on' : 'off';
    if (field.type === 'radio' && field.closest('.pick')) return (field.closest('[data-found][data-was]') ?? field.closest('.pick')).dataset.was ?? '';
    if (field.type === 'radio') return field.defaultChecked ? field.value : '';
    if (field.matches('select')) return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? '';
    return field.defaultValue;
}
