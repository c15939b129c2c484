/* What runs in the browser around the pages: times that grow old, keys, and what waits on this device. */
(() => {
    const MINUTE = 60_000;
    const HOUR = 60 * MINUTE;
    const DAY = 24 * HOUR;
    /** How often a question looks whether it is still true, in ms. */
    const LOOK = 1000;
    const KEYS = 'rotfaden-keys';

    let words = {};

    /** Where two keys lead that no link in the page carries: `g u` to `gliederungen`. */
    let ways = {};

    function sayTime(time) {
        const ago = Date.now() - Date.parse(time.dateTime);
        const count = (unit) => String(Math.floor(ago / unit));
        let said = time.dataset.date;
        if (ago < -MINUTE) said = time.dataset.date;
        else if (ago < MINUTE) said = words.justNow;
        else if (ago < HOUR) said = words.minutesAgo.replace('#', count(MINUTE));
        else if (ago < DAY) said = words.hoursAgo.replace('#', count(HOUR));
        if (time.textContent !== said) time.textContent = said;
    }

    setInterval(() => document.querySelectorAll('time[data-date]').forEach(sayTime), MINUTE);

    function isWriting(event) {
        const target = event.composedPath()[0];
        return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
    }

    function keysAreOn() {
        try {
            return localStorage.getItem(KEYS) !== 'off';
        } catch {
            return true;
        }
    }

    function setKeysOn(on) {
        try {
            localStorage.setItem(KEYS, on ? 'on' : 'off');
        } catch {
            // A browser that keeps nothing asks again next time.
        }
    }

    /* Where one tab stands at the door nobody is logged in, and the line to the others is cut. They go there too, and
       nobody reads in them what somebody else has left open. */
    new BroadcastChannel('rotfaden-door').onmessage = () => location.replace(new URL('anmelden', document.baseURI));

    /** Whether she logs out here, in one of the tabs. */
    let isLeaving = false;
    const tabs = new BroadcastChannel('rotfaden-leaving');
    tabs.onmessage = () => {
        isLeaving = true;
    };

    let before = '';

    /** To another page, without loading everything anew. */
    function go(path) {
        const link = Object.assign(document.createElement('a'), { href: path, hidden: true });
        link.setAttribute('router-link', '');
        document.body.append(link);
        link.click();
        link.remove();
    }

    /* Once the heading of the page has gone out of sight, the row on top of a phone says what page it is. */
    addEventListener(
        'scroll',
        () => {
            const here = document.querySelector('.top .here');
            const heading = document.querySelector('main h1:not(.for-screen-readers)');
            if (!here || !heading) return;
            const isGone = heading.getBoundingClientRect().bottom < here.getBoundingClientRect().bottom;
            here.textContent = isGone ? heading.textContent : '';
            here.parentElement.classList.toggle('scrolled', isGone);
        },
        { passive: true },
    );

    /* One key, or two after each other, press what carries them as its data-keys. */
    document.addEventListener('keydown', (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
        if (isWriting(event) || document.querySelector('vaadin-dialog[opened], dialog[open]') || !keysAreOn()) return;
        const pressed = event.key.toLowerCase();
        const both = `${before} ${pressed}`;
        before = pressed;
        if (both in ways) {
            event.preventDefault();
            go(ways[both]);
            return;
        }
        const target = document.querySelector(`[data-keys="${CSS.escape(pressed)}"]`);
        if (!target || target.disabled) return;
        event.preventDefault();
        target.click();
    });

    /* Everywhere, also while writing, except where the text has its own use for it. */
    document.addEventListener('keydown', (event) => {
        const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
        if (!isPalette || event.defaultPrevented) return;
        event.preventDefault();
        if (!document.querySelector('vaadin-dialog[opened], dialog[open]')) document.querySelector('[data-palette]')?.click();
    });

    /** From what has the focus in the page up to the page itself, and which of its kind it was in each. */
    let focused = [];

    /** What of the page is unfolded, and where. */
    let unfolded = new Set();
    let unfoldedAt = '';

    const alike = (place, element) => [...place.querySelectorAll(element.localName)];
    const saidOf = (element) => element.getAttribute('aria-label') ?? element.textContent;
    const headingOf = (element) => element.closest('section')?.querySelector('h1, h2, h3');

    /** Where it is, what it says but for numbers, and which of several that say the same it is there. */
    function foldOf(details) {
        const said = (one) => saidOf(one.querySelector('summary') ?? one).replace(/\d+/g, '#');
        const same = alike(details.closest('section') ?? document, details).filter((one) => said(one) === said(details));
        return [headingOf(details)?.textContent, said(details), same.indexOf(details)].join(' ');
    }

    /** Where each page was when it was left, and by which of its links, by its address. */
    const leftAt = new Map();
    const MOST_LEFT = 50;
    /** For so long a page may grow before it is scrolled to where it was, in ms. */
    const LONGEST_ARRIVAL = 1500;
    /** Whether a link was followed, and nobody came back. */
    let isByLink = false;

    /** So long a page may take before its outline stands there, and so long that is there at most, in ms. */
    const SOON = 300;
    const LONGEST_OUTLINE = 10_000;
    let outline;

    /** Shows the outline of a page that takes its time; without a line the old page stays. */
    function awaitPage() {
        arrived();
        outline = setTimeout(() => {
            const page = document.getElementById('content');
            if (!page || !navigator.onLine) return;
            page.classList.add('waiting');
            page.setAttribute('aria-busy', 'true');
            outline = setTimeout(arrived, LONGEST_OUTLINE);
        }, SOON);
    }

    function arrived() {
        clearTimeout(outline);
        const page = document.getElementById('content');
        page?.classList.remove('waiting');
        page?.removeAttribute('aria-busy');
    }

    addEventListener('offline', arrived);

    document.addEventListener(
        'click',
        (event) => {
            const link = event.target.closest?.('a[router-link]');
            if (!link) return;
            const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target;
            if (!isElsewhere && new URL(link.href).pathname !== location.pathname) awaitPage();
            isByLink = true;
            const isInPage = document.getElementById('content')?.contains(link);
            leftAt.delete(location.href);
            leftAt.set(location.href, { scrolled: scrollY, link: isInPage ? link.getAttribute('href') : null });
            if (leftAt.size > MOST_LEFT) leftAt.delete(leftAt.keys().next().value);
        },
        true,
    );

    document.addEventListener('focusin', ({ target }) => {
        const page = document.getElementById('content');
        if (!page?.contains(target)) return;
        focused = [];
        for (let element = target; element !== page; element = element.parentElement)
            focused.push({ element, at: alike(element, target).indexOf(target) });
        focused.push({ element: page, at: alike(page, target).indexOf(target) });
    });

    /* Who presses elsewhere has left it. */
    document.addEventListener(
        'pointerdown',
        ({ target }) => {
            if (!focused[0]?.element.contains(target)) focused = [];
        },
        true,
    );

    /* Where a part of the page is made anew, whoever works by keyboard goes on where she was: at the same thing, at
       what stands in its place, or at the heading above it. */
    function keepFocus() {
        const lost = focused[0]?.element;
        if (!lost || document.activeElement !== document.body) return;
        if (lost.isConnected) {
            lost.focus({ preventScroll: true }); // it was moved
            return;
        }
        const page = focused.at(-1).element;
        const place = focused.find(({ element }) => element.isConnected);
        focused = [];
        if (!place) return;
        const candidates = alike(place.element, lost);
        const away = (element) => Math.abs(candidates.indexOf(element) - place.at);
        const [same] = candidates
            .filter((element) => saidOf(element) === saidOf(lost))
            .sort((one, other) => away(one) - away(other));
        const next = same ?? (place.element === page ? null : candidates[Math.min(place.at, candidates.length - 1)]);
        const above = place.element === page ? page : (headingOf(place.element) ?? page);
        if (!next) above.tabIndex = -1;
        (next ?? above).focus({ preventScroll: true });
    }

    document.addEventListener(
        'toggle',
        ({ target }) => {
            if (target.localName !== 'details' || !target.isConnected) return;
            if (unfoldedAt !== location.pathname) unfolded = new Set();
            unfoldedAt = location.pathname;
            if (target.open) unfolded.add(foldOf(target));
            else unfolded.delete(foldOf(target));
        },
        true,
    );

    /* What was unfolded stays so where it is made anew. */
    function keepUnfolded(added) {
        if (unfolded.size === 0 || unfoldedAt !== location.pathname || !(added instanceof Element)) return;
        const folds = added.matches('details') ? [added] : added.querySelectorAll('details');
        for (const details of folds) if (unfolded.has(foldOf(details))) details.open = true;
    }

    let tabInSight;

    /* On a phone the tabs are wider than the window: the open one is in sight. */
    function showOpenTab() {
        const tab = document.querySelector('.tabs [aria-current]');
        if (tab && tab !== tabInSight) tab.scrollIntoView({ block: 'nearest', inline: 'center' });
        tabInSight = tab;
    }

    new MutationObserver((changes) => {
        for (const change of changes) change.addedNodes.forEach(keepUnfolded);
        keepFocus();
        showOpenTab();
    }).observe(document.documentElement, { childList: true, subtree: true });

    /* Escape closes the fold that has the focus, and leaves the focus on its name. */
    document.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        const fold = event.target.closest?.('.self[open], .motion-head details[open], .why[open]');
        if (!fold) return;
        fold.open = false;
        fold.querySelector('summary').focus();
    });

    /* What lies over the page goes when something else is pressed. */
    document.addEventListener('pointerdown', ({ target }) => {
        document.querySelectorAll('.motion-head details[open]').forEach((fold) => {
            if (!fold.contains(target)) fold.open = false;
        });
    });

    /** The part of the editor that knows what waits on this device. */
    async function kept() {
        if (!window.rotfaden) await import(new URL('editor/rotfaden-kept.js', document.baseURI).href);
        return window.rotfaden;
    }

    function button(className, value, text) {
        return Object.assign(document.createElement('button'), { className, value, textContent: text });
    }

    /**
     * Asks whether changes that wait in so many documents are thrown away. The question goes when nothing waits any
     * more: then it would not be true.
     */
    async function mayDiscard(waiting, member, said) {
        const dialog = Object.assign(document.createElement('dialog'), { className: 'question', role: 'alertdialog' });
        const form = Object.assign(document.createElement('form'), { method: 'dialog' });
        const title = Object.assign(document.createElement('h2'), { id: 'question-title', textContent: said.title });
        const text = document.createElement('p');
        text.textContent = waiting === 1 ? said.one : said.many.replace('#', waiting);
        dialog.setAttribute('aria-labelledby', title.id);
        form.append(title, text, button('quiet', 'discard', said.discard), button('primary', 'wait', said.wait));
        dialog.append(form);
        document.body.append(dialog);
        dialog.showModal();
        form.lastChild.focus();
        const look = setInterval(async () => {
            if ((await window.rotfaden.unsentOf(member)) === 0) dialog.close();
        }, LOOK);
        await new Promise((resolve) => dialog.addEventListener('close', resolve));
        clearInterval(look);
        dialog.remove();
        return dialog.returnValue === 'discard';
    }

    window.rotfadenShell = {
        begin(said, pages) {
            words = said;
            ways = pages;
        },

        /** Whether what changes in an element moves nothing under somebody's finger or eyes. */
        isCalm(element) {
            return scrollY < 8 && !element.matches(':hover, :focus-within');
        },

        /**
         * A page has taken the place of another: the focus is on it, or for whoever comes back on the link by which she
         * left it, where it was scrolled to. The browser may not know the address yet.
         */
        arrive(page, path) {
            arrived();
            const left = isByLink ? undefined : leftAt.get(new URL(path, document.baseURI).href);
            isByLink = false;
            focused = [];
            if (!left) {
                scrollTo({ top: 0 });
                page.focus({ preventScroll: true });
                return;
            }
            const until = Date.now() + LONGEST_ARRIVAL;
            const settle = () => {
                const link = left.link && page.querySelector(`a[href="${CSS.escape(left.link)}"]`);
                const isLongEnough = document.documentElement.scrollHeight - innerHeight >= left.scrolled - 1;
                if ((!isLongEnough || (left.link && !link)) && Date.now() < until) {
                    setTimeout(settle, 50);
                    return;
                }
                scrollTo({ top: left.scrolled });
                (link ?? page).focus({ preventScroll: true });
            };
            // The browser goes to the top once it knows the address.
            setTimeout(settle, 100);
        },

        isDark() {
            const scheme = document.documentElement.dataset.scheme;
            return scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
        },

        keysAreOn,
        setKeysOn,

        /** To the door, which says why where she did not log out here herself. */
        leadToDoor() {
            location.replace(new URL(isLeaving ? 'anmelden' : 'anmelden?fehler=beendet', document.baseURI));
        },

        /**
         * Makes a button lead out: it tells the server once nothing waits on this device, or may be thrown away.
         * Where the browser cannot answer, what it keeps stays there.
         */
        leadOut(out, member, said) {
            // While there is a line: without one it could not be loaded, and nobody would know what waits.
            kept().catch((failure) => console.warn(failure));
            out.onclick = async () => {
                if (document.querySelector('dialog.question')) return;
                try {
                    const waiting = await this.forget(member);
                    if (waiting > 0 && !(await mayDiscard(waiting, member, said))) return;
                    if (waiting > 0) await this.discard(member);
                } catch (failure) {
                    console.warn(failure);
                }
                isLeaving = true;
                tabs.postMessage('');
                out.dispatchEvent(new Event('log-out'));
            };
        },

        /**
         * Forgets what this device keeps for a member, unless changes wait that are not saved: then nothing happens,
         * and the answer is in how many documents.
         */
        async forget(member) {
            const waiting = await (await kept()).unsentOf(member);
            if (waiting === 0) await this.forgetDocuments(member);
            return waiting;
        },

        /** Forgets all that this device keeps for a member, changes that wait too. */
        async discard(member) {
            await (await kept()).discard(member);
            await this.forgetDocuments(member);
        },

        async forgetDocuments(member) {
            document.querySelectorAll('rotfaden-editor').forEach((editor) => editor.remove());
            await (await kept()).forgetDocuments(member);
        },
    };
})();
