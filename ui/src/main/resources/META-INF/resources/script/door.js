/* Shows what was typed as a password, for as long as the box is ticked. */
(() => {
    const password = document.getElementById('password');
    const reveal = document.querySelector('.reveal');
    if (!password || !reveal) return;
    const box = reveal.querySelector('input');
    box.checked = false;
    reveal.hidden = false;
    box.addEventListener('change', () => (password.type = box.checked ? 'text' : 'password'));
    password.form.addEventListener('submit', () => (password.type = 'password'));
})();

/* Whoever has failed before may have to stand in line. It is said so, and nobody stands there twice; what is typed anew
   may be sent at once. */
(() => {
    const form = document.querySelector('form.log-in');
    if (!form) return;
    const said = form.querySelector('.busy');
    const show = (isBusy) => {
        form.ariaBusy = String(isBusy);
        said.textContent = isBusy ? said.dataset.busy : '';
    };
    form.addEventListener('submit', (submit) => {
        if (form.ariaBusy === 'true') submit.preventDefault();
        else show(true);
    });
    form.addEventListener('input', ({ target }) => target.name && show(false));
    addEventListener('pageshow', () => show(false));
})();

/* Tells the other tabs of this browser that nobody is logged in. */
if (document.querySelector('[data-nobody]')) new BroadcastChannel('rotfaden-door').postMessage('nobody');
