/** The sheet behind ?: all keys that work here, made from their one table. */
import { GROUPS, KEYS, open } from './keytable.js';
import { word } from './page.js';

export function sheet() {
    const dialog = document.createElement('dialog');
    dialog.className = 'key-sheet';
    const title = element('h2', word('keys.title'));
    title.id = 'key-sheet-title';
    dialog.setAttribute('aria-labelledby', title.id);
    const close = element('button', word('close'));
    close.className = 'btn';
    close.autofocus = true;
    close.addEventListener('click', () => dialog.close());
    const head = document.createElement('header');
    head.append(title, close);
    const body = document.createElement('div');
    body.append(...GROUPS.map(group));
    dialog.append(head, body, element('p', word('keys.off')));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return true;
}

function group(name) {
    const section = document.createElement('section');
    const lines = document.createElement('dl');
    for (const key of KEYS.filter((key) => key.group === name && (!key.path || open(key)))) {
        const keys = document.createElement('dt');
        keys.append(...shown(key).map((text) => element('kbd', text)));
        lines.append(keys, element('dd', word(`key.${key.does}`)));
    }
    section.append(element('h3', word(`keys.${name}`)), lines);
    return section;
}

function shown({ path, shown: keys }) {
    return [...(path ? ['G'] : []), ...keys.split(' ')];
}

function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
}

document.addEventListener('click', ({ target }) => target.closest('[data-key-sheet]') && sheet());
