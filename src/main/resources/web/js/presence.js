/** Says which ticket this page shows and whether somebody writes there: data-presence="20437" on the page, or the peeked row. Who
 *  turns to another tab or leaves is gone at once; who is silent, in less than a minute. */
import { me, token } from './page.js';

const BEAT = 20_000;
const QUIET = 6000;
const page = crypto.randomUUID();
let number = '';
let typing = false;
let beat = 0;
let quiet = 0;

if (me) start();

function start() {
    read(document.querySelector('[data-presence]')?.dataset.presence ?? '');
    document.addEventListener('reading', ({ detail }) => read(detail));
    document.addEventListener('visibilitychange', () => (document.hidden ? leave() : tell()));
    document.addEventListener('input', ({ target }) => number && target.closest('#dock') && write());
    document.addEventListener('htmx:afterRequest', ({ detail }) => detail.elt.closest('#dock') && rest());
    addEventListener('pagehide', leave);
}

function read(other) {
    if (number === other) return;
    if (!other) leave();
    number = other;
    typing = false;
    tell();
}

function write() {
    clearTimeout(quiet);
    quiet = setTimeout(rest, QUIET);
    if (typing) return;
    typing = true;
    tell();
}

function rest() {
    clearTimeout(quiet);
    if (!typing) return;
    typing = false;
    tell();
}

async function tell() {
    clearTimeout(beat);
    if (!number || document.hidden) return;
    beat = setTimeout(tell, BEAT);
    const told = number;
    const answer = await ask('PUT', { page, typing });
    if (answer?.status === 404) number = '';
    const here = document.getElementById('here');
    if (!answer?.ok || told !== number || !here) return;
    const others = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
    if (told === number) here.replaceChildren(...others.childNodes);
}

function leave() {
    clearTimeout(beat);
    if (number) ask('DELETE', { page });
}

function ask(method, values) {
    const address = `/tickets/${number}/presence?${new URLSearchParams(values)}`;
    return fetch(address, { method, headers: { ...token(), 'HX-Request': 'true' }, keepalive: true }).catch(() => null);
}
