/** What was written for an act that is no longer possible (ticket/web/left/words.jte) goes on in what one writes now, or is let go,
 *  and taken back. On one's own page of all that is not sent yet (people/draft/web/index.jte) it is copied. */
import { each, token, word } from './page.js';
import { toast } from './toasts.js';

each('[data-left]', (item) => {
    const { left: name, audience, words, files, fields, page = '', about = '' } = item.dataset;
    const drop = item.querySelector('[data-drop]');
    const over = () => (item.parentElement.childElementCount > 1 ? item : item.closest('section')).remove();
    let dropped = false;

    item.querySelector('[data-put]')?.addEventListener('click', async () => {
        item.closest('form').querySelector(`[name=audience][value=${audience}]:enabled:not(:checked)`)?.click();
        item.dispatchEvent(new CustomEvent('words:put', { bubbles: true, detail: words }));
        if (files) item.dispatchEvent(new CustomEvent('files:put', { bubbles: true, detail: files }));
        over();
        await send('DELETE', { name });
    });
    item.querySelector('[data-copy]')?.addEventListener('click', async ({ target }) => {
        await navigator.clipboard.writeText(words);
        toast({ text: word('draft_copied') });
        target.focus();
    });
    drop.addEventListener('click', async () => {
        const done = dropped ? await send('PUT', { name, seen: 0, fields, page, about }) : await send('DELETE', { name });
        if (!done) return;
        dropped = !dropped;
        item.classList.toggle('is-gone', dropped);
        drop.textContent = word(dropped ? 'draft_take' : 'draft_drop');
    });
});

async function send(method, values) {
    const query = new URLSearchParams(values);
    const where = method === 'DELETE' ? `/drafts?${query}` : '/drafts';
    const answer = await fetch(where, { method, body: method === 'DELETE' ? undefined : query, headers: token(), keepalive: true }).catch(() => null);
    return answer?.ok ?? false;
}
