/** Rows that are ticked (data-pick) stay so when the list is taken anew; the bar of acts on them shows while any is. */
const MOST = 300;
const bar = document.getElementById('bulk');
const picked = new Set();
let last = null;

const boxes = () => [...document.querySelectorAll('[data-pick]')];

if (bar) {
    document.addEventListener('change', ({ target }) => {
        if (target.matches('[data-pick]')) pick([target], target.checked);
        else if (target.matches('[data-pick-all]')) pick(boxes(), target.checked);
    });
    document.addEventListener('click', (event) => {
        const box = event.target.closest?.('[data-pick]');
        if (box && event.shiftKey && last) pick(between(last, box), box.checked);
        if (box) last = box.value;
        if (event.target.closest?.('[data-unpick]')) pick(boxes(), false, true);
    });
    document.addEventListener('keydown', ({ code, target, defaultPrevented }) => {
        if (code === 'Escape' && !defaultPrevented && picked.size > 0 && !target.closest?.('#peek, dialog')) pick(boxes(), false, true);
    });
    document.addEventListener('htmx:afterSettle', show);
    addEventListener('pageshow', () => pick(boxes().filter((box) => box.checked), true));
}

function between(from, to) {
    const all = boxes();
    const a = all.findIndex((box) => box.value === from);
    const b = all.indexOf(to);
    return a < 0 ? [to] : all.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function pick(some, yes, all = false) {
    if (all) picked.clear();
    for (const { value } of some) {
        if (!yes) picked.delete(value);
        else if (picked.size < MOST) picked.add(value);
    }
    show();
}

function show() {
    for (const box of boxes()) box.checked = picked.has(box.value);
    const head = document.querySelector('[data-pick-all]');
    if (head) {
        const seen = boxes();
        head.checked = seen.length > 0 && seen.every((box) => box.checked);
        head.indeterminate = !head.checked && picked.size > 0;
    }
    bar.hidden = picked.size === 0;
    const words = bar.querySelector('[data-picked]');
    words.textContent = words.dataset.picked.replace('{0}', picked.size);
}
