/** Asks the server from which the page came, as whoever is logged in here. */
export async function askServer(path: string, request: RequestInit): Promise<Response> {
    const response = await send(path, request);
    if (response.status !== 403 || (await problemOf(response)).code !== 'FORGED_REQUEST') return response;
    // The cookie with the token against forged requests is gone; any answer brings a new one.
    await fetch('/api/members/me', { credentials: 'same-origin' });
    return send(path, request);
}

/** Why something was refused: a code for programs, and words for people. */
export async function problemOf(
    response: Response,
): Promise<{ code?: string; title?: string; detail?: string }> {
    return response
        .clone()
        .json()
        .catch(() => ({}));
}

function send(path: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
    return fetch(path, { ...request, headers, credentials: 'same-origin' });
}

function cookie(name: string): string {
    const entry = document.cookie.split('; ').find((text) => text.startsWith(name + '='));
    return entry ? decodeURIComponent(entry.slice(name.length + 1)) : '';
}
