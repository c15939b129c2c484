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

/* Whoever has failed before may have to stand in line. It is said so, and soon also why, and nobody stands there twice;
   what is typed anew may be sent at once. */
(() => {
    /** So long an attempt takes that does not stand in line, at the most, in ms. */
    const USUAL = 2000;

    const form = document.querySelector('form.log-in');
    if (!form) return;
    const said = form.querySelector('.busy');
    let soon;
    const show = (isBusy) => {
        form.ariaBusy = String(isBusy);
        said.textContent = isBusy ? said.dataset.busy : '';
        clearTimeout(soon);
        if (isBusy) soon = setTimeout(() => (said.textContent = said.dataset.why), USUAL);
    };
    form.addEventListener('submit', (submit) => {
        if (form.ariaBusy === 'true') submit.preventDefault();
        else show(true);
    });
    form.addEventListener('input', ({ target }) => target.name && show(false));
    addEventListener('pageshow', () => show(false));
})();

/* What was typed as an address goes along into the other language. */
(() => {
    const KEPT = 'rotfaden-typed';
    const email = document.getElementById('email');
    if (!email) return;
    try {
        const typed = sessionStorage.getItem(KEPT);
        sessionStorage.removeItem(KEPT);
        if (typed) email.value = typed;
    } catch {
        return; // a browser that keeps nothing: it is typed once more
    }
    document.querySelector('a[hreflang]').addEventListener('click', () => sessionStorage.setItem(KEPT, email.value));
})();

/* Tells the other tabs of this browser that nobody is logged in. */
if (document.querySelector('[data-nobody]')) new BroadcastChannel('rotfaden-door').postMessage('nobody');
