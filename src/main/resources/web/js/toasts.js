/** What was just done, with a way back. It outlives a change of page, because acts often lead to another one, but not of person. */
import { me, word } from './page.js';

const LASTS = 7000;
const KEPT = `qiao.toast.${me}`;
let shown = null;

export function toast(said, lasts = LASTS) {
    const region = document.getElementById('toasts');
    if (!region) return;
    const line = document.createElement('div');
    line.className = 'toast';
    const text = document.createElement('span');
    text.textContent = said.text;
    line.append(text);
    if (said.undo) line.append(document.createElement('hr'), back(said.undo, line));
    region.replaceChildren(line);
    stay(line, said, lasts);
}

/** It goes by itself, but not while somebody is on it. */
function stay(line, said, lasts) {
    let timer = 0;
    const run = (left) => {
        clearTimeout(timer);
        shown = { said, until: Date.now() + left };
        timer = setTimeout(() => line.remove(), left);
    };
    const held = () => line.matches(':hover, :focus-within');
    for (const moment of ['pointerenter', 'focusin']) line.addEventListener(moment, () => clearTimeout(timer));
    for (const moment of ['pointerleave', 'focusout']) line.addEventListener(moment, () => setTimeout(() => held() || run(LASTS)));
    run(lasts);
}

function back({ method, path }, line) {
    const button = document.createElement('button');
    button.className = 'btn';
    button.dataset.key = 'Z';
    button.textContent = word('undo');
    button.addEventListener('click', () => {
        line.remove();
        shown = null;
        htmx.ajax(method, path, { source: document.body, target: document.body, swap: 'none' });
    });
    return button;
}

document.addEventListener('toast', ({ detail: { text, undo } }) => toast({ text, undo }));

addEventListener('pagehide', () => {
    const left = shown ? shown.until - Date.now() : 0;
    if (left > 1000) sessionStorage.setItem(KEPT, JSON.stringify({ said: shown.said, lasts: left }));
});

const kept = sessionStorage.getItem(KEPT);
if (kept) {
    sessionStorage.removeItem(KEPT);
    const { said, lasts } = JSON.parse(kept);
    toast(said, lasts);
}
