/** An edit of the configuration that crosses another one (part/opened.jte). The form is fetched as it stands now and what was typed is
 *  put into it field by field; what both sides changed differently stands above it with both, and a person chooses. */
import { called, controls, read, words, write } from './controls.js';
import { changed, put, settle } from './drafts.js';
import { merge } from './merge.js';
import { word } from './page.js';
import { toast } from './toasts.js';

const STALE = 412;
const MOST = 3;
const tried = new WeakMap();

document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr, requestConfig } = event.detail;
    const form = requestConfig?.elt?.closest('form');
    if (xhr.status !== STALE || !form || !mark(form)) return;
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    const said = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('[data-field=opened]');
    cross(form, said?.textContent.trim());
});

/** By which the server knows what the form showed; where it stands alone it says from where it came. */
const mark = (form) => form.elements.opened ?? form.elements.shown;

/** @param who changed it, and when, in words; empty when that is not known */
async function cross(form, who) {
    const answer = await fetch(mark(form).dataset.source ?? location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const newer = page && [...page.forms].find((one) => mark(one) && one.getAttribute('action') === form.getAttribute('action'));
    if (!newer) return toast({ text: word(page ? 'crossed_gone' : 'failed') });
    if (form.elements.shown) return again(form, newer, who);
    const mine = read(form, false);
    const old = controls(form);
    const was = read(form, true);
    const theirs = read(newer, true);
    const { values, clashes } = merge(was, mine, theirs);
    renew(form, newer);
    const fields = controls(form);
    for (const [name, wanted] of Object.entries(values)) if (fields.has(name)) write(fields.get(name), wanted, old.has(name) ? words(old.get(name), wanted) : wanted);
    window.htmx.process(form);
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    const both = (name) => ({ name, old: old.get(name), was: was[name], mine: mine[name], theirs: theirs[name] });
    if (clashes.length > 0) show(form, clashes.map(both), 'crossed', who).focus();
    else resend(form);
}

/** Answers are kept as drafts are, with whom and what was found and put in: so they come back, too. */
async function again(form, newer, who) {
    const fields = changed(form);
    renew(form, newer);
    window.htmx.process(form);
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    if (await put(form, fields, true, 'crossed', who)) form.querySelector('.clash h2').focus();
    else resend(form);
}

function renew(form, newer) {
    form.replaceChildren(...[...newer.childNodes].map((node) => document.adoptNode(node)));
}

function resend(form) {
    const count = (tried.get(form) ?? 0) + 1;
    tried.set(form, count);
    if (count <= MOST) form.requestSubmit();
    else toast({ text: word('failed') });
}

/** Above the form, both sides of each field: name, was, mine and theirs; what is not there any more as it was called (said).
 *  @param kind the words for it: "crossed" for what was sent just now, "waited" for a draft that was come back to */
export function show(form, clashes, kind = 'crossed', who = '') {
    tried.delete(form);
    const fields = controls(form);
    const head = make('h2', who || word(`${kind}_title`));
    head.tabIndex = -1;
    const box = make('section', head, make('p', word('crossed_text', clashes.length)));
    box.className = 'clash';
    clashes.forEach((clash, place) => box.append(choice(form, clash, fields.get(clash.name), place, kind)));
    form.prepend(box);
    return head;
}

/** Which fields somebody has to choose in still, each with what its value was changed from. */
export function unchosen(form) {
    return new Map([...form.querySelectorAll('.clash [data-was]')].map(({ dataset }) => [dataset.field, dataset.was]));
}

export function chosen(form, name) {
    for (const set of form.querySelectorAll('.clash [data-was]')) if (set.dataset.field === name) settle(form, set);
}

/** @param by sets a field of several parts, see fetched.js */
function choice(form, { name, old, was, mine, theirs, said, by }, field, place, kind) {
    const set = make('fieldset', make('legend', by?.called ?? (field || old ? called(field ?? old) : said.called)));
    if (!field && !by) {
        set.append(make('p', word('crossed_lost', old ? words(old, mine) : said.words)));
        return set;
    }
    const at = by?.at ?? field[0];
    const changer = (at.closest('[data-who]') ?? form.elements[`was.${name}`])?.dataset.who;
    if (changer) set.append(make('p', changer));
    Object.assign(set.dataset, { field: name, was: was ?? '', theirs: theirs ?? '' });
    const both = [
        [mine, `${kind}_mine`, old ?? field],
        [theirs, `${kind}_theirs`, field],
    ];
    for (const [value, whose, from] of both) {
        const radio = document.createElement('input');
        Object.assign(radio, { type: 'radio', name: `crossed-${place}`, checked: value === mine });
        radio.setAttribute('form', 'none');
        radio.addEventListener('change', () => {
            if (by) by.write(value);
            else write(field, value);
            chosen(form, name);
        });
        const told = make('span', (by ? by.words(value) : words(from, value)) || word('crossed_nothing'));
        told.className = 'words';
        set.append(make('label', radio, told, make('small', word(whose))));
    }
    return set;
}

function make(tag, ...content) {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
}
