/** Writing on a ticket: each audience has its own draft, so that a note meant for colleagues never becomes a reply. With the words
 *  goes what the writer had seen when they began: whoever crosses newer words is shown them first. */
import { Draft } from './draft.js';
import { arrived, follow } from './drafts.js';
import { each, me } from './page.js';

if (me) each('form.composer', (form) => {
    const text = form.querySelector('textarea');
    const line = form.querySelector('.saved');
    const audience = () => form.querySelector('[name=audience]:checked')?.value ?? 'public';
    const drafts = new Map();
    const typed = new Map();
    const seen = new Map();
    let now = audience();
    let sent = now;

    const to = (who) => {
        if (!drafts.has(who)) drafts.set(who, make(who));
        return drafts.get(who);
    };
    const make = (who) => {
        const put = (fields) => {
            typed.set(who, fields.text ?? '');
            seen.set(who, fields.seen ?? '');
            if (who === now) show();
        };
        const draft = new Draft(`${form.dataset.draft}.${who}`, { line, put, shown: () => who === now });
        draft.restore(() => Boolean(who === now ? text.value : typed.get(who)));
        return draft;
    };
    const show = () => {
        text.value = typed.get(now) ?? '';
        form.elements.seen.value = seen.get(now) ?? '';
    };
    const keep = () => {
        typed.set(now, text.value);
        if (!text.value) seen.delete(now);
        else if (!seen.get(now)) seen.set(now, newest());
        form.elements.seen.value = seen.get(now) ?? '';
        to(now).type(text.value ? { text: text.value, seen: seen.get(now) } : {});
    };
    const turn = () => {
        now = audience();
        show();
        form.dataset.sends = to(now).name;
    };

    text.addEventListener('input', keep);
    form.addEventListener('click', ({ target }) => {
        const told = target.closest('[data-seen]')?.dataset;
        if (!told) return;
        seen.set(now, told.seen);
        keep();
        form.querySelector('#crossed').replaceChildren();
        if (told.anyway) form.requestSubmit();
        else text.focus();
    });
    const canned = form.querySelector('#canned');
    canned.addEventListener('click', ({ target }) => {
        const words = target.closest('[data-insert]')?.dataset.insert;
        if (words === undefined && !target.closest('[data-shut]')) return;
        canned.replaceChildren();
        text.focus();
        if (words === undefined) return;
        text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
        keep();
    });
    canned.addEventListener('htmx:afterSettle', () => canned.querySelector('[data-insert], [data-shut]')?.focus());
    form.addEventListener('change', ({ target }) => {
        if (target.name !== 'audience') return;
        typed.set(now, text.value);
        line?.replaceChildren();
        turn();
        text.focus();
    });
    for (const moment of ['htmx:confirm', 'htmx:beforeRequest']) {
        form.addEventListener(moment, ({ detail }) => {
            if (detail.elt === form) sent = now;
        });
    }
    follow(form, () => to(sent));
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !arrived(detail)) return;
        typed.set(sent, '');
        seen.delete(sent);
        form.querySelector('#crossed').replaceChildren();
        if (sent !== now || !form.isConnected) return;
        show();
        form.querySelector('.files')?.replaceChildren();
    });
    // What is written goes along, so that it stands in the other ticket, too.
    document.addEventListener('ticket:moved', ({ detail: { from, into } }) => {
        if (!form.isConnected || form.dataset.draft !== `ticket-${from}`) return;
        form.dataset.draft = `ticket-${into}`;
        drafts.clear();
        typed.set(now, text.value);
        for (const [who, words] of typed) if (words) to(who).type({ text: words, seen: seen.get(who) });
        form.dataset.sends = to(now).name;
    });
    typed.set(now, text.value);
    turn();
    if (text.value) keep();
});

/** The newest word that stands on the page; 0 when there is none but the first. */
function newest() {
    const ids = [...document.querySelectorAll('#talk .say[id^=say-]')].map((say) => Number(say.id.slice(4)));
    return String(Math.max(0, ...ids));
}
