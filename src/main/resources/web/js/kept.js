/** What is typed in a form of the configuration (part/opened.jte) is a draft, too, by the address to which the form is sent. Somebody
 *  else may change the same thing before one comes back to it: what only one side changed is taken from that side, and what both
 *  changed differently stands above the form with both, until a person chooses. */
import { called, controls, read, words, write } from './controls.js';
import { chosen, show, unchosen } from './crossed.js';
import { Draft, press } from './draft.js';
import { arrived, follow } from './drafts.js';
import { group, same } from './merge.js';
import { each, me } from './page.js';

const drafts = new WeakMap();
const lost = new WeakMap();
/** What the page could see when what is still to be chosen in was begun. */
const since = new WeakMap();

if (me) each('input[name=opened]', (mark) => {
    const { form } = mark;
    if (drafts.has(form)) setTimeout(() => again(form, drafts.get(form)));
    else keep(form, mark.dataset.draft ?? form.getAttribute('action'));
});

/** A form that crossed another one stands there anew, with what was typed and what is still to be chosen. */
function again(form, draft) {
    draft.line = line(form);
    const fields = changed(form);
    if (Object.keys(fields).length > 0) draft.type(fields);
}

async function keep(form, name) {
    let dropped = null;
    const more = (some) => (dropped ? [press('draft_take', take)] : some ? [press('draft_drop', drop)] : []);
    const draft = new Draft(name, { line: line(form), put: (fields, whole) => put(form, fields, whole), more });
    drafts.set(form, draft);
    form.dataset.sends = name;
    /** Back to what stands there, which is not what one wrote days ago; and back again, until something else is written. */
    function drop() {
        dropped ??= changed(form);
        put(form, {}, true);
        draft.type({});
    }
    function take() {
        const fields = dropped;
        dropped = null;
        put(form, fields, true);
        draft.type(fields);
    }
    const typed = ({ target }) => {
        dropped = null;
        if (target.name) chosen(form, nameOf(form, target));
        draft.type(changed(form));
    };
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !arrived(detail)) return;
        lost.delete(form);
        dropped = null;
    });
    follow(form, () => draft);
    await draft.restore(() => Object.keys(changed(form)).length > 0);
}

/** Where the form says how safe it is: beside its button. The place is there before the words are. */
function line(form) {
    const there = form.querySelector('.acts > .saved');
    const acts = form.querySelector('.acts:has(> button:not([type=button], [formaction]))');
    if (there || !acts) return there;
    const made = document.createElement('span');
    made.className = 'saved quiet';
    made.setAttribute('role', 'status');
    acts.insertBefore(made, acts.querySelector('.push'));
    return made;
}

function nameOf(form, field) {
    return [...controls(form)].find(([, fields]) => fields.includes(field))?.[0];
}

/** What was changed, from what, and how it is called should it not be there any more; rows also as they stood in all. */
function changed(form) {
    const all = controls(form);
    const now = read(form, false);
    const was = read(form, true);
    const open = unchosen(form);
    const fields = { ...lost.get(form) };
    for (const [name, value] of Object.entries(now)) {
        if (same(value, was[name])) continue;
        fields[name] = value;
        fields[`was.${name}`] = open.get(name) ?? was[name];
        fields[`said.${name}`] = said(all.get(name), value);
        const rows = group(name, was);
        if (rows !== name) fields[`rows.${rows}`] ??= print(rows, was);
        if (rows !== name && open.has(name)) fields[`rows.${rows}`] = '';
    }
    if (Object.keys(fields).length > 0) fields.opened = open.size > 0 ? (since.get(form) ?? form.elements.opened.value) : form.elements.opened.value;
    return fields;
}

/** @param whole whether what is not among the fields goes back to what it was */
function put(form, fields, whole) {
    form.querySelector(':scope > .clash')?.remove();
    const all = controls(form);
    const was = read(form, true);
    const clashes = [];
    const gone = {};
    if (whole) for (const [name, control] of all) if (!(`was.${name}` in fields)) write(control, was[name]);
    for (const name of Object.keys(fields).filter((one) => `was.${one}` in fields)) {
        const mine = fields[name];
        const told = tell(fields[`said.${name}`] ?? name, mine);
        const one = { name, was: fields[`was.${name}`], mine, theirs: was[name], said: told };
        if (!all.has(name)) {
            for (const part of ['', 'was.', 'said.']) gone[part + name] = fields[part + name] ?? '';
            clashes.push(one);
            continue;
        }
        write(all.get(name), mine, told.words);
        all.get(name)[0].closest('details')?.setAttribute('open', '');
        const rows = group(name, was);
        const moved = rows !== name && fields[`rows.${rows}`] !== print(rows, was);
        if (!same(mine, one.theirs) && (moved || !same(one.was, one.theirs))) clashes.push(one);
    }
    lost.set(form, gone);
    if (clashes.length > 0) waited(form, clashes, fields.opened);
    form.dispatchEvent(new CustomEvent('draft:put', { bubbles: true }));
}

function waited(form, clashes, opened) {
    const head = show(form, clashes, 'waited');
    head.parentElement.setAttribute('role', 'alert');
    since.set(form, opened);
    who(opened, form.elements.about?.value).then((words) => words && (head.textContent = words));
}

/** Who changed it since, and when; nothing where that is not known. */
async function who(opened, about) {
    if (!opened || !about) return '';
    const answer = await fetch(`/live/between?${new URLSearchParams({ opened, about })}`).catch(() => null);
    return answer?.ok ? answer.text() : '';
}

function said(control, value) {
    const [field] = control;
    const chosen = field.matches('select, [type=radio]') ? words(control, value) : '';
    return `${called(control)}\n${chosen}`;
}

function tell(line, mine) {
    const [name, chosen] = line.split('\n');
    return { called: name, words: chosen || (mine === 'on' ? name : mine) };
}

/** Rows as they stood, in few letters: whether they stand so still is all that is asked. */
function print(rows, was) {
    let sum = 0;
    const text = JSON.stringify(Object.entries(was).filter(([name]) => group(name, was) === rows));
    for (const letter of text) sum = (Math.imul(sum, 31) + letter.codePointAt(0)) | 0;
    return `${text.length} ${sum}`;
}
