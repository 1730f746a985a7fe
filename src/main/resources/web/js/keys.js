/** Single keys go by the place of the key (so they work with any layout), rest while an input method composes or somebody writes,
 *  and can be switched off. Ctrl+Enter sends the form one writes in. What each does stands in keytable.js. This module waits for
 *  no other, so that the first key pressed on a page counts. */
import { after, alone, open } from './keytable.js';

const PATIENCE = 1500;
const off = document.documentElement.dataset.keys === 'off';
let going = 0;

document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.code === 'Escape') return escape(event);
    if (off || event.repeat || writing(event.target)) return repeat(event);
    if (event.code === 'KeyG' && !event.shiftKey) {
        going = Date.now();
        return;
    }
    const acted = Date.now() - going < PATIENCE ? go(event.code) : act(alone(event.code, event.shiftKey));
    going = 0;
    if (acted) event.preventDefault();
});

/** A key held down walks on through a list, and does nothing else twice. */
function repeat(event) {
    const key = event.repeat && !off && !writing(event.target) ? alone(event.code, event.shiftKey) : null;
    if (key?.step && move(key.step)) event.preventDefault();
}

function act(key) {
    if (!key) return false;
    if (key.step) return move(key.step);
    if (key.ticks) return tick();
    if (key.sheet) return Boolean(import('./sheet.js').then(({ sheet }) => sheet()));
    return press(key.press);
}

function send(event) {
    const form = event.target.closest?.('form');
    if (!form) return;
    event.preventDefault();
    window.htmx.process(form);
    form.requestSubmit(form.querySelector('.is-primary') ?? undefined);
}

/** What stands open inside is put away first, also while one writes in it: a draft keeps what was written. */
function escape(event) {
    const panel = document.querySelector('.adder[open]');
    const inner = document.querySelector('#dock [data-key=Escape]');
    if (panel || inner) event.preventDefault();
    if (panel) shut(panel);
    else if (inner) inner.click();
    else if (writing(document.activeElement)) document.activeElement.blur();
    else press('Escape');
}

function shut(panel) {
    panel.open = false;
    panel.querySelector('summary').focus();
}

function writing(element) {
    return element.matches?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') ?? false;
}

function go(code) {
    const key = after(code);
    const known = Boolean(key) && open(key);
    if (known) location.assign(key.path);
    return known;
}

/** What was just done floats above the page: its way back comes before any other. What belongs to a row is pressed only from there. */
function press(name) {
    const all = [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].filter((e) => e.checkVisibility() && here(e));
    const target = all.find((e) => e.closest('.toast')) ?? all[0];
    if (!target || target.disabled) return false;
    if (target.matches('[type=radio]')) choose(target);
    else if (target.matches('input, textarea')) target.focus();
    else target.click();
    return true;
}

function here(target) {
    return target.closest('.walk tr')?.contains(document.activeElement) ?? true;
}

/** For whom one writes, and then writing. */
function choose(radio) {
    if (!radio.checked) radio.click();
    radio.form.querySelector('textarea')?.focus();
}

function rows() {
    return [...document.querySelectorAll(':is(.rows, .board, .walk) .go')].filter((row) => row.checkVisibility());
}

function move(step) {
    const all = rows();
    if (all.length === 0) return false;
    const here = all.findIndex((row) => row.closest('.row, .card, .walk tr').contains(document.activeElement));
    const next = step > 0 ? here + 1 : here < 0 ? 0 : here - 1;
    all[Math.max(0, Math.min(all.length - 1, next))].focus();
    return true;
}

function tick() {
    const row = document.activeElement.closest('.row') ?? document.querySelector('.rows .row[aria-current]');
    const box = row?.querySelector('input[type=checkbox]');
    box?.click();
    return Boolean(box);
}
