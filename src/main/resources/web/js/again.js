/** Figures that are counted behind the pages are asked for again: a part with data-again="<milliseconds>" and data-src, while the
 *  page is in sight. */
import { exchange } from './parts.js';

const LEAST = 500;
const timers = new WeakMap();

function watch() {
    for (const part of document.querySelectorAll('[data-again][data-src]')) {
        if (!timers.has(part)) timers.set(part, setTimeout(() => again(part), Math.max(LEAST, Number(part.dataset.again))));
    }
}

async function again(part) {
    timers.delete(part);
    if (!part.isConnected) return;
    if (document.hidden) {
        document.addEventListener('visibilitychange', () => again(part), { once: true });
        return;
    }
    await exchange(part.dataset.src, [part]);
    watch();
}

watch();
document.addEventListener('htmx:afterSettle', watch);
