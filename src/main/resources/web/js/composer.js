/** Writing on a ticket: each audience has its own draft, so that a note meant for colleagues never becomes a reply. */
import { Draft } from './draft.js';
import { arrived, follow } from './drafts.js';
import { each, me } from './page.js';

if (me) each('form.composer', (form) => {
    const text = form.querySelector('textarea');
    const line = form.querySelector('.saved');
    const audience = () => form.querySelector('[name=audience]:checked')?.value ?? 'public';
    const drafts = new Map();
    const typed = new Map();
    let now = audience();
    let sent = now;

    const to = (who) => {
        if (!drafts.has(who)) drafts.set(who, make(who));
        return drafts.get(who);
    };
    const make = (who) => {
        const put = (fields) => {
            typed.set(who, fields.text ?? '');
            if (who === now) text.value = typed.get(who);
        };
        const draft = new Draft(`${form.dataset.draft}.${who}`, { line, put, shown: () => who === now });
        draft.restore(() => Boolean(who === now ? text.value : typed.get(who)));
        return draft;
    };
    const turn = () => {
        now = audience();
        text.value = typed.get(now) ?? text.defaultValue;
        form.dataset.sends = to(now).name;
    };

    text.addEventListener('input', () => {
        typed.set(now, text.value);
        to(now).type(text.value ? { text: text.value } : {});
    });
    form.addEventListener('change', ({ target }) => {
        if (target.name !== 'audience') return;
        typed.set(now, text.value);
        line?.replaceChildren();
        turn();
        text.focus();
    });
    form.addEventListener('htmx:beforeRequest', ({ detail }) => {
        if (detail.elt === form) sent = now;
    });
    follow(form, () => to(sent));
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !arrived(detail)) return;
        typed.set(sent, '');
        if (sent !== now || !form.isConnected) return;
        text.value = '';
        form.querySelector('.files')?.replaceChildren();
    });
    turn();
});
