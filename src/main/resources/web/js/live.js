/** Open pages follow the journal. A part such as <div id="talk" data-live="ticket:20437" data-src="/tickets/20437"> is taken anew
 *  from that address when its subject changed; data-live="queue" when any ticket did; data-lazy once the page stands; data-part
 *  only after an act of one's own. Several parts of one address are fetched together. Once the line stands, the page asks what
 *  happened since the mark that it was rendered with: nothing falls between the page and its stream. */
import { duration, me, ready, word } from './page.js';
import { listen } from './stream.js';
import { exchange } from './parts.js';
import { moved } from './moved.js';

const JITTER = 250;
const GRACE = 3000;
const AGAIN = 2000;
const waiting = new Map();
const bar = document.getElementById('offline');
let lostSince = 0;
let mark = document.documentElement.dataset.mark ?? '';
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
    refresh([...document.querySelectorAll('[data-lazy]')]);
}

function hear(message) {
    if (message.open) found();
    else if (message.lost) lose(message.lost);
    else if (message.back) later([...document.querySelectorAll('[data-live]:not([data-fleeting])')]);
    else later([...document.querySelectorAll('[data-live]')].filter((part) => follows(part, message)));
}

function lose(since) {
    lostSince = since;
    ready('stream', false);
}

function found() {
    lostSince = 0;
    showLost();
    document.dispatchEvent(new CustomEvent('line:back'));
    catchUp();
}

/** What the stream tells from now on and what this answer tells overlap; hearing of an act twice does no harm. */
async function catchUp() {
    const answer = await fetch(`/live/missed?since=${encodeURIComponent(mark)}`, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) {
        if (!lostSince) setTimeout(catchUp, AGAIN);
        return;
    }
    const missed = await answer.json();
    mark = missed.mark;
    if (missed.all) hear({ back: true });
    missed.news.forEach(hear);
    ready('stream', !lostSince);
}

function follows(part, { kind, id }) {
    return part.dataset.live
        .split(' ')
        .some((what) => what === `${kind}:${id}` || what === kind || (what === 'queue' && kind === 'ticket'));
}

/** Many pages hear of the same act; they should not all ask in the same instant. */
function later(parts) {
    for (const { dataset } of parts) {
        if (waiting.has(dataset.src)) continue;
        const timer = setTimeout(() => {
            waiting.delete(dataset.src);
            refresh([...document.querySelectorAll('[data-live]')].filter((part) => part.dataset.src === dataset.src));
        }, Math.random() * JITTER);
        waiting.set(dataset.src, timer);
    }
}

function refresh(parts, own) {
    for (const [source, together] of Map.groupBy(parts, (part) => part.dataset.src)) {
        exchange(source, together, own).then((to) => moved(source, to, together[0]));
    }
}

/** An act of one's own shows at once, also where one is writing. */
document.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (detail.xhr?.getResponseHeader('Qiao-Changed')) refresh([...document.querySelectorAll('[data-live], [data-part]')], detail.elt);
});

document.addEventListener('part:left', ({ detail }) => later([detail]));

function showLost() {
    const away = lostSince ? Date.now() - lostSince : 0;
    if (!bar) return;
    bar.hidden = away < GRACE;
    if (away >= GRACE) bar.querySelector('span').textContent = word(document.querySelector('[data-draft]') ? 'offline_kept' : 'offline', duration(away));
}
