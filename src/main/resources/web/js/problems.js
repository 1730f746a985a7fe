import { word } from './page.js';

/** A refusal names fields: each reason goes under its field and is tied to it. What is about no field stays as a notice.
 *  Both stay until somebody acts again; what a form asks by itself while one types is no act. */
let sender = null;
let asking = false;
const SVG = 'http://www.w3.org/2000/svg';

document.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (detail.requestConfig.verb === 'get' && !detail.elt.matches('a, button')) return;
    sender = detail.elt;
    clear(sender.closest('form') ?? document);
    document.getElementById('refused')?.replaceChildren();
});

document.addEventListener('htmx:afterSwap', ({ detail }) => {
    if (detail.target.id !== 'refused') return;
    const form = (detail.requestConfig?.elt ?? sender)?.closest('form');
    const placed = [...detail.target.querySelectorAll('[data-field]')]
        .filter((problem) => put(form, problem))
        .map((problem) => form.elements[problem.dataset.field]);
    first(placed[0])?.focus();
    detail.target.toggleAttribute('data-shown', detail.target.childElementCount > 0);
});

document.addEventListener('click', (event) => {
    const region = event.target.closest('#refused');
    region?.replaceChildren();
});

/** What is missing the page says itself, in its own language and where it stays; the browser would do it in a bubble of its own. */
document.addEventListener(
    'invalid',
    (event) => {
        event.preventDefault();
        const field = event.target;
        if (!asking) begin(field);
        const problem = document.createElement('p');
        problem.className = 'wrong';
        problem.dataset.field = field.name;
        const words = document.createElement('span');
        words.textContent = word(field.validity.valueMissing ? 'missing' : 'unfit');
        problem.append(mark(), words);
        put(field.form, problem, field);
    },
    true,
);

/** The first of a round: all the others are told before the browser does anything else. */
function begin(field) {
    asking = true;
    setTimeout(() => (asking = false));
    clear(field.form);
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    field.focus();
}

/** The mark of what is wrong, from the sheet that the page draws its icons from. */
function mark() {
    const icon = document.createElementNS(SVG, 'svg');
    const use = document.createElementNS(SVG, 'use');
    icon.setAttribute('class', 'm');
    icon.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `${document.querySelector('svg use[href*="icons.svg"]')?.getAttribute('href').split('#')[0]}#m-missed`);
    icon.append(use);
    return icon;
}

function put(form, problem, field = first(form?.elements[problem.dataset.field])) {
    if (!field || field.type === 'hidden') return false;
    problem.id = `${field.id || field.name}-wrong`;
    (field.closest('.field, .composer, fieldset') ?? field.parentElement).append(problem);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', problem.id);
    return true;
}

function first(field) {
    return field instanceof RadioNodeList ? field[0] : field;
}

function clear(form) {
    for (const problem of form.querySelectorAll('.wrong')) problem.remove();
    for (const field of form.querySelectorAll('[aria-invalid]')) {
        field.removeAttribute('aria-invalid');
        field.removeAttribute('aria-describedby');
    }
}
