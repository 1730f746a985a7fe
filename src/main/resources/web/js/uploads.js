/** Files are dropped, pasted or chosen in a form with data-upload; the answer is a chip with the hidden field that names the file.
 *  What did not arrive stays to be tried again, and the form is sent once all have arrived. */
import { chips, ids } from './fetched.js';
import { each, token, word } from './page.js';
import { toast } from './toasts.js';

const tries = new WeakMap();
const homes = new Map();

each('form[data-upload]', (form) => {
    const own = (selector) => [...form.querySelectorAll(selector)].find((element) => !element.closest('[data-asked]'));
    const box = own('.files');
    const chooser = own('input[type=file]');
    const send = (files) => put(box, files, form.dataset.upload);

    queueMicrotask(() => settle(form, box));
    form.addEventListener('htmx:confirm', (event) => event.detail.elt === form && hold(form, event), true);

    form.addEventListener('paste', ({ clipboardData }) => {
        const files = [...clipboardData.files];
        if (files.length > 0) send(files.map(named));
    });
    form.addEventListener('dragover', (event) => {
        event.preventDefault();
        form.dataset.over = 'true';
    });
    form.addEventListener('dragleave', () => delete form.dataset.over);
    form.addEventListener('drop', (event) => {
        event.preventDefault();
        delete form.dataset.over;
        send([...event.dataTransfer.files]);
    });
    chooser?.addEventListener('change', () => {
        send([...chooser.files]);
        chooser.value = '';
    });
    form.querySelector('[data-choose]')?.addEventListener('click', () => chooser?.click());
    form.addEventListener('click', ({ target }) => {
        const chip = target.closest('[data-unattach]')?.closest('.file');
        chip?.remove();
        if (chip) said(form);
    });
});

/** A pasted screenshot is always called image.png; the time tells several apart. */
function named(file) {
    if (file.name !== 'image.png') return file;
    const at = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
    return new File([file], `screenshot-${at}.png`, { type: file.type });
}

/** Begins at once and one after the other. @param shape changes a chip before it stands there */
export function put(box, files, path, shape = () => {}) {
    let before = Promise.resolve();
    for (const file of [...files]) {
        const chip = document.createElement('span');
        const send = async () => {
            wait(chip, file);
            const { made, reason } = await upload(path, file);
            if (!made) return fail(chip, file, reason, () => tries.set(chip, send()));
            shape(made);
            const form = chip.closest('form');
            chip.replaceWith(made);
            if (form) said(form);
        };
        wait(chip, file);
        box.append(chip);
        before = before.then(send);
        tries.set(chip, before);
    }
}

function wait(chip, file) {
    chip.className = 'file is-waiting';
    chip.textContent = word('uploading', file.name);
}

/** What was refused with a reason would be refused again. */
function fail(chip, file, reason, again) {
    const words = document.createElement('span');
    words.role = 'alert';
    words.textContent = word('upload_broke', file.name) + (reason ? ` · ${reason}` : '');
    chip.className = 'file is-broken';
    chip.replaceChildren(words, ...(reason ? [] : [button('upload_again', again)]), button('upload_leave'));
    chip.lastElementChild.dataset.unattach = 'true';
}

function button(key, act = () => {}) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn is-bare is-small';
    made.textContent = word(key);
    made.addEventListener('click', act);
    return made;
}

async function upload(path, file) {
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await fetch(path, { method: 'POST', body, headers: { ...token(), 'HX-Request': 'true' } }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    const page = new DOMParser().parseFromString(text ?? '', 'text/html');
    if (answer?.ok && text) return { made: page.querySelector('.file') };
    return { reason: answer?.status < 500 ? page.querySelector('.wrong')?.textContent.trim() : '' };
}

/** A form is sent with all of its files, or not yet. */
async function hold(form, event) {
    const late = () => [...form.querySelectorAll('.file.is-waiting')].map((chip) => tries.get(chip));
    const drawn = () => [...form.querySelectorAll('.files[data-awaited]')];
    const broken = () => form.querySelector('.file.is-broken');
    if (late().length === 0 && drawn().length === 0 && !broken()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.waits) return;
    form.dataset.waits = 'true';
    if (late().length > 0) toast({ text: word('upload_waits') });
    while (late().length > 0) await Promise.all(late());
    await Promise.all(drawn().map((box) => chips(box, ids(box))));
    delete form.dataset.waits;
    if (!form.isConnected) return;
    if (broken()) {
        broken().querySelector('button').focus();
        toast({ text: word('upload_first') });
    } else if (drawn().length > 0) toast({ text: word('failed') });
    else form.requestSubmit(event.detail.triggeringEvent?.submitter ?? undefined);
}

/** A form that was drawn anew goes on with what was still on its way in the one before. */
function settle(form, box) {
    const key = form.getAttribute('action');
    const before = homes.get(key);
    homes.set(key, form);
    if (before && !before.isConnected) box.append(...before.querySelectorAll('.is-waiting, .is-broken'));
}

function said(form) {
    form.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A file that has not arrived is nowhere else: the browser asks before the page goes. */
addEventListener('beforeunload', (event) => document.querySelector('.file.is-waiting, .file.is-broken') && event.preventDefault());
