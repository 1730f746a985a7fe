/** Files are dropped, pasted or chosen in a form with data-upload; the answer is a chip with the hidden field that names the file. */
import { each, token, word } from './page.js';
import { toast } from './toasts.js';

each('form[data-upload]', (form) => {
    const own = (selector) => [...form.querySelectorAll(selector)].find((element) => !element.closest('[data-asked]'));
    const chips = own('.files');
    const chooser = own('input[type=file]');
    const said = () => form.dispatchEvent(new Event('change', { bubbles: true }));

    const send = async (files) => {
        for (const file of files) {
            const chip = waiting(file);
            chips.append(chip);
            try {
                chip.outerHTML = await upload(form.dataset.upload, file);
                said();
            } catch (problem) {
                chip.remove();
                toast({ text: problem.message || word('failed') });
            }
        }
    };

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
        if (chip) said();
    });
});

/** A pasted screenshot is always called image.png; the time tells several apart. */
function named(file) {
    if (file.name !== 'image.png') return file;
    const at = new Date().toTimeString().slice(0, 8).replaceAll(':', '');
    return new File([file], `screenshot-${at}.png`, { type: file.type });
}

export function waiting(file) {
    const chip = document.createElement('span');
    chip.className = 'file is-waiting';
    chip.textContent = word('uploading', file.name);
    return chip;
}

export async function upload(path, file) {
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await fetch(path, { method: 'POST', body, headers: { ...token(), 'HX-Request': 'true' } });
    const text = await answer.text();
    if (answer.ok) return text;
    const problem = new DOMParser().parseFromString(text, 'text/html').querySelector('.wrong');
    throw new Error(problem?.textContent.trim());
}
