/** Open pages follow the journal: <div data-live="ticket:20437" data-src="/tickets/20437/talk"> fetches itself again when its
 *  subject changed, data-live="queue" when any ticket did. data-lazy fetches once the page stands. */
import { duration, me, word } from './page.js';
import { listen } from './stream.js';

const JITTER = 250;
const GRACE = 3000;
const waiting = new WeakSet();
const late = new Set();
const bar = document.getElementById('offline');
let lostSince = 0;
let retry = () => {};

if (me) start();

function start() {
    if ('SharedWorker' in window) {
        const worker = new SharedWorker(new URL('./worker.js', import.meta.url), { type: 'module', name: `live-${me}` });
        worker.port.addEventListener('message', ({ data }) => hear(data));
        worker.port.start();
        retry = () => worker.port.postMessage('retry');
        addEventListener('pagehide', () => worker.port.postMessage('bye'));
    } else {
        const state = listen(hear);
        retry = () => state.retry();
    }
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    bar?.querySelector('button')?.addEventListener('click', () => retry());
    setInterval(showLost, 1000);
    for (const part of document.querySelectorAll('[data-lazy]')) refresh(part);
}

function hear(message) {
    if (message.lost) lostSince = message.lost;
    else if (message.back) {
        lostSince = 0;
        showLost();
        document.querySelectorAll('[data-live]').forEach(later);
    } else {
        for (const part of document.querySelectorAll('[data-live]')) if (follows(part, message)) later(part);
    }
}

function follows(part, { kind, id }) {
    return part.dataset.live
        .split(' ')
        .some((what) => what === `${kind}:${id}` || what === kind || (what === 'queue' && kind === 'ticket'));
}

/** Many pages hear of the same act; they should not all ask in the same instant. */
function later(part) {
    if (waiting.has(part)) return;
    waiting.add(part);
    setTimeout(() => {
        waiting.delete(part);
        if (part.isConnected) refresh(part);
    }, Math.random() * JITTER);
}

/** What somebody is typing into stays as it is until they leave it. */
function refresh(part) {
    if (busy(part)) {
        late.add(part);
        return;
    }
    const before = versions(part);
    const checked = new Set([...part.querySelectorAll('input.check:checked')].map((box) => box.value));
    htmx.ajax('GET', part.dataset.src, { target: part, swap: part.dataset.swap ?? 'innerHTML' }).then(() => {
        for (const box of part.querySelectorAll('input.check')) if (checked.has(box.value)) box.checked = true;
        if (before.size > 0) wash(part, before);
    });
}

function busy(part) {
    const active = document.activeElement;
    return part.contains(active) && active.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

function versions(part) {
    return new Map([...part.querySelectorAll('[data-version]')].map((row) => [row.id, row.dataset.version]));
}

function wash(part, before) {
    for (const row of part.querySelectorAll('[data-version]')) {
        if (before.get(row.id) !== row.dataset.version) row.classList.add('is-changed');
    }
}

document.addEventListener('focusout', () => {
    for (const part of [...late]) {
        if (busy(part)) continue;
        late.delete(part);
        if (part.isConnected) later(part);
    }
});

function showLost() {
    const away = lostSince ? Date.now() - lostSince : 0;
    if (!bar) return;
    bar.hidden = away < GRACE;
    if (away >= GRACE) bar.querySelector('span').textContent = word('offline', duration(away));
}
