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

/** In a tab of its own the address names the form; once that is away, it names the ticket. */
document.addEventListener('htmx:afterSettle', () => {
    const dock = document.getElementById('dock');
    const form = /^\/tickets\/\d+\/.*(new|edit)$/.test(location.pathname);
    if (form && dock?.dataset.src && !dock.querySelector('.act')) history.replaceState(history.state, '', dock.dataset.src);
});
