/** One draft: kept on this device with each key, by the server a moment later. Were two written in two places, both are still
 *  there: the one that stands here, and one to change over to. */
import { me, token, word } from './page.js';

const PAUSE = 600;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;
const open = new Map();

/** The draft of this name on this page, if there is one. */
export const draftOf = (name) => open.get(name);

export class Draft {
    #fields = null;
    #other = null;
    #seen = 0;
    #timer = 0;
    #wait = FIRST_WAIT;
    #busy = null;
    #held = null;
    #retired = false;
    #sent = 0;
    #told = [''];

    /** @param put shows fields in the form; @param shown whether the form shows this draft just now; @param more what stands
     *  beside what is said, given whether there is anything kept */
    constructor(name, { line, put, shown = () => true, more = () => [] }) {
        Object.assign(this, { name, line, put, shown, more });
        this.key = `qiao.draft.${me}.${name}`;
        this.#busy = open.get(name)?.retire() ?? null;
        this.#busy?.then(() => (this.#busy = null));
        open.set(name, this);
    }

    /** Another form of the same name has taken over; it waits for what was on its way. */
    retire() {
        this.#retired = true;
        this.hold();
        return this.#busy;
    }

    /** Brings back what was typed, here or elsewhere; what is being typed already stays. */
    async restore(typing) {
        const local = JSON.parse(localStorage.getItem(this.key) ?? 'null');
        const unsent = local && !local.saved;
        this.#seen = local?.seen ?? 0;
        this.#other = local?.other ?? null;
        if (unsent && !typing()) this.put(local.fields);
        if (this.#busy) await this.#busy;
        const before = this.#sent;
        const kept = await ask(this.name);
        // Sent while the server was asked: it has been let go.
        if (before !== this.#sent) return;
        if (unsent) this.#fields ??= local.fields;
        if (kept && (unsent ? kept.version !== local.seen : typing())) this.#cross(kept);
        else if (kept) {
            this.#seen = kept.version;
            if (!unsent) this.put(kept.fields);
        }
        if (this.#fields) this.#later(0);
        else if (kept && !empty(kept.fields)) this.say('draft_saved', moment(kept.savedAt));
        else if (this.#other) this.say('draft_other');
    }

    type(fields) {
        this.#fields = fields;
        this.#store(false);
        this.#later(PAUSE);
    }

    /** What is on its way to the server just now, if anything. */
    get saving() {
        return this.#busy;
    }

    /** While the form is on its way nothing is saved, lest it be saved after it was let go. */
    hold() {
        clearTimeout(this.#timer);
        this.#held = { late: this.#busy };
    }

    resume() {
        if (this.#retired) return;
        this.#held = null;
        if (this.#fields) this.#later(PAUSE);
    }

    /** The server has let it go together with the act; only what was on the way to it then may have come after. */
    async sent() {
        const { late } = this.#held;
        this.#sent++;
        this.#fields = this.#other = null;
        this.#seen = 0;
        localStorage.removeItem(this.key);
        this.say('');
        if (late) {
            await late;
            await fetch(`/drafts?name=${encodeURIComponent(this.name)}`, { method: 'DELETE', headers: token(), keepalive: true }).catch(() => null);
        }
        this.resume();
    }

    /** Says quietly how safe it is. */
    say(...told) {
        this.#told = told;
        this.tell();
    }

    /** The same once more, for who turns to it only now. */
    tell() {
        const [key, ...values] = this.#told;
        if (!this.line || !this.shown()) return;
        const swap = this.#other ? [this.#swap()] : [];
        this.line.replaceChildren(...(key ? [word(key, ...values)] : []), ...swap, ...this.more(Boolean(key)));
    }

    flush(leaving) {
        if (this.#fields && !this.#held) this.#save(leaving);
    }

    #later(pause) {
        clearTimeout(this.#timer);
        if (!this.#held) this.#timer = setTimeout(() => this.#save(false), pause);
    }

    #store(saved, fields = this.#fields) {
        localStorage.setItem(this.key, JSON.stringify({ fields, saved, seen: this.#seen, other: this.#other }));
    }

    async #save(leaving) {
        const fields = this.#fields;
        if (!fields) return;
        if (this.#busy && !leaving) {
            await this.#busy;
            return this.#later(0);
        }
        this.#busy = send(this.name, fields, this.#seen, leaving);
        const answer = await this.#busy;
        this.#busy = null;
        if (this.#fields === null) return;
        if (answer?.ok) this.#kept(fields, answer.drafts[0]);
        else if (answer?.status === 409) {
            this.#cross(answer.drafts[0] ?? { version: 0, fields: {} });
            this.#later(0);
        } else this.#failed(answer);
    }

    #kept(fields, draft) {
        this.#seen = draft.version;
        this.#wait = FIRST_WAIT;
        if (this.#fields !== fields) return this.#store(false);
        this.#fields = null;
        if (this.#other) this.#store(true, fields);
        else localStorage.removeItem(this.key);
        if (empty(fields)) this.say('');
        else this.say(this.#other ? 'draft_other' : 'draft_saved', moment(draft.savedAt));
    }

    /** Without an answer it is tried again; a refusal will not change its mind. */
    #failed(answer) {
        this.say('draft_here');
        if (answer && answer.status !== 503) return;
        this.#later(this.#wait);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }

    #cross({ version, fields }) {
        this.#seen = version;
        if (empty(fields) || same(fields, this.#fields ?? {})) return;
        this.#other = fields;
        this.say('draft_other');
    }

    #swap() {
        return press('draft_swap', () => {
            const other = this.#other;
            this.#other = this.#fields ?? JSON.parse(localStorage.getItem(this.key))?.fields ?? null;
            this.put(other, true);
            this.type(other);
        });
    }
}

/** A small button in a line that says how safe something is. */
export function press(key, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn is-bare is-small';
    button.textContent = word(key);
    button.addEventListener('click', act);
    return button;
}

const empty = (fields) => Object.keys(fields).length === 0;
/** When two began is no difference between them. */
const same = (one, other) =>
    Object.keys({ ...one, opened: '' }).length === Object.keys({ ...other, opened: '' }).length &&
    Object.keys(one).every((name) => name === 'opened' || one[name] === other[name]);

async function send(name, fields, seen, leaving) {
    const about = document.querySelector('h1')?.textContent.trim() ?? '';
    const body = new URLSearchParams({ name, seen, page: location.pathname + location.search, about, fields: JSON.stringify(fields) });
    const answer = await fetch('/drafts', { method: 'PUT', body, headers: token(), keepalive: leaving }).catch(() => null);
    if (!answer) return null;
    const told = answer.ok || answer.status === 409 ? await answer.json().catch(() => null) : [];
    return told && { ok: answer.ok, status: answer.status, drafts: told };
}

let asked = null;

/** The forms of a page ask together. */
function ask(name) {
    asked ??= { names: [], answer: Promise.resolve().then(fetchAsked) };
    asked.names.push(name);
    return asked.answer.then((drafts) => drafts.find((draft) => draft.name === name));
}

async function fetchAsked() {
    const query = new URLSearchParams(asked.names.map((name) => ['name', name]));
    asked = null;
    const answer = await fetch(`/drafts?${query}`).catch(() => null);
    return answer?.ok ? answer.json() : [];
}

/** The time of day, and the day when it was another one. */
function moment(at) {
    const then = new Date(at);
    const day = then.toDateString() === new Date().toDateString() ? {} : { month: 'numeric', day: 'numeric' };
    return new Intl.DateTimeFormat(document.documentElement.lang, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(then);
}

document.addEventListener('line:back', () => open.forEach((draft) => draft.flush(false)));
addEventListener('pagehide', () => open.forEach((draft) => draft.flush(true)));
