/** Single keys press what carries data-key. They go by the place of the key (so they work with any layout), rest while an input
 *  method composes or somebody writes, and can be switched off. Ctrl+Enter sends the form one writes in. */
const GO = { KeyH: '/', KeyT: '/tickets', KeyI: '/inbox', KeyR: '/targets', KeyS: '/search' };
const off = document.documentElement.dataset.keys === 'off';
let going = 0;

document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Escape') return escape();
    if (off || writing(event.target)) return;
    if (event.code === 'KeyG') {
        going = Date.now();
        return;
    }
    const acted = Date.now() - going < 1500 ? go(event.code) : move(event.code) || press(event.code);
    going = 0;
    if (acted) event.preventDefault();
});

function send(event) {
    const form = event.target.closest?.('form');
    if (!form) return;
    event.preventDefault();
    window.htmx.process(form);
    form.requestSubmit(form.querySelector('.is-primary') ?? undefined);
}

function escape() {
    if (writing(document.activeElement)) document.activeElement.blur();
    else press('Escape');
}

function writing(element) {
    return element.matches?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') ?? false;
}

function go(code) {
    const path = GO[code];
    const known = path && document.querySelector(`.nav a[href="${path}"], a[href="${path}"]`);
    if (known) location.assign(path);
    return Boolean(known);
}

function press(code) {
    const name = code === 'Slash' ? '/' : code.replace(/^Key|^Digit/, '');
    const target = [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find((e) => e.checkVisibility());
    if (!target || target.disabled) return false;
    if (target.matches('input, textarea')) target.focus();
    else target.click();
    return true;
}

/** J and K walk through the rows of a list. */
function move(code) {
    if (code !== 'KeyJ' && code !== 'KeyK') return false;
    const rows = [...document.querySelectorAll('.rows .go')].filter((row) => row.checkVisibility());
    if (rows.length === 0) return false;
    const here = rows.indexOf(document.activeElement);
    const next = code === 'KeyJ' ? here + 1 : here < 0 ? 0 : here - 1;
    rows[Math.max(0, Math.min(rows.length - 1, next))].focus();
    return true;
}
