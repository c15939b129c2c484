/* The keys of the palette: the field keeps the focus while the arrows go through the list. */
(() => {
    function begin(field, status, list) {
        let chosen = null;
        let waiting = false;
        let goWhenShown = false;

        const options = () => [...list.querySelectorAll('[role=option]')];

        function choose(option) {
            if (chosen === option) return;
            chosen?.setAttribute('aria-selected', 'false');
            chosen = option;
            option?.setAttribute('aria-selected', 'true');
            if (option) {
                field.setAttribute('aria-activedescendant', option.id);
                option.scrollIntoView({ block: 'nearest' });
            } else {
                field.removeAttribute('aria-activedescendant');
            }
        }

        function step(by) {
            const all = options();
            if (all.length) choose(all[(all.indexOf(chosen) + by + all.length) % all.length]);
        }

        /* What was typed last counts, even if its results are still on their way. */
        function go() {
            if (waiting) goWhenShown = true;
            else chosen?.click();
        }

        const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: go };

        field.addEventListener('keydown', (event) => {
            const act = keys[event.key];
            if (!act || event.isComposing) return;
            event.preventDefault();
            act();
        });

        field.addEventListener('input', () => {
            waiting = true;
            goWhenShown = false;
        });

        list.addEventListener('pointermove', (event) => {
            const option = event.target.closest('[role=option]');
            if (option) choose(option);
        });

        function shown() {
            waiting = false;
            choose(options()[0] ?? null);
            list.scrollTop = 0;
            if (goWhenShown) go();
            goWhenShown = false;
        }

        const watch = new MutationObserver(shown);
        watch.observe(list, { childList: true, subtree: true });
        watch.observe(status, { childList: true, characterData: true, subtree: true });
        shown();
        requestAnimationFrame(() => field.focus());
    }

    window.rotfadenPalette = { begin };
})();
