import { type KeptFile } from './device.ts';

/** Why a file was not taken, in words. */
export class NotTaken extends Error {}

/** Uploads a file, which is kept for a day until something holds it. */
export async function upload(file: File, language: string | null): Promise<KeptFile> {
    let response = await send(file, language);
    if (response.status === 403 && (await problem(response)).code === 'FORGED_REQUEST') {
        // The cookie with the token against forged requests is gone; any answer brings a new one.
        await fetch('/api/members/me', { credentials: 'same-origin' });
        response = await send(file, language);
    }
    if (response.status !== 201) {
        const { detail, title } = await problem(response);
        throw new NotTaken(detail ?? title ?? '');
    }
    const { id, name } = await response.json();
    return { id, name };
}

/** Lets go of a file that is not sent. */
export async function discardFile(id: string): Promise<void> {
    await fetch(`/api/attachments/${id}`, { method: 'DELETE', credentials: 'same-origin', headers: proof() });
}

function send(file: File, language: string | null): Promise<Response> {
    return fetch(`/api/attachments?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { ...proof(), ...(language ? { 'Accept-Language': language } : {}) },
        body: file,
    });
}

async function problem(response: Response): Promise<{ code?: string; title?: string; detail?: string }> {
    return response
        .clone()
        .json()
        .catch(() => ({}));
}

function proof(): Record<string, string> {
    const entry = document.cookie.split('; ').find((text) => text.startsWith('XSRF-TOKEN='));
    return { 'X-XSRF-TOKEN': entry ? decodeURIComponent(entry.slice('XSRF-TOKEN='.length)) : '' };
}
