/** Somebody is named in data-people="/people/naming" by some of the name, the login or the organization. Who was chosen stands there
 *  as the server reads it: the name, and the login in brackets. */
import { offers } from './offers.js';
import { each } from './page.js';

const CHOSEN = /（[^（）]+）$/u;

each('input[data-people]', (field) => {
    const typed = () => (CHOSEN.test(field.value) ? undefined : field.value.trim() || undefined);
    const take = ({ login, name }) => {
        field.value = `${name}（${login}）`;
    };
    offers(field, { source: field.dataset.people, label: 'people', typed, take });
});
