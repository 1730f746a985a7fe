/** Every page starts here. Modules find their elements by data-attributes, and find them again after htmx has swapped. */
import './net.js';
import './problems.js';
import './toasts.js';
import './clocks.js';
import './live.js';
import './keys.js';
import './drafts.js';
import './composer.js';
import './mentions.js';
import './uploads.js';
import './peek.js';
