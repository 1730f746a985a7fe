/** Writing on a ticket: each audience has its own draft, so that a note meant for colleagues never becomes a reply. */
import { calmly, each, word } from './page.js';
import { arrived, draft } from './drafts.js';

each('form.composer', (form) => {
    const text = form.querySelector('textarea');
    const saved = form.querySelector('.saved');
    const audience = () => form.querySelector('[name=audience]:checked')?.value ?? 'public';
    const key = (to) => draft.key(form.dataset.draft, to);
    let now = audience();
    let sent = now;

    const save = () => {
        draft.write(key(now), text.value);
        if (saved) saved.textContent = text.value ? word('draft_saved', time()) : '';
    };
    if (!text.value) text.value = draft.read(key(now));

    text.addEventListener('input', calmly(300, save));
    addEventListener('pagehide', () => text.isConnected && save());
    form.addEventListener('change', ({ target }) => {
        if (target.name !== 'audience') return;
        draft.write(key(now), text.value);
        now = audience();
        text.value = draft.read(key(now));
        text.focus();
    });
    form.addEventListener('htmx:beforeRequest', ({ detail }) => {
        if (detail.elt === form) sent = now;
    });
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !arrived(detail)) return;
        draft.write(key(sent), '');
        if (sent !== now || !form.isConnected) return;
        text.value = '';
        form.querySelector('.files')?.replaceChildren();
        if (saved) saved.textContent = '';
    });
});

function time() {
    return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date());
}
