/** An edit of the configuration that crosses another one (part/opened.jte). The form is fetched as it stands now and what was typed is
 *  put into it field by field; what both sides changed differently stands above it with both, and a person chooses. */
import { called, controls, read, words, write } from './controls.js';
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
    cross(form);
});

/** By which the server knows what the form showed; where it stands alone it says from where it came. */
const mark = (form) => form.elements.opened ?? form.elements.shown;

async function cross(form) {
    const answer = await fetch(mark(form).dataset.source ?? location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const newer = page && [...page.forms].find((one) => mark(one) && one.getAttribute('action') === form.getAttribute('action'));
    if (!newer) return toast({ text: word(page ? 'crossed_gone' : 'failed') });
    const mine = read(form, false);
    const old = controls(form);
    const { values, clashes } = merge(read(form, true), mine, read(newer, true));
    const theirs = read(newer, true);
    form.replaceChildren(...[...newer.childNodes].map((node) => document.adoptNode(node)));
    const fields = controls(form);
    for (const [name, wanted] of Object.entries(values)) if (fields.has(name)) fill(fields.get(name), old.get(name), wanted);
    window.htmx.process(form);
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    const count = (tried.get(form) ?? 0) + 1;
    tried.set(form, count);
    if (clashes.length > 0) show(form, clashes.map((name) => ({ name, old: old.get(name), mine: mine[name], theirs: theirs[name] })));
    else if (count <= MOST) form.requestSubmit();
    else toast({ text: word('failed') });
}

/** What can no longer be chosen stays chosen; whether it may, the server says. */
function fill(now, before, wanted) {
    const [field] = now;
    if (field.matches('select') && ![...field.options].some((option) => option.value === wanted)) {
        const option = [...(before?.[0].options ?? [])].find((one) => one.value === wanted);
        if (option) field.append(option.cloneNode(true));
    }
    write(now, wanted);
}

function show(form, clashes) {
    tried.delete(form);
    const fields = controls(form);
    const head = make('h2', word('crossed_title'));
    head.tabIndex = -1;
    const box = make('section', head, make('p', word('crossed_text', clashes.length)));
    box.className = 'clash';
    clashes.forEach((clash, place) => box.append(choice(clash, fields.get(clash.name), place)));
    form.prepend(box);
    head.focus();
}

function choice({ name, old, mine, theirs }, field, place) {
    const set = make('fieldset', make('legend', called(field ?? old)));
    if (!field) {
        set.append(make('p', word('crossed_lost', words(old, mine))));
        return set;
    }
    const both = [
        [mine, 'crossed_mine', old],
        [theirs, 'crossed_theirs', field],
    ];
    for (const [value, whose, from] of both) {
        const radio = document.createElement('input');
        Object.assign(radio, { type: 'radio', name: `crossed-${place}`, checked: value === mine });
        radio.setAttribute('form', 'none');
        radio.addEventListener('change', () => write(field, value));
        const told = make('span', words(from, value) || word('crossed_nothing'));
        told.className = 'words';
        set.append(make('label', radio, told, make('small', word(whose))));
    }
    set.dataset.field = name;
    return set;
}

function make(tag, ...content) {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
}
