/** What modules share about the page they run in. */
const root = document.documentElement;
const csrf = document.querySelector('meta[name=csrf]');

export const me = root.dataset.me ?? '';

const words = (await import(`./words.${root.lang}.js`)).default;

/** The text of base.js.<key>, with {0}, {1} … filled in. */
export function word(key, ...values) {
    return (words[key] ?? key).replace(/\{(\d)}/g, (_, index) => values[index] ?? '');
}

/** The header that every request other than GET must carry. */
export function token() {
    return csrf?.dataset.header ? { [csrf.dataset.header]: csrf.content } : {};
}

/** Says on <html data-ready="page stream"> what is at work: from then on nothing that is pressed or that happens is lost. */
export function ready(what, is = true) {
    const all = new Set(root.dataset.ready?.split(' '));
    if (is) all.add(what);
    else all.delete(what);
    root.dataset.ready = [...all].join(' ');
}

/** Runs now for all elements that match, and again for those that htmx brings in. */
export function each(selector, wake) {
    const seen = new WeakSet();
    const look = () => {
        for (const element of document.querySelectorAll(selector)) {
            if (!seen.has(element)) {
                seen.add(element);
                wake(element);
            }
        }
    };
    look();
    document.addEventListener('htmx:afterSettle', look);
}

/** Fetches a module when the first element that it is for stands on the page; done when it is there, or not needed yet. What could
 *  not be fetched is asked for again with the next change of the page. */
export function when(selector, module) {
    let asked;
    const look = () => {
        if (!asked && document.querySelector(selector)) asked = import(module).catch(() => (asked = undefined));
        return asked;
    };
    document.addEventListener('htmx:afterSettle', look);
    return look();
}

/** The same after a pause in the calls. */
export function calmly(milliseconds, act) {
    let timer;
    return (...values) => {
        clearTimeout(timer);
        timer = setTimeout(() => act(...values), milliseconds);
    };
}

/** Days, hours and minutes as the server words them: at most two units, seconds only under a minute. */
export function duration(milliseconds) {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (minutes === 0) return word('seconds', seconds);
    if (hours === 0) return word('minutes', minutes);
    const days = Math.floor(hours / 24);
    return days === 0 ? pair('hours', hours, 'minutes', minutes % 60) : pair('days', days, 'hours', hours % 24);
}

function pair(big, count, small, rest) {
    return rest === 0 ? word(big, count) : word('two_units', word(big, count), word(small, rest));
}
