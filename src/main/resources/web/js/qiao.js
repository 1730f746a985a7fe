/** Every page starts here. Modules find their elements by data-attributes, and find them again after htmx has swapped. */
import { ready } from './page.js';
import './net.js';
import './problems.js';
import './reveal.js';
import './toasts.js';
import './clocks.js';
import './live.js';
import './keys.js';
import './palette.js';
import './sheet.js';
import './drafts.js';
import './composer.js';
import './mentions.js';
import './uploads.js';
import './peek.js';

/** htmx takes the page in hand when it is parsed; from then on everything that can be pressed does what it says. */
if (document.readyState === 'complete') ready('page');
else ['DOMContentLoaded', 'load'].forEach((moment) => addEventListener(moment, () => ready('page')));
