/* What a page does whose other half the server has forgotten: it loads again when somebody looks at it and nothing is
   lost by that. Otherwise it stays as it is, so that what was written can be copied. */
(() => {
    const LOADED = 'rotfaden-loaded-again';
    /** A page does not load again by itself more often than this, in ms: it may be one of too many. */
    const REST = 60_000;

    /** Fields in which somebody wrote. */
    const written = new Set();
    let title = '';
    let reload = '';

    document.addEventListener('input', (event) => {
        const [field] = event.composedPath();
        if (field.matches?.('input, textarea')) written.add(field);
    });

    const losesNothing = () => ![...written].some((field) => field.isConnected && field.value !== '');

    function hasRested() {
        try {
            const since = Date.now() - Number(sessionStorage.getItem(LOADED));
            sessionStorage.setItem(LOADED, Date.now());
            return since > REST;
        } catch {
            return false; // a browser that keeps nothing: the button is there
        }
    }

    function loadAgain() {
        if (document.visibilityState === 'visible' && losesNothing() && hasRested()) location.reload();
    }

    function follow(notice) {
        notice.setAttribute('role', 'alert');
        notice.append(Object.assign(document.createElement('button'), { className: 'primary', textContent: reload }));
        document.addEventListener('visibilitychange', loadAgain);
        loadAgain();
    }

    new MutationObserver((changes) => {
        for (const added of changes.flatMap((change) => [...change.addedNodes]))
            if (added.className === 'v-system-error' && added.querySelector('.caption')?.textContent === title) follow(added);
    }).observe(document.body, { childList: true });

    window.rotfadenEnded = {
        begin(saidTitle, saidReload) {
            title = saidTitle;
            reload = saidReload;
        },
    };
})();
