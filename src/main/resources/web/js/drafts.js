/** Typed text is never lost: fields below data-draft="<name>" are kept on this device until their form was sent. */
import { calmly, each, me } from './page.js';

export const draft = {
    key: (name, field) => `qiao.draft.${me}.${name}.${field}`,
    read: (key) => localStorage.getItem(key) ?? '',
    write(key, text) {
        if (text) localStorage.setItem(key, text);
        else localStorage.removeItem(key);
    },
};

/** htmx calls a request successful only where it stays on the page. */
export function arrived({ xhr }) {
    return xhr?.status >= 200 && xhr.status < 400;
}

each('form[data-draft]:not(.composer)', (form) => {
    const fields = [...form.querySelectorAll('textarea[name], input[type=text][name]')];
    const keyOf = (field) => draft.key(form.dataset.draft, field.name);
    for (const field of fields) {
        const kept = draft.read(keyOf(field));
        if (kept && !field.value) field.value = kept;
        field.addEventListener('input', calmly(300, () => draft.write(keyOf(field), field.value)));
    }
    form.addEventListener('htmx:afterRequest', ({ detail }) => {
        if (arrived(detail) && detail.elt === form) fields.forEach((field) => draft.write(keyOf(field), ''));
    });
});
