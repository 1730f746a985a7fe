/** Typing @ in data-mentions="/people/mentions" offers colleagues for the caret's word. */
import { offers } from './offers.js';
import { each } from './page.js';

const WORD = /(?:^|\s)@([^\s@]{0,30})$/u;

each('textarea[data-mentions]', (text) => {
    const typed = () => WORD.exec(text.value.slice(0, text.selectionStart))?.[1];
    const take = ({ login }) => {
        const start = text.selectionStart - (typed()?.length ?? 0);
        text.setRangeText(`${login} `, start, text.selectionStart, 'end');
    };
    offers(text, { source: text.dataset.mentions, label: 'colleagues', typed, take, tab: true });
});
