/** The form of an act stands where one writes. When it is put away, what opened it has the focus again, although the page may have
 *  been taken anew meanwhile. */
const shut = '.act [data-key=Escape]';
let opener = '';
let closing = false;

document.addEventListener('htmx:beforeRequest', ({ detail: { elt } }) => {
    closing = elt.matches(shut);
    if (!closing && elt.matches('[hx-target="#dock"]')) opener = elt.getAttribute('hx-get');
});
document.addEventListener('htmx:afterSettle', ({ detail }) => {
    if (!closing || detail?.target?.id !== 'dock') return;
    closing = false;
    document.querySelector(`[hx-get="${CSS.escape(opener)}"]`)?.focus();
});
