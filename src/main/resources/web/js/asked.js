/** Fields that a form asks: what depends on another answer comes and goes as one answers; what was typed outlives every exchange. */
import { each } from './page.js';
import { put } from './uploads.js';

const typed = new Map();

each('[data-asked]', (asked) => {
    for (const field of asked.querySelectorAll('[name^="fields."]')) restore(field);
    asked.addEventListener('input', ({ target }) => keep(target));
    asked.addEventListener('change', ({ target }) => {
        keep(target);
        depend(asked);
    });
    asked.addEventListener('click', ({ target }) => {
        target.closest('[data-choose-for]')?.parentElement.querySelector('input[type=file]').click();
        const form = asked.closest('form:not([data-upload])');
        const chip = form && target.closest('[data-unattach]')?.closest('.file');
        chip?.remove();
        if (chip) form.dispatchEvent(new Event('change', { bubbles: true }));
    });
    for (const chooser of asked.querySelectorAll('[data-files-for]')) {
        chooser.addEventListener('change', () => send(chooser));
    }
    asked.closest('form')?.addEventListener('draft:put', () => depend(asked));
    depend(asked);
});

function keep(field) {
    if (!field.name?.startsWith('fields.') || field.type === 'file') return;
    typed.set(keyOf(field), field.matches('[type=checkbox], [type=radio]') ? field.checked : field.value);
}

function restore(field) {
    const value = typed.get(keyOf(field));
    if (value === undefined) return;
    if (field.matches('[type=checkbox], [type=radio]')) field.checked = value;
    else field.value = value;
}

function keyOf(field) {
    return field.matches('[type=checkbox], [type=radio]') ? `${field.name}=${field.value}` : field.name;
}

/** What is hidden is not sent; what becomes compulsory says so. */
function depend(asked) {
    for (const part of asked.querySelectorAll('[data-code]')) {
        const shown = holds(asked, part.dataset.shown);
        part.hidden = !shown;
        for (const field of part.querySelectorAll('[name]')) field.disabled = !shown;
        const needed = part.dataset.needed && holds(asked, part.dataset.needed);
        if (part.dataset.needed) part.toggleAttribute('data-must', needed);
    }
}

function holds(asked, condition) {
    if (!condition) return true;
    const [code, ...values] = condition.split(' ');
    const one = `fields.${code}`;
    const given = [...asked.querySelectorAll(`[name="${one}"], [name^="${one}."]`)]
        .filter((field) => !field.disabled && field.matches('input, select, textarea'))
        .filter((field) => !field.matches('[type=checkbox], [type=radio]') || field.checked)
        .map((field) => (field.name === one ? field.value : field.name.slice(one.length + 1)))
        .filter((value) => value.trim() !== '');
    return given.some((value) => values.length === 0 || values.includes(value));
}

function send(chooser) {
    const box = chooser.closest('[data-code]').querySelector('.files');
    put(box, chooser.files, '/attachments', (chip) => (chip.querySelector('input').name = chooser.dataset.filesFor));
    chooser.value = '';
}
