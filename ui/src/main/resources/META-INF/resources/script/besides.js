/* Parts that stand beside a page: which of them is shown where there is room for one. */
window.rotfadenBesides = {
    KEPT: 'rotfaden-beside',

    WIDE: matchMedia('(min-width: 75em)'),

    buttons: (besides) => [...besides.querySelectorAll(':scope > .beside-choice > button')],

    choose(besides, id) {
        this.buttons(besides).forEach((button) => {
            const part = document.getElementById(button.getAttribute('aria-controls'));
            const isChosen = part.id === id;
            button.setAttribute('aria-pressed', String(isChosen));
            part.classList.toggle('beside-away', !isChosen);
        });
    },

    /** Lets one part be seen. */
    bringOut(besides, id) {
        this.choose(besides, id);
        const part = document.getElementById(id);
        if (this.WIDE.matches || part.matches(':popover-open')) return;
        document.activeElement?.blur(); // nobody types into what lies below
        part.showPopover();
    },

    /** Lets somebody choose, and chooses what she chose last. */
    begin(besides) {
        const buttons = this.buttons(besides);
        besides.querySelectorAll(':scope > .beside').forEach((part) => {
            part.tabIndex = -1;
            part.addEventListener('toggle', ({ newState }) => {
                if (newState === 'open' && !part.contains(document.activeElement)) part.focus({ preventScroll: true });
            });
        });
        buttons.forEach((button) =>
            button.addEventListener('click', () => {
                const id = button.getAttribute('aria-controls');
                this.choose(besides, id);
                try {
                    localStorage.setItem(this.KEPT, id);
                } catch {
                    // A browser that keeps nothing begins with the first one.
                }
            }),
        );
        this.choose(besides, this.kept(buttons) ?? buttons[0].getAttribute('aria-controls'));
    },

    kept(buttons) {
        try {
            const id = localStorage.getItem(this.KEPT);
            return buttons.some((button) => button.getAttribute('aria-controls') === id) ? id : undefined;
        } catch {
            return undefined;
        }
    },
};
