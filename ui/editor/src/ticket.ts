import { askServer } from './own-server.ts';

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
    const response = await ask(documentId);
    if (response.status === 201) return response.json();
    if (response.status === 401) throw new NoTicket('logged-out');
    throw new NoTicket(response.status === 403 ? 'no-right' : 'unreachable');
}

async function ask(documentId: string): Promise<Response> {
    try {
        return await askServer('/api/live-tickets', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ documentId }),
        });
    } catch {
        throw new NoTicket('unreachable');
    }
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
