/** A panel that opens takes the focus into it; the key Esc puts it away. Only one is open at a time: they share a name. */
const FIRST = 'select, input:not([type=hidden]), textarea, a, button';

document.addEventListener('toggle', ({ target, newState }) => {
    if (newState === 'open' && target.matches('.adder')) target.querySelector('.float')?.querySelector(FIRST)?.focus();
}, true);
