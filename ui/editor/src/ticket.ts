/** A ticket opens one document for a short while. */
export interface Ticket {
    readonly ticket: string;
    readonly access: 'READ' | 'WRITE';
    /** Who is logged in. */
    readonly member: { readonly id: string };
}

const RELOADED = 'rotfaden-reloaded';

/** Why there is no ticket: logged out, no right, or the server cannot be reached right now. */
export class NoTicket extends Error {
    constructor(readonly reason: 'logged-out' | 'no-right' | 'unreachable') {
        super(reason);
    }
}

export async function fetchTicket(documentId: string): Promise<Ticket> {
    let response = await ask(documentId);
    if (response.status === 403 && (await code(response)) === 'FORGED_REQUEST') {
        // The cookie with the token against forged requests is gone; any answer brings a new one.
        await fetch('/api/members/me', { credentials: 'same-origin' });
        response = await ask(documentId);
    }
    if (response.status === 201) return response.json();
    if (response.status === 401) throw new NoTicket('logged-out');
    throw new NoTicket(response.status === 403 ? 'no-right' : 'unreachable');
}

async function ask(documentId: string): Promise<Response> {
    try {
        return await fetch('/api/live-tickets', {
            method: 'POST',
            credentials: 'same-origin',
            headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
            body: JSON.stringify({ documentId }),
        });
    } catch {
        throw new NoTicket('unreachable');
    }
}

async function code(response: Response): Promise<unknown> {
    return response
        .clone()
        .json()
        .then((problem) => problem.code)
        .catch(() => undefined);
}

function cookie(name: string): string {
    const entry = document.cookie.split('; ').find((text) => text.startsWith(name + '='));
    return entry ? decodeURIComponent(entry.slice(name.length + 1)) : '';
}

/** A page whose log-in ended is loaded once more, which leads to the log-in page. */
export function reloadOnce(): void {
    if (sessionStorage.getItem(RELOADED) !== location.pathname) {
        sessionStorage.setItem(RELOADED, location.pathname);
        location.reload();
    }
}

export function reloadIsOver(): void {
    sessionStorage.removeItem(RELOADED);
}
