/** Every page starts here. Modules find their elements by data-attributes, and find them again after htmx has swapped. What only
 *  some pages need is fetched by the first of its elements. */
import { ready, when } from './page.js';
import './net.js';
import './problems.js';
import './reveal.js';
import './toasts.js';
import './clocks.js';
import './live.js';
import './keys.js';

const more = [
    when('body.app', './palette.js'),
    when('form[data-draft]:not(.composer)', './drafts.js'),
    when('form.composer', './composer.js'),
    when('[data-left]', './left.js'),
    when('#dock', './dock.js'),
    when('textarea[data-mentions]', './mentions.js'),
    when('input[data-people]', './naming.js'),
    when('form[data-upload]', './uploads.js'),
    when('[data-presence], #peek', './presence.js'),
    when('[data-asked]', './asked.js'),
    when('#peek', './peek.js'),
    when('#bulk', './picks.js'),
    when('[data-export]', './exports.js'),
    when('#board', './board.js'),
    when('[data-again]', './again.js'),
    when('input[name=opened], input[name=shown]', './crossed.js'),
    when('input[name=opened]', './kept.js'),
    when('[data-next-row]', './rows.js'),
    when('[data-key-sheet]', './sheet.js'),
    when('#wall', './wall.js'),
];

/** htmx takes the page in hand when it is parsed; from then on everything that can be pressed does what it says. */
const parsed = new Promise((done) => {
    if (document.readyState === 'complete') done();
    else ['DOMContentLoaded', 'load'].forEach((moment) => addEventListener(moment, done));
});
Promise.all([parsed, ...more]).then(() => ready('page'));

/** A panel that opens takes the focus into it; the key Esc puts it away. Only one is open at a time: they share a name. */
const FIRST = 'select, input:not([type=hidden]), textarea, a, button';
document.addEventListener('toggle', ({ target, newState }) => {
    if (newState === 'open' && target.matches('.adder')) target.querySelector('.float')?.querySelector(FIRST)?.focus();
}, true);

/** Asks the browser to keep the page for when the desk is out of reach. Where it may not, nothing is lost. */
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline.js').catch(() => {});
