/** A refusal names fields: each reason goes under its field and is tied to it. What is about no field stays as a notice.
 *  Both stay until somebody acts again; what a form asks by itself while one types is no act. */
let sender = null;

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

function put(form, problem) {
    const field = first(form?.elements[problem.dataset.field]);
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
