/* Where something was pressed without a line, the framework goes on saying so after the line is back, until something is
   pressed again. Once the server answers and nothing waits for it, the word goes. */
(() => {
    /** How often it looks, in ms. */
    const LOOK = 2000;

    const said = window.Vaadin.connectionState;

    const isUntrue = () =>
        said.state === 'reconnecting' &&
        navigator.onLine &&
        !Object.values(window.Vaadin.Flow.clients).some((client) => client.isActive?.());

    async function serverAnswers() {
        try {
            return (await fetch(new URL('health', document.baseURI), { cache: 'no-store' })).ok;
        } catch {
            return false;
        }
    }

    setInterval(async () => {
        if (isUntrue() && (await serverAnswers()) && isUntrue()) said.state = 'connected';
    }, LOOK);
})();
