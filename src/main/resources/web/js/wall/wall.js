/** The wall display asks for news every few seconds. It says of when it is what it shows, and greys out what may no longer be true: when
 *  nothing newer came, whoever answered; a kept page that the browser shows while the desk is away is no news. */
const EVERY = 10_000;
const LATE = 25_000;
const PATIENCE = 8000;

const wall = () => document.getElementById('wall');
let heard = Date.now();

async function ask() {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('wall');
    if (!fresh || !(Date.parse(fresh.dataset.at) > Date.parse(wall().dataset.at))) return;
    heard = Date.now();
    wall().replaceWith(document.adoptNode(fresh));
    show();
}

function show() {
    const silent = Math.abs(Date.now() - heard);
    const age = wall().querySelector('.age');
    const stale = silent > LATE;
    wall().classList.toggle('is-stale', stale);
    const words = stale ? age.dataset.stale.replace('{0}', Math.floor(silent / 1000)) : age.dataset.fresh;
    if (age.textContent !== words) age.textContent = words;
}

document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-full]')) document.documentElement.requestFullscreen?.();
});
setInterval(ask, EVERY);
setInterval(show, 1000);
