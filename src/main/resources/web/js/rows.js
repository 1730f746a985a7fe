/** A table with room for more: its next row is shown when it is wanted, and every row in which something stands. */
import { each } from './page.js';

each('[data-next-row]', (button) => {
    button.addEventListener('click', () => {
        const [next] = spare(button);
        if (!next) return;
        next.hidden = false;
        next.querySelector('input, select').focus();
        button.hidden = spare(button).length === 0;
    });
});

const show = () => {
    for (const button of document.querySelectorAll('[data-next-row]')) {
        for (const row of spare(button)) row.hidden = [...row.querySelectorAll('input, select')].every(untouched);
        button.hidden = spare(button).length === 0;
    }
};
show();
document.addEventListener('htmx:afterSettle', show);
document.addEventListener('draft:put', show);

function untouched(field) {
    return field.matches('select') ? !field.value || field.value === standard(field) : field.value === '';
}

function standard({ options }) {
    return ([...options].find((option) => option.defaultSelected) ?? options[0])?.value;
}

function spare(button) {
    return [...document.getElementById(button.dataset.nextRow).querySelectorAll('tr[hidden]')];
}
