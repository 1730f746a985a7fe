/** On a wide screen a row of the queue opens beside the list: the parts of the ticket's own page, taken from it. */
import { calmly } from './page.js';
import { exchange } from './parts.js';

const WIDE = matchMedia('(width >= 1080px)');
const peek = document.getElementById('peek');
let shown = '';

if (peek) {
    document.addEventListener('click', (event) => {
        const link = event.target.closest('.queue .go');
        if (!link || !WIDE.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        const path = new URL(link.href).pathname;
        if (path === shown) location.assign(path);
        else open(path);
    });
    document.addEventListener('focusin', calmly(150, ({ target }) => {
        if (shown && target.matches('.queue .go') && target === document.activeElement) open(new URL(target.href).pathname);
    }));
    peek.addEventListener('click', ({ target }) => target.closest('[data-close]') && close());
    document.addEventListener('htmx:afterSettle', mark);
}

/** The second press on the same row goes on to the page. */
async function open(path) {
    if (path === shown) return;
    shown = path;
    const number = path.split('/').pop();
    const parts = [...peek.querySelectorAll('[data-part]')];
    for (const part of parts) {
        part.dataset.src = part.id === 'here' ? `${path}/presence` : path;
        part.dataset.live = `${part.id === 'here' ? 'ticket.presence' : 'ticket'}:${number}`;
    }
    peek.querySelector('[data-open]').href = path;
    peek.querySelector('[data-number]').textContent = number;
    const to = await exchange(path, parts, peek);
    if (to && shown === path) return open(to);
    peek.hidden = false;
    peek.closest('.pane').classList.remove('is-whole');
    mark();
    if (shown === path) document.dispatchEvent(new CustomEvent('reading', { detail: number }));
}

function close() {
    const row = document.querySelector('.queue .row[aria-current] .go');
    shown = '';
    document.dispatchEvent(new CustomEvent('reading', { detail: '' }));
    peek.hidden = true;
    peek.closest('.pane').classList.add('is-whole');
    mark();
    row?.focus();
}

function mark() {
    for (const row of document.querySelectorAll('.queue .row')) {
        const link = row.querySelector('.go');
        if (!link) continue;
        if (shown && new URL(link.href).pathname === shown) row.setAttribute('aria-current', 'true');
        else row.removeAttribute('aria-current');
    }
}
