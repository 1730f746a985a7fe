/** What stands in a form only because of an earlier answer: the fields that a category asks, somebody who was found, files that were
 *  put in. A draft keeps them too; here they are fetched and drawn again, and outlive a page on which they do not stand just now. */

const ASKED = /^(said\.)?fields\./;
const last = new WeakMap();
const awaited = new WeakMap();

/** Adds to what was changed what is not on the page: answers to another category, or to one that is still on its way. */
export function outlive(form, fields) {
    const before = last.get(form) ?? {};
    for (const [name, value] of Object.entries(before)) {
        if (ASKED.test(name) && !stands(form, name)) fields[name] ??= value;
    }
    for (const box of form.querySelectorAll('.files')) {
        if (ids(box) !== (box.dataset.was ?? '')) fields[named(box)] = ids(box);
    }
    const version = awaited.get(form) ?? form.elements.formVersion?.value;
    const answered = Object.keys(fields).some((name) => ASKED.test(name) && (awaited.has(form) || stands(form, name)));
    if (version && answered) fields.formVersion = version;
    last.set(form, fields);
    return fields;
}

/** What another category asks is filled in with what was answered there before. */
export function watch(form, fill) {
    form.addEventListener('htmx:afterSwap', ({ target }) => target.id === 'asked' && awaited.delete(form));
    form.addEventListener('htmx:afterSettle', ({ target }) => {
        if (target.id === 'asked') fill(Object.fromEntries(Object.entries(last.get(form) ?? {}).filter(([name]) => ASKED.test(name))));
    });
}

export function forget(form) {
    last.delete(form);
}

/** @param fill puts the fields in once more, now that all of them stand there */
export async function bringBack(form, fields, whole, fill) {
    last.set(form, { ...fields });
    for (const box of form.querySelectorAll('.files')) box.dataset.was ??= ids(box);
    if (await ask(form, fields)) fill();
    if (find(form, fields)) fill();
    for (const box of form.querySelectorAll('.files')) await chips(box, fields[named(box)] ?? (whole ? box.dataset.was : undefined));
}

/** The version that was being filled in, though another is asked by now; else what is asked because of what was chosen. */
async function ask(form, fields) {
    const slot = form.querySelector('#asked');
    const version = fields.formVersion ?? '';
    const chosen = ['category', 'kind'].filter((name) => name in fields);
    if (!slot || (version ? version === form.elements.formVersion?.value : chosen.length === 0)) return false;
    const query = new URLSearchParams({ version });
    for (const name of ['category', 'kind']) query.set(name, form.elements[name]?.value ?? '');
    awaited.set(form, version);
    const answer = await fetch(`/asked?${query}`).catch(() => null);
    if (!answer?.ok || awaited.get(form) !== version) return false;
    slot.innerHTML = await answer.text();
    window.htmx.process(slot);
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));
    awaited.delete(form);
    return true;
}

/** Whoever was found by a search stands there again without one. */
function find(form, fields) {
    const missing = [...form.querySelectorAll('[data-found]')].filter((box) => {
        const { found } = box.dataset;
        return fields[`said.${found}`] && ![...box.querySelectorAll('input')].some((one) => one.value === fields[found]);
    });
    for (const box of missing) stand(box, fields[box.dataset.found], fields[`said.${box.dataset.found}`]);
    return missing.length > 0;
}

function stand(box, value, said) {
    const set = document.createElement('fieldset');
    const radio = document.createElement('input');
    const label = document.createElement('label');
    const legend = document.createElement('legend');
    const words = document.createElement('span');
    set.className = 'pick';
    set.dataset.was = box.dataset.was ?? '';
    legend.className = 'sr';
    legend.textContent = headed(box);
    Object.assign(radio, { type: 'radio', name: box.dataset.found, value, checked: true });
    words.textContent = said;
    label.append(radio, words);
    set.append(legend, label);
    box.replaceChildren(set);
}

const headed = (box) => box.closest('.field')?.querySelector('label')?.firstChild?.textContent ?? '';

/** Fields of several parts as one value each: what is ticked of several, somebody who was found, files. Each says what came with the
 *  page (was) and what stands there now, a value in words, and sets one. */
export function wholes(form) {
    const ticks = [...form.querySelectorAll('.asked-set[name]:has([type=checkbox])')].map(ticked);
    const people = [...form.querySelectorAll('[data-found]')].map(person);
    const boxes = [...form.querySelectorAll('[data-code] .files')].map(filed);
    return [...ticks, ...people, ...boxes];
}

function ticked(set) {
    const boxes = [...set.querySelectorAll('[type=checkbox]')];
    const code = (box) => box.name.slice(set.name.length + 1);
    const of = (some) => some.map(code).join(' ');
    const among = (value) => boxes.filter((box) => value.split(' ').includes(code(box)));
    return {
        name: set.name,
        at: set,
        ticks: true,
        called: set.querySelector('legend').firstChild.textContent,
        was: of(boxes.filter((box) => box.defaultChecked)),
        now: of(boxes.filter((box) => box.checked)),
        words: (value) => among(value).map((box) => box.closest('label').textContent.trim()).join(' · '),
        write: (value) => {
            const chosen = among(value);
            for (const box of boxes) box.checked = chosen.includes(box);
        },
    };
}

function person(box) {
    const { found, was = '', said = '' } = box.dataset;
    const chosen = box.querySelector('input:checked');
    const mine = chosen?.closest('label').textContent.trim() ?? '';
    const words = (value) => (value === was ? said : mine);
    return { name: found, at: box, called: headed(box), was, now: chosen?.value ?? '', words, write: (value) => (value ? stand(box, value, words(value)) : box.replaceChildren()) };
}

function filed(box) {
    const { was = '', said = '' } = box.dataset;
    const mine = [...box.querySelectorAll('.file:has(input)')].map((chip) => chip.textContent.trim()).join(' · ');
    const called = box.closest('fieldset').querySelector('legend').firstChild.textContent;
    return { name: named(box), at: box, called, was, now: ids(box), words: (value) => (value === was ? said : mine), write: (value) => chips(box, value) };
}

/** Draws the chips of these files; until they are there they count as if they were. What is still being put in stays. */
export async function chips(box, wanted) {
    if (wanted === undefined || (wanted === ids(box) && !box.dataset.awaited)) return;
    for (const chip of box.querySelectorAll('.file:has(input), .hint')) chip.remove();
    delete box.dataset.awaited;
    if (wanted === '') return;
    box.dataset.awaited = wanted;
    const query = new URLSearchParams([['name', named(box)], ...wanted.split(' ').map((id) => ['id', id])]);
    const answer = await fetch(`/attachments?${query}`).catch(() => null);
    const drawn = answer?.ok ? await answer.text() : null;
    if (drawn === null || box.dataset.awaited !== wanted) return;
    box.insertAdjacentHTML('afterbegin', drawn);
    delete box.dataset.awaited;
}

export function ids(box) {
    const here = [...box.querySelectorAll('input[type=hidden]')].map((chip) => chip.value);
    const late = box.dataset.awaited?.split(' ') ?? [];
    return [...new Set([...late, ...here])].join(' ');
}

function named(box) {
    return box.closest('[data-code]')?.querySelector('[data-files-for]').dataset.filesFor ?? 'file';
}

function stands(form, name) {
    const bare = name.replace(/^said\./, '');
    return Boolean(form.elements[bare] ?? form.querySelector(`[data-found="${bare}"]`));
}
