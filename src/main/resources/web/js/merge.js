/** Two changes of one form, field by field: what only one side changed is taken from that side, what both changed alike is no question,
 *  and what both changed differently is for a person to decide. Values by the names of fields.
 *  @param was as the form was opened; a field that it does not know was not asked for
 *  @param mine as the form was sent
 *  @param theirs as it stands now */
export function merge(was, mine, theirs) {
    const values = { ...theirs };
    const clashes = [];
    const moved = touched(was, theirs);
    const shifted = new Set([...touched(was, mine)].filter((rows) => moved.has(rows)));
    for (const [name, wanted] of Object.entries(mine)) {
        const now = theirs[name] ?? '';
        const before = was[name] ?? now;
        if (same(wanted, before) || same(wanted, now)) continue;
        values[name] = wanted;
        if (!same(now, before) || shifted.has(group(name, was))) clashes.push(name);
    }
    return { values, clashes };
}

/** Rows go by their place (0.amount, name#1): where both sides changed some, nobody can tell which is which, and a person looks. */
export function group(name, among) {
    if (/^\d+\./.test(name)) return 'rows';
    return /#\d+$/.test(name) || `${name}#1` in among ? 'lines' : name;
}

const touched = (was, other) =>
    new Set(Object.entries(other).filter(([name, value]) => name in was && !same(value, was[name])).map(([name]) => group(name, was)));

/** Lines end in a form as they like. */
export const same = (one, other) => plain(one) === plain(other);
const plain = (text) => text.replaceAll('\r\n', '\n').trim();
