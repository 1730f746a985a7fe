/** A ticket that goes on in another since it was opened: its page stays, with what is being written on it, and says where. */
import { word } from './page.js';

const TICKET = /^\/(?:tickets|my)\/(\d+)$/;

/** @param to where the address leads by now; empty when it still shows what it is called, null when that is not known */
export function moved(source, to, part) {
    const from = TICKET.exec(source)?.[1];
    const told = document.getElementById('moved');
    if (!from || to === null) return;
    const into = TICKET.exec(to)?.[1];
    if (told?.dataset.from === from && told.dataset.into === into) return;
    if (told?.dataset.from === from) told.remove();
    if (!into || into === from) return;
    const line = document.createElement('p');
    const words = document.createElement('span');
    const link = document.createElement('a');
    Object.assign(line, { id: 'moved', className: 'notice is-risk', role: 'alert' });
    Object.assign(line.dataset, { from, into });
    words.textContent = word('moved', into);
    Object.assign(link, { href: to, textContent: word('moved_open', into) });
    line.append(words, link);
    (part.closest('.ticket') ?? document.getElementById('main')).prepend(line);
    document.dispatchEvent(new CustomEvent('ticket:moved', { detail: { from, into } }));
}
