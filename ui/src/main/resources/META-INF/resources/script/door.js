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

/* Tells the other tabs of this browser that nobody is logged in. */
new BroadcastChannel('rotfaden-door').postMessage('nobody');
