/** A board: a card that is dropped on another column does the ticket's own act, and one that needs more words asks for them. What is
 *  refused says why, and the card stays where it was. Without a mouse each card has a list of the columns. */
import { token } from './page.js';
import { exchange } from './parts.js';
import { toast } from './toasts.js';

const board = () => document.getElementById('board');
let carried = null;

document.addEventListener('dragstart', ({ target, dataTransfer }) => {
    carried = target.closest?.('#board .card');
    if (!carried) return;
    dataTransfer.effectAllowed = 'move';
    dataTransfer.setData('text/plain', carried.dataset.number);
    carried.classList.add('is-lifted');
});
document.addEventListener('dragover', (event) => {
    const column = event.target.closest?.('#board [data-column]');
    if (!carried || !column) return;
    event.preventDefault();
    mark(column);
});
document.addEventListener('drop', (event) => {
    const column = event.target.closest?.('#board [data-column]');
    if (!carried || !column) return;
    event.preventDefault();
    move(carried, column.dataset.column);
});
document.addEventListener('dragend', () => {
    carried?.classList.remove('is-lifted');
    carried = null;
    mark(null);
});
document.addEventListener('change', ({ target }) => {
    if (!target.matches('#board [data-move]') || !target.value) return;
    const to = target.value;
    target.value = '';
    move(target.closest('.card'), to);
});

function mark(column) {
    for (const other of document.querySelectorAll('#board [data-column]')) other.classList.toggle('is-over', other === column);
}

function move(card, to) {
    if (card.closest('[data-column]').dataset.column === to) return;
    const act = board().dataset.board === 'stage' ? toStage(card.dataset.stage, to) : toPerson(card.dataset.stage, to);
    const path = `/tickets/${card.dataset.number}`;
    if (act.ask) ask(path, act.ask, act.fields ?? {});
    else send(act.method, `${path}/${act.noun}`, act.fields);
}

function toStage(from, to) {
    if (to === 'on_hold') return { ask: 'hold/new' };
    if (to === 'resolved') return { ask: 'resolution/new' };
    if (from === 'on_hold') return { method: 'DELETE', noun: 'hold' };
    if (from === 'resolved') return { ask: 'reopening/new' };
    return to === 'working' ? { method: 'POST', noun: 'acceptance' } : { method: 'DELETE', noun: 'acceptance' };
}

/** What somebody works on is handed over with a reason; what waits is simply given. */
function toPerson(stage, person) {
    const fields = person === '0' ? {} : { person };
    return stage === 'working' ? { ask: 'assignment/new', fields } : { method: 'POST', noun: 'assignment', fields };
}

async function send(method, path, fields = {}) {
    const body = method === 'POST' ? new URLSearchParams(fields) : undefined;
    const answer = await fetch(path, { method, body, headers: { ...token(), 'HX-Request': 'true' } }).catch(() => null);
    const said = answer?.headers.get('HX-Trigger');
    if (answer?.ok && said) toast(JSON.parse(said).toast);
    if (answer && !answer.ok) toast({ text: await reason(answer) });
    refresh();
}

async function reason(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [...page.querySelectorAll('.wrong')].map((wrong) => wrong.textContent.trim()).join(' ') || page.body.textContent.trim();
}

/** The act's own form, in front of the board. */
async function ask(path, form, fields) {
    const answer = await fetch(`${path}/${form}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (!answer?.ok) return answer && toast({ text: await reason(answer) });
    const dialog = document.createElement('dialog');
    dialog.className = 'asks';
    dialog.dataset.src = path;
    dialog.innerHTML = await answer.text();
    const title = dialog.querySelector('h2');
    title.id = 'asks-title';
    dialog.setAttribute('aria-labelledby', title.id);
    for (const [name, value] of Object.entries(fields)) if (dialog.querySelector(`[name=${name}]`)) dialog.querySelector(`[name=${name}]`).value = value;
    dialog.addEventListener('click', (event) => {
        if (!event.target.closest('a[data-key=Escape]')) return;
        event.preventDefault();
        event.stopPropagation();
        dialog.close();
    }, true);
    dialog.addEventListener('htmx:afterRequest', ({ detail }) => detail.xhr.status < 300 && dialog.close());
    dialog.addEventListener('close', () => {
        dialog.remove();
        refresh();
    });
    document.body.append(dialog);
    window.htmx.process(dialog);
    dialog.showModal();
    dialog.querySelector('[autofocus]')?.focus();
}

function refresh() {
    exchange(board().dataset.src, [board()], board());
}
