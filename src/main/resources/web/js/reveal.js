/** A new password is typed once, so it can be looked at; it is hidden again before it is sent, so that browsers know it for one. */
document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-reveals]');
    if (button) show(button, button.getAttribute('aria-pressed') !== 'true');
});

document.addEventListener('submit', ({ target }) => {
    for (const button of target.querySelectorAll('[data-reveals]')) show(button, false);
}, true);

function show(button, shown) {
    document.getElementById(button.dataset.reveals).type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
}
