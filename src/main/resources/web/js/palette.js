/** Ctrl+K: one field that finds tickets, people and pages on the server, and among what this page offers the acts. */
import { calmly, word } from './page.js';

const PAUSE = 120;
/** What may be done here and now; what is not allowed is not on the page. */
const ACTS = 'main :is(a, button, summary).btn, main label:has(> [type=radio][data-key]), [data-command]';
/** Of one row among many, which its name would not tell. */
const MANY = '.row, .card, tr, .float, .palette';
let asked = 0;

document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (!document.body.matches('.app') || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    show();
});

function show() {
    // Esc closes it at once, but the event that takes it away comes a moment later.
    document.querySelector('dialog.palette')?.remove();
    const dialog = document.createElement('dialog');
    dialog.className = 'palette';
    dialog.setAttribute('aria-label', word('palette'));
    const list = Object.assign(document.createElement('div'), { id: 'palette-list', role: 'listbox' });
    list.setAttribute('aria-label', word('palette'));
    const field = Object.assign(document.createElement('input'), { className: 'input', role: 'combobox', autocomplete: 'off' });
    field.maxLength = 200;
    field.placeholder = word('palette.hint');
    for (const [name, value] of Object.entries({ label: word('palette'), controls: list.id, expanded: 'true', autocomplete: 'list' })) {
        field.setAttribute(`aria-${name}`, value);
    }
    const acts = offered();
    const found = calmly(PAUSE, () => find(field, list, acts));
    field.addEventListener('input', found);
    field.addEventListener('keydown', (event) => press(event, field, list));
    list.addEventListener('click', ({ target }) => target.closest('[role=option]') && setTimeout(() => dialog.close()));
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    dialog.append(field, list);
    document.body.append(dialog);
    dialog.showModal();
    find(field, list, acts);
}

function offered() {
    const all = [...document.querySelectorAll(ACTS)]
        .filter((element) => element.checkVisibility() && !element.closest(MANY) && !element.matches(':disabled, :has(:disabled)'))
        .map((element) => ({ element, text: named(element), key: (element.querySelector('[data-key]') ?? element).dataset.key }));
    const single = all.filter(({ text }) => text && all.filter((other) => other.text === text).length === 1);
    const first = single.filter(({ element }) => element.closest('.verbs'));
    return [...first, ...single.filter((act) => !first.includes(act)), { text: word('keys.title'), key: '?', act: () => import('./sheet.js').then(({ sheet }) => sheet()) }];
}

/** What stands on it, without its key, its figures and what is hidden. */
function named(element) {
    const label = element.getAttribute('aria-label');
    if (label) return label;
    const parts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.matches('span:not(.n)') && node.checkVisibility());
    return parts.map((node) => node.textContent.trim()).join('').trim();
}

/** Presses it; who chooses for whom to write goes on to write. */
function work(element) {
    if (!element.isConnected) return;
    element.click();
    if (element.matches('label')) element.closest('form').querySelector('textarea')?.focus();
}

async function find(field, list, acts) {
    const typed = field.value.trim();
    const turn = ++asked;
    const answer = await fetch(`/palette?q=${encodeURIComponent(typed)}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (turn !== asked || !list.isConnected) return;
    const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : '', 'text/html');
    const own = acts.filter(({ text }) => text.toLowerCase().includes(typed.toLowerCase()));
    list.replaceChildren(...group(own), ...page.body.childNodes);
    if (!options(list).length) list.append(nothing(answer));
    options(list).forEach((option, index) => (option.id = `palette-${index}`));
    select(field, list, options(list)[0]);
}

function group(acts) {
    if (acts.length === 0) return [];
    const section = Object.assign(document.createElement('div'), { role: 'group' });
    section.setAttribute('aria-label', word('palette.acts'));
    const head = Object.assign(document.createElement('div'), { className: 'head', textContent: word('palette.acts') });
    head.setAttribute('role', 'presentation');
    section.append(head, ...acts.map(act));
    return [section];
}

function act({ element, text, key, act: own }) {
    const option = Object.assign(document.createElement('button'), { type: 'button', role: 'option', tabIndex: -1 });
    const icon = element?.querySelector('svg')?.cloneNode(true);
    option.append(icon ?? Object.assign(document.createElement('span'), { className: 'i' }), Object.assign(document.createElement('span'), { textContent: text }));
    if (key) option.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    option.addEventListener('click', () => setTimeout(own ?? (() => work(element))));
    return option;
}

function nothing(answer) {
    const text = word(answer?.ok ? 'palette.nothing' : 'failed');
    return Object.assign(document.createElement('p'), { className: 'hint', role: 'status', textContent: text });
}

function options(list) {
    return [...list.querySelectorAll('[role=option]')];
}

function select(field, list, option) {
    for (const other of options(list)) other.ariaSelected = String(other === option);
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
}

function press(event, field, list) {
    if (event.isComposing) return;
    const all = options(list);
    const here = all.findIndex((option) => option.ariaSelected === 'true');
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.code];
    if (to !== undefined && all.length > 0) {
        const far = event.code.startsWith('Page');
        select(field, list, all[far ? Math.max(0, Math.min(all.length - 1, to)) : (to + all.length) % all.length]);
    } else if (event.code === 'Enter') all[here]?.click();
    else return;
    event.preventDefault();
}
