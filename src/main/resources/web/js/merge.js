/** Two changes of one form, field by field: what only one side changed is taken from that side, what both changed alike is no question,
 *  and what both changed differently is for a person to decide. Values by the names of fields.
 *  @param was as the form was opened; a field that it does not know was not asked for
 *  @param mine as the form was sent
 *  @param theirs as it stands now */
export function merge(was, mine, theirs) {
    const values = { ...theirs };
    const clashes = [];
    for (const [name, wanted] of Object.entries(mine)) {
        const now = theirs[name] ?? '';
        const before = was[name] ?? now;
        if (same(wanted, before) || same(wanted, now)) continue;
        values[name] = wanted;
        if (!same(now, before)) clashes.push(name);
    }
    return { values, clashes };
}

/** Lines end in a form as they like. */
const same = (one, other) => plain(one) === plain(other);
const plain = (text) => text.replaceAll('\r\n', '\n').trim();
