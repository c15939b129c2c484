/* Lists whose rows the server does not keep: it says which there are, in what order, and how those look that changed. */
window.rotfadenRows = {
    /**
     * Shows rows in their order, and no others. One that did not change stays the element it is.
     *
     * @param list what holds them
     * @param keys of all rows, in their order
     * @param changed how a row looks, by its key: those that are new or have changed
     */
    show(list, keys, changed) {
        const there = new Map([...list.children].map((row) => [row.dataset.key, row]));
        const wanted = new Set(keys);
        there.forEach((row, key) => {
            if (!wanted.has(key)) row.remove();
        });
        keys.forEach((key, place) => {
            let row = there.get(key);
            if (key in changed) {
                const made = this.made(list, changed[key]);
                made.dataset.key = key;
                if (row) row.replaceWith(made);
                else if (there.size > 0) made.classList.add('appeared');
                row = made;
            }
            if (row && list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
        });
    },

    /** A row as it stands in a list, or in the body of a table. */
    made(list, html) {
        const around = document.createElement(list.localName);
        around.innerHTML = html;
        return around.firstElementChild;
    },
};
