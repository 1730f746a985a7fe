/** Exchanges parts of the page for newer ones, and keeps what belongs to the reader: what is being typed, what is unfolded. */

const late = new Set();

/** Returns where what stands there goes on, when the address leads elsewhere by now: then the parts stay as they are. */
export async function exchange(source, parts, own) {
    const free = parts.filter((part) => part.contains(own ?? null) || !busy(part));
    parts.filter((part) => !free.includes(part)).forEach((part) => late.add(part));
    if (free.length === 0) return null;
    const answer = await fetch(source, { headers: { 'HX-Request': 'true', Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok) return null;
    if (answer.status === 204) return answer.headers.get('HX-Redirect');
    const html = await answer.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    const whole = /^\s*<!doctype/i.test(html);
    for (const part of free) {
        if (!part.isConnected || (busy(part) && !part.contains(own ?? null))) continue;
        const newer = page.getElementById(part.id);
        if (!newer && whole) continue;
        if (newer) part.className = newer.className;
        if (newer?.dataset.again) part.dataset.again = newer.dataset.again;
        put(part, newer ? [...newer.childNodes] : [...page.body.childNodes], own?.closest('form'));
    }
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    return '';
}

function put(part, nodes, sent) {
    const kept = state(part, sent);
    part.replaceChildren(...nodes);
    window.htmx.process(part);
    for (const fold of part.querySelectorAll('details[id]')) if (kept.folds.has(fold.id)) fold.open = kept.folds.get(fold.id);
    for (const row of part.querySelectorAll('[data-version]')) {
        if (kept.versions.size > 0 && kept.versions.get(row.id) !== row.dataset.version) row.classList.add('is-changed');
    }
    kept.typed.forEach(({ action, name, value }) => {
        const field = [...part.querySelectorAll('form')].find((form) => form.getAttribute('action') === action)?.elements[name];
        if (field && field.value === field.defaultValue) field.value = value;
    });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
    part.scrollTop = kept.scroll;
}

function state(part, sent) {
    const all = (selector) => [...part.querySelectorAll(selector)];
    return {
        folds: new Map(all('details[id]').map((fold) => [fold.id, fold.open])),
        versions: new Map(all('[data-version]').map((row) => [row.id, row.dataset.version])),
        focus: part.contains(document.activeElement) ? document.activeElement.id : '',
        scroll: part.scrollTop,
        typed: all('form[action]:not([data-draft], :has([name=opened])) :is(textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=password]))')
            .filter((field) => field.name && field.form !== sent && field.value !== field.defaultValue)
            .map((field) => ({ action: field.form.getAttribute('action'), name: field.name, value: field.value })),
    };
}

function busy(part) {
    const active = document.activeElement;
    return part.contains(active) && active.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

/** What could not be exchanged because somebody wrote there is exchanged when they leave it. */
document.addEventListener('focusout', () => {
    setTimeout(() => {
        for (const part of [...late]) {
            if (busy(part)) continue;
            late.delete(part);
            if (part.isConnected) document.dispatchEvent(new CustomEvent('part:left', { detail: part }));
        }
    });
});
