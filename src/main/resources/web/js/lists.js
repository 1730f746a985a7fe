/** Lists: choosing rows opens the bar of bulk acts; choosing the head chooses the page. Filters send themselves. */
document.addEventListener('change', ({ target }) => {
    if (target.matches('.head .check')) {
        for (const box of target.closest('.rows').querySelectorAll('tbody .check')) box.checked = target.checked;
    }
    if (target.matches('.rows .check')) count(target.closest('.lane') ?? document);
    if (target.matches('[data-sends]')) target.form.requestSubmit();
});

function count(lane) {
    const bar = lane.querySelector('[data-bulk]');
    if (!bar) return;
    const chosen = lane.querySelectorAll('tbody .check:checked').length;
    bar.hidden = chosen === 0;
    const figure = bar.querySelector('[data-count]');
    if (figure) figure.textContent = String(chosen);
}

document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('.lane').forEach(count));
