/** Typing @ in data-mentions="/people/mentions" offers colleagues: a listbox that follows the caret's word. */
import { calmly, each, word } from './page.js';

const WORD = /(?:^|\s)@([^\s@]{0,30})$/u;

each('textarea[data-mentions]', (text) => {
    const list = document.createElement('ul');
    list.className = 'offers';
    list.id = `${text.id}-offers`;
    list.role = 'listbox';
    list.ariaLabel = word('colleagues');
    list.hidden = true;
    text.after(list);
    text.setAttribute('aria-controls', list.id);
    text.setAttribute('aria-autocomplete', 'list');

    const started = () => WORD.exec(text.value.slice(0, text.selectionStart))?.[1];
    const close = () => {
        list.hidden = true;
        text.removeAttribute('aria-activedescendant');
    };

    const ask = calmly(120, async () => {
        const query = started();
        if (query === undefined) return close();
        const answer = await fetch(`${text.dataset.mentions}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } });
        if (!answer.ok || started() !== query) return close();
        show(await answer.json());
    });

    function show(people) {
        list.replaceChildren(...people.slice(0, 6).map(offer));
        list.hidden = people.length === 0;
        if (people.length > 0) select(list.firstElementChild);
        else close();
    }

    function offer(person, index) {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.role = 'option';
        item.dataset.login = person.login;
        const name = document.createElement('b');
        name.textContent = person.name;
        const about = document.createElement('span');
        about.textContent = person.about ?? person.login;
        item.append(name, about);
        item.addEventListener('mousedown', (event) => {
            event.preventDefault();
            take(item);
        });
        return item;
    }

    function select(item) {
        for (const other of list.children) other.ariaSelected = String(other === item);
        text.setAttribute('aria-activedescendant', item.id);
    }

    function take(item) {
        const start = text.selectionStart - (started()?.length ?? 0);
        text.setRangeText(`${item.dataset.login} `, start, text.selectionStart, 'end');
        text.dispatchEvent(new Event('input', { bubbles: true }));
        close();
    }

    text.addEventListener('input', ask);
    text.addEventListener('blur', close);
    text.addEventListener('keydown', (event) => {
        if (list.hidden || event.isComposing) return;
        const chosen = list.querySelector('[aria-selected=true]');
        const acts = {
            ArrowDown: () => select(chosen.nextElementSibling ?? list.firstElementChild),
            ArrowUp: () => select(chosen.previousElementSibling ?? list.lastElementChild),
            Enter: () => take(chosen),
            Tab: () => take(chosen),
            Escape: close,
        };
        if (!acts[event.code] || event.ctrlKey) return;
        event.preventDefault();
        event.stopPropagation();
        acts[event.code]();
    });
});
