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
        for (const row of spare(button)) row.hidden = [...row.querySelectorAll('input')].every((field) => field.value === '');
    }
};
show();
document.addEventListener('htmx:afterSettle', show);

function spare(button) {
    return [...document.getElementById(button.dataset.nextRow).querySelectorAll('tr[hidden]')];
}
