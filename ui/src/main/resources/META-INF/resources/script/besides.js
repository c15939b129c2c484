/* Parts that stand beside a page: which of them is shown where there is room for one. */
window.rotfadenBesides = {
    KEPT: 'rotfaden-beside',

    /** Lets somebody choose, and chooses what she chose last. */
    begin(besides) {
        const buttons = [...besides.querySelectorAll(':scope > .beside-choice > button')];
        const choose = (id) => {
            buttons.forEach((button) => {
                const part = document.getElementById(button.getAttribute('aria-controls'));
                const isChosen = part.id === id;
                button.setAttribute('aria-pressed', String(isChosen));
                part.classList.toggle('beside-away', !isChosen);
            });
        };
        buttons.forEach((button) =>
            button.addEventListener('click', () => {
                const id = button.getAttribute('aria-controls');
                choose(id);
                try {
                    localStorage.setItem(this.KEPT, id);
                } catch {
                    // A browser that keeps nothing begins with the first one.
                }
            }),
        );
        choose(this.kept(buttons) ?? buttons[0].getAttribute('aria-controls'));
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
