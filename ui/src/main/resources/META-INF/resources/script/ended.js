/* What a page does whose other half the server has forgotten: it loads again when somebody looks at it and nothing is
   lost by that. Otherwise it stays as it is, so that what was written can be copied. */
(() => {
    const LOADED = 'rotfaden-loaded-again';
    /** A page does not load again by itself more often than this, in ms: it may be one of too many. */
    const REST = 60_000;

    /** Fields in which somebody wrote or chose. */
    const written = new Set();
    let title = '';
    let reload = '';

    function note(event) {
        written.forEach((field) => field.isConnected || written.delete(field));
        written.add(event.composedPath()[0]);
    }

    document.addEventListener('input', note);
    document.addEventListener('change', note);

    /** What is written in a motion goes on being saved; but nobody is torn away from it. */
    const losesNothing = () =>
        ![...written].some((field) => field.isConnected && field.value) && !document.activeElement?.isContentEditable;

    /** Whether it may load again; then the time begins anew. */
    function hasRested() {
        try {
            const since = Date.now() - Number(sessionStorage.getItem(LOADED));
            if (since > REST) sessionStorage.setItem(LOADED, Date.now());
            return since > REST;
        } catch {
            return false; // a browser that keeps nothing: the button is there
        }
    }

    function loadAgain() {
        if (document.visibilityState === 'visible' && losesNothing() && hasRested()) location.reload();
    }

    /** Escape closes what is open and does not, as the framework wants it, load the page under what was written. */
    function keepEscape(event) {
        if (event.key === 'Escape') event.stopPropagation();
    }

    function follow(notice) {
        notice.setAttribute('role', 'alert');
        const button = Object.assign(document.createElement('button'), { className: 'primary', textContent: reload });
        notice.append(button);
        const message = notice.querySelector('.message');
        if (message.scrollHeight > message.clientHeight) message.tabIndex = 0; // for those who scroll by keyboard
        notice.addEventListener('click', (click) => click.target === button || click.stopImmediatePropagation(), true);
        document.documentElement.addEventListener('keydown', keepEscape);
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
