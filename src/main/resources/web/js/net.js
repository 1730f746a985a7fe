/** Requests: the forgery token goes along, and what did not arrive is said without taking anything away. */
import { token, word } from './page.js';
import { toast } from './toasts.js';

document.addEventListener('htmx:configRequest', ({ detail }) => {
    if (detail.verb === 'get') return;
    Object.assign(detail.headers, token());
    const here = detail.elt.closest('[data-src]')?.dataset.src;
    if (here) detail.headers['Qiao-Here'] = here;
    if (detail.elt.dataset.sends) detail.headers['Qiao-Draft'] = encodeURIComponent(detail.elt.dataset.sends);
});
document.addEventListener('htmx:sendError', () => toast({ text: word('failed') }));
document.addEventListener('htmx:responseError', () => toast({ text: word('failed') }));

/** A press counts once: while its answer is on the way, a second one does nothing. */
document.addEventListener('htmx:beforeRequest', (event) => {
    const { elt, requestConfig } = event.detail;
    if (requestConfig.verb === 'get') return;
    if (elt.hasAttribute('aria-busy')) event.preventDefault();
    else elt.setAttribute('aria-busy', 'true');
});
document.addEventListener('htmx:afterRequest', ({ detail }) => detail.elt.removeAttribute('aria-busy'));

/** Somebody else's act may draw a part of the page anew while an answer to it is on its way: what was pressed there is gone, and htmx
 *  would tell nobody what came of it, or how to take it back. */
document.addEventListener('htmx:beforeRequest', ({ detail: { elt, xhr } }) => {
    xhr.addEventListener('readystatechange', () => {
        if (xhr.readyState !== XMLHttpRequest.DONE || elt.isConnected) return;
        const told = xhr.getResponseHeader('HX-Trigger');
        const said = told?.startsWith('{') ? JSON.parse(told).toast : null;
        if (said) toast(said);
    });
});
