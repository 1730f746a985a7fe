/** Promises count down without the server: at minute steps, by seconds only in the last minute. */
import { duration, each, word } from './page.js';

const NEAR = 4 * 3600_000;
const RISK = 0.75;
const skews = new WeakMap();
let timer;

/** The device's clock may be wrong; what counts is the moment at which the server made this element, or else this page. */
const wrong = skew(document.documentElement.dataset.now);

function skew(made) {
    return made ? Date.parse(made) - Date.now() : 0;
}

function nowOf(clock) {
    if (!skews.has(clock)) skews.set(clock, clock.dataset.now ? skew(clock.dataset.now) : wrong);
    return Date.now() + skews.get(clock);
}

function tick() {
    clearTimeout(timer);
    let soon = 60_000 - (Date.now() % 60_000);
    for (const clock of document.querySelectorAll('[data-due]')) {
        const now = nowOf(clock);
        const left = Date.parse(clock.dataset.due) - now;
        if (left < NEAR) show(clock, left, now);
        if (Math.abs(left) < 60_000) soon = 1000;
    }
    timer = setTimeout(tick, soon + 20);
}

function show(clock, left, now) {
    const text = word(left < 0 ? 'over' : 'left', duration(left));
    const words = clock.querySelector('.left') ?? clock;
    if (words.textContent !== text) words.textContent = text;
    if (left < 0) return breach(clock);
    const share = shareAt(clock, now);
    clock.querySelector('circle + circle')?.setAttribute('stroke-dasharray', `${Math.round(share * 100)} 100`);
    if (share >= RISK) clock.classList.replace('is-ok', 'is-risk');
}

/** Between the moment of rendering and the deadline the rest of the budget runs out evenly. */
function shareAt(clock, now) {
    const { due, now: made, share } = clock.dataset;
    const whole = Date.parse(due) - Date.parse(made);
    return whole <= 0 ? 1 : 1 - (1 - Number(share)) * ((Date.parse(due) - now) / whole);
}

function breach(clock) {
    if (clock.classList.contains('is-broken')) return;
    clock.classList.remove('is-ok', 'is-risk');
    clock.classList.add('is-broken');
    const mark = document.querySelector('template#broken')?.content.firstElementChild;
    if (mark) clock.querySelector('svg')?.replaceWith(mark.cloneNode(true));
}

document.addEventListener('visibilitychange', () => document.hidden || tick());

each('[data-due]', tick);
