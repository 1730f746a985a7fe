/** The fields of a form by names that hold still when the page is fetched again: the second of a name is <name>#1, each box to tick has
 *  its own, the buttons of one choice have one together. */

const SKIPPED = ['hidden', 'submit', 'button', 'reset', 'file', 'password', 'search'];

export function controls(form) {
    const found = new Map();
    const count = new Map();
    for (const field of form.elements) {
        if (!field.name || !field.matches('input, select, textarea') || SKIPPED.includes(field.type)) continue;
        if (field.autocomplete === 'one-time-code') continue;
        if (field.type === 'checkbox') put(found, count, `${field.name}=${field.value}`, field);
        else if (field.type === 'radio') found.set(field.name, [...(found.get(field.name) ?? []), field]);
        else put(found, count, field.name, field);
    }
    return found;
}

function put(found, count, name, field) {
    const n = count.get(name) ?? 0;
    count.set(name, n + 1);
    found.set(n === 0 ? name : `${name}#${n}`, [field]);
}

/** @param original as the page came, not as it was changed */
export function read(form, original) {
    return Object.fromEntries([...controls(form)].map(([name, fields]) => [name, value(fields, original)]));
}

function value([field, ...more], original) {
    if (field.type === 'checkbox') return (original ? field.defaultChecked : field.checked) ? 'on' : '';
    if (field.type === 'radio') {
        return [field, ...more].find((one) => (original ? one.defaultChecked : one.checked))?.value ?? '';
    }
    if (!original) return field.value;
    if (!field.matches('select')) return field.defaultValue;
    return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? '';
}

/** What can no longer be chosen stays chosen, by its words; whether it may, the server says. */
export function write([field, ...more], wanted, words = wanted) {
    if (field.matches('select') && ![...field.options].some((option) => option.value === wanted)) field.add(new Option(words, wanted));
    if (field.type === 'checkbox') field.checked = wanted === 'on';
    else if (field.type === 'radio') for (const one of [field, ...more]) one.checked = one.value === wanted;
    else field.value = wanted;
}

/** A value as it is read, of one of these fields. */
export function words([field, ...more], wanted) {
    if (field.type === 'radio') {
        const one = [field, ...more].find((radio) => radio.value === wanted);
        return one?.getAttribute('aria-label') ?? one?.closest('label')?.textContent.trim() ?? wanted;
    }
    if (field.matches('select')) return [...field.options].find((option) => option.value === wanted)?.label ?? wanted;
    return wanted;
}

/** What the field is called: its label, and what stands above its group. */
export function called([field]) {
    const own = field.getAttribute('aria-label') ?? field.labels?.[0]?.firstChild?.textContent ?? field.name;
    const group = field.closest('fieldset')?.querySelector('legend')?.firstChild?.textContent.trim();
    return group ? `${group} · ${own.trim()}` : own.trim();
}
