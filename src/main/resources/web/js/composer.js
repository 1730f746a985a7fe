/** Writing on a ticket: each audience has its own draft of words and files, so that a note meant for colleagues never becomes a
 *  reply. With the words goes what the writer had seen when they began: whoever crosses newer words is shown them first. */
import { Draft } from './draft.js';
import { arrived, follow } from './drafts.js';
import { chips, ids } from './fetched.js';
import { each, me, word } from './page.js';

const NOTHING = { text: '', seen: '', files: '', once: '' };
const last = new Map();

if (me) each('form.composer', (form) => {
    const text = form.querySelector('textarea');
    const line = form.querySelector('.saved');
    const box = form.querySelector('.files');
    const tabs = [...form.querySelectorAll('[name=audience][type=radio]:enabled')];
    const audience = () => form.querySelector('[name=audience]:checked')?.value ?? 'public';
    const drafts = new Map();
    const written = new Map();
    stay();
    let now = audience();
    let sent = { ...NOTHING, who: now };

    const of = (who) => written.get(who) ?? NOTHING;
    const here = () => ({ ...of(now), text: text.value, files: ids(box) });
    const to = (who) => {
        if (!drafts.has(who)) drafts.set(who, make(who));
        return drafts.get(who);
    };
    const make = (who) => {
        const put = (fields) => {
            written.set(who, { ...NOTHING, ...fields });
            if (who === now) show();
            mark();
        };
        const draft = new Draft(`${form.dataset.draft}.${who}`, { line, put, shown: () => who === now });
        draft.restore(() => some(who === now ? here() : of(who)));
        return draft;
    };
    const show = () => {
        const one = of(now);
        if (text.value !== one.text) text.value = one.text;
        name(one);
        chips(box, one.files);
    };
    /** What waits in the pane that is turned away shows on its tab. */
    const mark = () => {
        for (const tab of tabs) {
            const waits = tab.value !== now && some(of(tab.value));
            tab.parentElement.classList.toggle('has-draft', waits);
            tab.parentElement.title = tab.ariaDescription = waits ? word('draft_waits') : '';
        }
    };
    /** What is sent again because its answer was lost has the same name, and stands there once. */
    const name = ({ seen, once }) => {
        form.elements.seen.value = seen;
        form.elements.once.value = once || crypto.randomUUID();
    };
    const write = (who, one) => {
        const own = some(one) ? { seen: one.seen || newest(), once: one.once || crypto.randomUUID() } : { seen: '', once: '' };
        const whole = { ...one, ...own };
        written.set(who, whole);
        if (who === now) name(whole);
        to(who).type(some(one) ? Object.fromEntries(Object.entries(whole).filter(([, value]) => value)) : {});
    };
    const keep = () => write(now, here());
    const turn = () => {
        now = audience();
        show();
        form.dataset.sends = to(now).name;
        to(now).tell();
        mark();
    };

    /** A form in the place of one in which something was being written goes on with it. */
    function stay() {
        const who = last.get(form.dataset.draft)?.();
        const choice = [...form.querySelectorAll('[name=audience]:enabled')].find((one) => one.value === who);
        if (choice) choice.checked = true;
        last.set(form.dataset.draft, () => some(here()) || box.childElementCount > 0 ? now : null);
    }

    text.addEventListener('input', keep);
    form.addEventListener('click', ({ target }) => {
        const told = target.closest('[data-seen]')?.dataset;
        if (!told) return;
        write(now, { ...here(), seen: told.seen });
        form.querySelector('#crossed').replaceChildren();
        if (told.anyway) form.requestSubmit();
        else text.focus();
    });
    const canned = form.querySelector('#canned');
    const insert = (words) => {
        text.focus();
        text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
        keep();
    };
    canned?.addEventListener('click', ({ target }) => {
        const words = target.closest('[data-insert]')?.dataset.insert;
        if (words === undefined && !target.closest('[data-shut]')) return;
        canned.replaceChildren();
        if (words === undefined) text.focus();
        else insert(words);
    });
    form.addEventListener('words:put', ({ detail }) => insert(detail));
    form.addEventListener('files:put', ({ detail }) => {
        chips(box, `${ids(box)} ${detail}`.trim());
        keep();
    });
    canned?.addEventListener('htmx:afterSettle', () => canned.querySelector('[data-insert], [data-shut]')?.focus());
    form.addEventListener('change', ({ target }) => {
        if (target === form) keep();
        if (target.name !== 'audience') return;
        written.set(now, here());
        turn();
        text.focus();
    });
    for (const moment of ['htmx:confirm', 'htmx:beforeRequest']) {
        form.addEventListener(moment, ({ detail }) => {
            if (detail.elt === form) sent = { ...here(), who: now };
        });
    }
    follow(form, () => to(sent.who));
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (detail.elt !== form || !arrived(detail)) return;
        const { who } = sent;
        const left = rest(who === now ? here() : of(who), sent);
        written.set(who, left);
        form.querySelector('#crossed').replaceChildren();
        if (who === now) show();
        if (some(left)) write(who, left);
        mark();
    });
    // What is written goes along, so that it stands in the other ticket, too.
    document.addEventListener('ticket:moved', ({ detail: { from, into } }) => {
        if (!form.isConnected || form.dataset.draft !== `ticket-${from}`) return;
        form.dataset.draft = `ticket-${into}`;
        for (const draft of drafts.values()) draft.retire();
        drafts.clear();
        written.set(now, here());
        for (const [who, one] of [...written]) if (some(one)) write(who, one);
        form.dataset.sends = to(now).name;
    });
    const given = here();
    written.set(now, given);
    turn();
    for (const { value } of tabs) to(value);
    if (some(given)) keep();
});

function some({ text, files }) {
    return Boolean(text || files);
}

/** What was added while the rest was on its way. */
function rest(one, sent) {
    const more = one.text.startsWith(sent.text) ? one.text.slice(sent.text.length).trimStart() : one.text;
    const gone = sent.files.split(' ');
    const files = one.files.split(' ').filter((id) => !gone.includes(id));
    return { ...NOTHING, text: more, files: files.join(' ') };
}

/** The newest word that stands on the page; 0 when there is none but the first. */
function newest() {
    const ids = [...document.querySelectorAll('#talk .say[id^=say-]')].map((say) => Number(say.id.slice(4)));
    return String(Math.max(0, ...ids));
}
