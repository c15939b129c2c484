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
    let fold = '';
    let unfold = '';

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

    function labelled(className, text) {
        return Object.assign(document.createElement('button'), { className, textContent: text });
    }

    /** What is written under the notice has to be seen: folded it is one line, and the button to load the page. */
    function foldable(notice) {
        const button = labelled('fold', fold);
        const turn = (folded) => {
            notice.classList.toggle('folded', folded);
            button.textContent = folded ? unfold : fold;
            button.setAttribute('aria-expanded', String(!folded));
        };
        button.addEventListener('click', () => turn(!notice.classList.contains('folded')));
        // Escape does not, as the framework wants it, load the page under what was written.
        document.documentElement.addEventListener('keydown', (event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            turn(true);
        });
        turn(document.activeElement?.isContentEditable ?? false);
        return button;
    }

    function follow(notice) {
        notice.setAttribute('role', 'alert');
        const button = labelled('primary', reload);
        const folding = foldable(notice);
        notice.append(button, folding);
        const message = notice.querySelector('.message');
        if (message.scrollHeight > message.clientHeight) message.tabIndex = 0; // for those who scroll by keyboard
        const mine = [button, folding];
        notice.addEventListener('click', (click) => mine.includes(click.target) || click.stopImmediatePropagation(), true);
        folding.addEventListener('click', (click) => click.stopPropagation());
        document.addEventListener('visibilitychange', loadAgain);
        loadAgain();
    }

    new MutationObserver((changes) => {
        for (const added of changes.flatMap((change) => [...change.addedNodes]))
            if (added.className === 'v-system-error' && added.querySelector('.caption')?.textContent === title) follow(added);
    }).observe(document.body, { childList: true });

    window.rotfadenEnded = {
        begin(saidTitle, saidReload, saidFold, saidUnfold) {
            title = saidTitle;
            reload = saidReload;
            fold = saidFold;
            unfold = saidUnfold;
        },
    };
})();
