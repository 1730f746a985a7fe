/** Every key in one table: keys.js acts by it, and the sheet behind ? is made from it. A key that stands on something in a page
 *  (data-key) has its line here; a test compares. Texts are base.js.key.<does>. */
const list = 'list';
const ticket = 'ticket';
const anywhere = 'anywhere';
const going = 'going';

const line = (group, code, does, shown, more) => ({ group, code, does, shown, ...more });
const presses = (group, code, does, shown) => line(group, code, does, shown, { press: shown });
const goes = (code, does, path, door = path) => line(going, code, does, code.replace('Key', ''), { path, door });

export const GROUPS = [list, ticket, anywhere, going];

export const KEYS = [
    line(list, 'KeyJ', 'next', 'J', { step: 1 }),
    line(list, 'KeyK', 'previous', 'K', { step: -1 }),
    line(list, 'KeyX', 'select', 'X', { ticks: true }),
    line(list, 'Enter', 'open', '↵', { native: true }),
    presses(list, 'KeyF', 'filter', 'F'),
    presses(list, 'KeyV', 'shown', 'V'),
    presses(list, 'KeyS', 'keep', 'S'),
    presses(list, 'KeyO', 'export', 'O'),
    presses(list, 'KeyY', 'content', 'Y'),
    presses(list, 'KeyN', 'discontent', 'N'),
    presses(list, 'KeyL', 'missed', 'L'),
    presses(ticket, 'KeyA', 'accept', 'A'),
    presses(ticket, 'KeyR', 'reply', 'R'),
    presses(ticket, 'KeyI', 'internal', 'I'),
    presses(ticket, 'KeyE', 'resolve', 'E'),
    presses(ticket, 'KeyH', 'hold', 'H'),
    presses(ticket, 'KeyD', 'dispatch', 'D'),
    presses(ticket, 'KeyM', 'edit', 'M'),
    line(anywhere, 'Slash', 'search', '/', { press: '/' }),
    line(anywhere, 'KeyK', 'palette', 'Ctrl K', { native: true }),
    presses(anywhere, 'KeyC', 'create', 'C'),
    presses(anywhere, 'KeyZ', 'undo', 'Z'),
    line(anywhere, 'Enter', 'send', 'Ctrl ↵', { native: true }),
    line(anywhere, 'Escape', 'escape', 'Esc', { native: true }),
    line(anywhere, 'Slash', 'sheet', '?', { shift: true, sheet: true }),
    goes('KeyH', 'home', '/'),
    goes('KeyT', 'tickets', '/tickets'),
    goes('KeyB', 'board', '/tickets/board', '/tickets'),
    goes('KeyC', 'calendar', '/tickets/calendar', '/tickets'),
    goes('KeyM', 'mine', '/tickets?view=mine', '/tickets'),
    goes('KeyU', 'unassigned', '/tickets?view=unassigned', '/tickets'),
    goes('KeyI', 'inbox', '/inbox'),
    goes('KeyR', 'targets', '/targets'),
    goes('KeyO', 'oncall', '/oncall'),
    goes('KeyS', 'find', '/search'),
    goes('KeyP', 'preferences', '/me'),
];

/** The line of a key pressed alone. */
export const alone = (code, shift) =>
    KEYS.find((key) => key.group !== going && !key.native && key.code === code && Boolean(key.shift) === shift);

/** The line of a letter after G. */
export const after = (code) => KEYS.find((key) => key.group === going && key.code === code);

/** Whether a way leads where this reader may go: the page's own navigation says so. */
export const open = ({ door }) => Boolean(document.querySelector(`.nav a[href="${door}"], .side a[href="${door}"]`));
