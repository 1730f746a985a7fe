/** A list as a file: a link with data-export is fetched beside the page, says how far it is, and can be stopped. Without this
 *  module it is an ordinary download. */
import { token, word } from './page.js';
import { toast } from './toasts.js';

const LOOK = 700;

document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-export]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest('details')?.removeAttribute('open');
    save(link.href);
});

async function save(address) {
    const id = crypto.randomUUID();
    const stop = new AbortController();
    const bar = progress(() => {
        stop.abort();
        fetch(`/exports/${id}`, { method: 'DELETE', headers: token() });
    });
    const timer = setInterval(() => look(id, bar), LOOK);
    try {
        const answer = await fetch(`${address}&as=${id}`, { signal: stop.signal, headers: { 'HX-Request': 'true' } });
        if (!answer.ok) throw new Error(await reason(answer));
        give(await answer.blob(), answer.headers.get('Content-Disposition'));
    } catch (problem) {
        const told = problem instanceof TypeError ? '' : problem.message;
        toast({ text: stop.signal.aborted ? word('export.stopped') : told || word('export.failed') });
    } finally {
        clearInterval(timer);
        bar.remove();
    }
}

async function look(id, bar) {
    const answer = await fetch(`/exports/${id}`).catch(() => null);
    if (answer?.status === 200) bar.firstElementChild.textContent = word('export.rows', (await answer.json()).rows);
}

async function reason(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('.wrong')?.textContent.trim() ?? '';
}

function give(blob, disposition) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = decodeURIComponent(/UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? 'qiao');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function progress(stop) {
    const bar = document.createElement('div');
    bar.className = 'toast';
    bar.role = 'status';
    const text = document.createElement('span');
    text.textContent = word('export.begun');
    const button = document.createElement('button');
    button.className = 'btn';
    button.textContent = word('export.stop');
    button.addEventListener('click', stop);
    bar.append(text, document.createElement('hr'), button);
    document.body.append(bar);
    return bar;
}
