/** People who are offered below a field as one types: a listbox that is walked by the arrows and taken from by Enter. */
import { calmly, word } from './page.js';

const MOST = 8;

/** @param typed what is to be found; undefined when nothing is
 *  @param take given who was chosen
 *  @param tab whether Tab takes, too */
export function offers(field, { source, label, typed, take, tab = false }) {
    const list = document.createElement('ul');
    list.className = 'offers';
    list.id = `${field.id}-offers`;
    list.role = 'listbox';
    list.ariaLabel = word(label);
    list.hidden = true;
    field.after(list);
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-autocomplete', 'list');

    const close = () => {
        list.hidden = true;
        field.removeAttribute('aria-activedescendant');
    };

    const ask = calmly(120, async () => {
        const query = typed();
        if (query === undefined) return close();
        const answer = await fetch(`${source}?q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } }).catch(() => null);
        if (!answer?.ok || typed() !== query || document.activeElement !== field) return close();
        show(await answer.json());
    });

    function show(people) {
        list.replaceChildren(...people.slice(0, MOST).map(offer));
        list.hidden = people.length === 0;
        if (people.length > 0) select(list.firstElementChild);
        else close();
    }

    function offer(person, index) {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.role = 'option';
        Object.assign(item.dataset, { login: person.login, name: person.name });
        const name = document.createElement('b');
        name.textContent = person.name;
        const about = document.createElement('span');
        about.textContent = person.about ?? person.login;
        item.append(name, about);
        item.addEventListener('mousedown', (event) => {
            event.preventDefault();
            choose(item);
        });
        return item;
    }

    function select(item) {
        for (const other of list.children) other.ariaSelected = String(other === item);
        field.setAttribute('aria-activedescendant', item.id);
        item.scrollIntoView({ block: 'nearest' });
    }

    function choose({ dataset: { login, name } }) {
        take({ login, name });
        field.dispatchEvent(new Event('input', { bubbles: true }));
        close();
    }

    field.addEventListener('input', ask);
    field.addEventListener('blur', close);
    field.addEventListener('keydown', (event) => {
        if (list.hidden || event.isComposing) return;
        const chosen = list.querySelector('[aria-selected=true]');
        const acts = {
            ArrowDown: () => select(chosen.nextElementSibling ?? list.firstElementChild),
            ArrowUp: () => select(chosen.previousElementSibling ?? list.lastElementChild),
            Enter: () => choose(chosen),
            Escape: close,
            ...(tab && { Tab: () => choose(chosen) }),
        };
        if (!acts[event.code] || event.ctrlKey) return;
        event.preventDefault();
        event.stopPropagation();
        acts[event.code]();
    });
}
